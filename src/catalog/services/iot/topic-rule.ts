import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { within } from '../../answer.ts';
import { inRegion } from '../../aws-api.ts';
import { memberCases } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::IoT::TopicRule',
  title: 'IoT topic rule',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicrule.html',
  facts: {
    ...noAnswers('a rule only hands messages of devices on'),
    placement: inRegion,
    runsAs: rolesOf,
  },
  structure: { forwards },
  ignored: {},
});

/** What an action names as its destination, and how it is told. */
const destinations: readonly (readonly [action: string, path: string, kind: Forward['kind']])[] = [
  ['Lambda', 'FunctionArn', 'invoke'],
  ['StepFunctions', 'StateMachineName', 'invoke'],
  ['Sns', 'TargetArn', 'event'],
  ['Sqs', 'QueueUrl', 'event'],
  ['Kinesis', 'StreamName', 'data'],
  ['Firehose', 'DeliveryStreamName', 'data'],
  ['S3', 'BucketName', 'data'],
  ['DynamoDB', 'TableName', 'data'],
  ['DynamoDBv2', 'PutItem.TableName', 'data'],
  ['CloudwatchLogs', 'LogGroupName', 'log'],
  ['Http', 'Url', 'request'],
];

function actionsOf(view: ResourceView): readonly ResourceView[] {
  const error = view.read('TopicRulePayload.ErrorAction');
  const all: readonly Value[] = [
    ...memberCases(view, 'TopicRulePayload.Actions').map(({ value }) => value),
    ...(error === undefined ? [] : [error]),
  ];
  return all.flatMap((value) => (value.kind === 'map' ? [within(view, value)] : []));
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `rule ${view.resource.address} hands on the messages that it selects`;
  return flowsOf(
    view,
    actionsOf(view).flatMap((action) =>
      destinations.flatMap(([name, path, kind]) => statedFlow(action.read(`${name}.${path}`), { kind, because })),
    ),
  );
}

/** Every action but calls of functions has a role that IoT takes. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  const roles = actionsOf(view).flatMap((action) =>
    destinations.flatMap(([name]): readonly RunsAs[] => {
      const role = action.read(`${name}.RoleArn`);
      return role === undefined ? [] : [{ role, purpose: 'service', service: 'iot.amazonaws.com' }];
    }),
  );
  return roles.length === 0 ? byDefault<readonly RunsAs[]>([], [view.origin()]) : given(roles);
}
