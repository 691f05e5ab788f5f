import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, given, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, within, word } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { givenValues } from '../ec2/optional.ts';
import { portOf } from '../elastic-load-balancing-v2/target-protocol.ts';

/** The ports on which an accelerator answers. */
export default defineService({
  type: 'AWS::GlobalAccelerator::Listener',
  title: 'accelerator listener',
  element: 'part',
  partOf: (view) => givenValues(view, 'AcceleratorArn'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-listeners.html',
  facts: networkFacts('A listener'),
  contributes: (view) =>
    givenValues(view, 'AcceleratorArn').map((to) => ({ to, dimension: 'endpoints', fact: given(endpoints(view)) })),
  ignored: {},
});

/** One for the first port of each range: ranges are rare, and one port is enough to be on the internet. */
function endpoints(view: ResourceView): readonly Endpoint[] {
  const protocol = word(view, 'Protocol', 'TCP');
  const [accelerator] = givenValues(view, 'AcceleratorArn').flatMap((to) =>
    view.follow(to).flatMap((end) => (end.kind === 'resource' ? [end.view] : [])),
  );
  return memberCases(view, 'PortRanges').map(({ value }) => ({
    protocol: protocol.kind === 'known' ? protocol.value.toLowerCase() : 'tcp',
    port: portOf(within(view, value).read('FromPort')),
    authentication: given('none', [value.origin]),
    audience:
      accelerator === undefined
        ? byDefault('internet')
        : mapFact(flag(accelerator, 'Enabled', true), (on) => (on ? 'internet' : 'account')),
    encrypted: byDefault('optional'),
    origin: value.origin,
  }));
}
