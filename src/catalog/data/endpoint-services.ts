/**
 * What VPC endpoints call a service, where it is not what its ARNs call it: `com.amazonaws.<region>.<name>`, or its first part
 * (https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html).
 */
const names: Readonly<Record<string, readonly string[]>> = {
  // Callers of an API use `execute-api`; `apigateway` is for who manages it.
  apigateway: ['execute-api'],
  appsync: ['appsync-api'],
  bedrock: ['bedrock', 'bedrock-runtime', 'bedrock-agent', 'bedrock-agent-runtime'],
  cloudwatch: ['monitoring'],
  codecommit: ['codecommit', 'git-codecommit'],
  firehose: ['kinesis-firehose'],
  kinesis: ['kinesis-streams'],
  ses: ['email', 'email-smtp'],
  states: ['states', 'sync-states'],
};

/** Is this the endpoint service of a service, by the name that its ARNs have? `sqs-fips` is `sqs` as well. */
export function isEndpointOf(endpoint: string, service: string): boolean {
  const plain = endpoint.replace(/-fips$/, '');
  return Object.hasOwn(names, service) ? (names[service]?.includes(plain) ?? false) : plain === service;
}
