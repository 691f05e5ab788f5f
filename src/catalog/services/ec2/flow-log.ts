import type { LogSource } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { type Fact, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Records connections of a VPC, a subnet, an interface or a transit gateway. */
export default defineService({
  type: 'AWS::EC2::FlowLog',
  title: 'flow log',
  element: 'part',
  partOf: (view) => givenValues(view, 'ResourceId'),
  aloneAs: 'control',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
  facts: {
    ...networkFacts('A flow log'),
    runsAs: (view) =>
      given(
        givenValues(view, 'DeliverLogsPermissionArn').map((role) => ({
          role,
          purpose: 'service' as const,
          service: 'vpc-flow-logs.amazonaws.com',
        })),
        [view.origin('DeliverLogsPermissionArn')],
      ),
  },
  structure: { forwards: (view) => given(deliveries(view), [view.origin()]) },
  contributes: (view) =>
    givenValues(view, 'ResourceId').map((to) => ({ to, dimension: 'logging', fact: recorded(view) })),
  ignored: {
    DeliverCrossAccountRole: 'Only for delivery to another account, whose role is judged there.',
    LogFormat: 'Which fields are recorded does not decide whether connections are.',
    ResourceType: 'The kind of the resource follows from the reference.',
  },
});

/** A log of rejected connections alone does not show who came in. */
function recorded(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(word(view, 'TrafficType', 'ALL'), (traffic) => {
    const on = traffic !== 'REJECT';
    return [{ what: 'flow', on, ...(on && optional(view, 'to', 'LogDestination', 'LogGroupName')) }];
  });
}

function deliveries(view: ResourceView): readonly Forward[] {
  const from = view.read('ResourceId');
  return givenValues(view, 'LogDestination', 'LogGroupName').map((to) => ({
    to,
    ...(from !== undefined && { from }),
    kind: 'log',
    protocol: 'https',
    port: 443,
    encrypted: given(true),
    authentication: 'iam',
    because: `flow log ${view.resource.address} delivers records`,
    origin: view.origin(),
  }));
}
