import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { flag, within } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { givenValues } from '../ec2/optional.ts';
import { portOf } from '../elastic-load-balancing-v2/target-protocol.ts';

/** What a listener of an accelerator hands connections on to, public or private. */
export default defineService({
  type: 'AWS::GlobalAccelerator::EndpointGroup',
  title: 'accelerator endpoint group',
  element: 'part',
  partOf: (view) => givenValues(view, 'ListenerArn'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html',
  facts: networkFacts('An endpoint group'),
  structure: { forwards: (view) => given(forwards(view), [view.origin('EndpointConfigurations')]) },
  ignored: {
    EndpointGroupRegion: 'Where its endpoints stand, they say themselves.',
    HealthCheckProtocol: 'Health checks carry no data of callers.',
  },
});

function forwards(view: ResourceView): readonly Forward[] {
  return givenValues(view, 'ListenerArn')
    .flatMap((to) => view.follow(to).flatMap((end) => (end.kind === 'resource' ? [end.view] : [])))
    .flatMap((listener) =>
      givenValues(listener, 'AcceleratorArn').flatMap((from) =>
        memberCases(view, 'EndpointConfigurations').flatMap(({ value }) =>
          portsOf(view, listener).flatMap((port) => handedOn(view, value, { from, port })),
        ),
      ),
    );
}

/**
 * "PortOverrides … allows you to override the destination ports" (CloudFormation reference of the type), one by one. The
 * rest of a range of ports is not told port by port: it may be any.
 */
function portsOf(view: ResourceView, listener: ResourceView): readonly (number | null)[] {
  const overrides = memberCases(view, 'PortOverrides').map(({ value }) => within(view, value));
  return memberCases(listener, 'PortRanges').flatMap(({ value }) => {
    const range = within(listener, value);
    const [first, last] = [portOf(range.read('FromPort')), portOf(range.read('ToPort'))];
    if (first === null || last === null) return [null];
    const inRange = overrides.filter((one) => {
      const port = portOf(one.read('ListenerPort'));
      return port !== null && port >= first && port <= last;
    });
    const rest = last - first + 1 - inRange.length;
    const others = rest <= 0 ? [] : [first === last ? first : null];
    return [...inRange.map((one) => portOf(one.read('EndpointPort'))), ...others];
  });
}

function handedOn(
  view: ResourceView,
  value: Value,
  way: { readonly from: Value; readonly port: number | null },
): readonly Forward[] {
  const endpoint = within(view, value);
  const to = endpoint.read('EndpointId');
  if (to === undefined || to.kind === 'absent') return [];
  return [
    {
      ...way,
      to,
      kind: 'request',
      protocol: 'tcp',
      encrypted: byDefault(false),
      keepsCaller: keepsCaller(endpoint),
      authentication: 'network',
      because: `endpoint group ${view.resource.address} has it as an endpoint`,
      origin: value.origin,
    },
  ];
}

/** "ClientIPPreservationEnabled … The default value is true for new accelerators" (CloudFormation reference of the type). */
function keepsCaller(endpoint: ResourceView): Fact<boolean> {
  return flag(endpoint, 'ClientIPPreservationEnabled', true);
}
