/** Pairs whose transform by AWS differs from ours on purpose, with the reason. One that no longer differs fails the test. */
export const knownDifferences: Readonly<Record<string, string>> = {
  api_with_any_method_in_swagger:
    'Events of the kind HttpApi name a REST API, and its authorizer has no function. AWS writes a document that API Gateway refuses; here both faults are diagnostics.',
  state_machine_with_api_resource_policy:
    'AWS writes `null` for the stage in the resource policy that an event of a state machine asks for, which CloudFormation refuses. Here it is the stage of the API.',
};
