import { bindFact, given, unknown } from '../../../model/fact.ts';
import type { NetworkPart, PrefixListEntry } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { property, within } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';

/** A named list of blocks, which rules and routes refer to. */
export default defineService({
  type: 'AWS::EC2::PrefixList',
  title: 'prefix list',
  element: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html',
  facts: networkFacts('A prefix list'),
  structure: {
    network: (view) =>
      bindFact(property(view, 'Entries'), (value) =>
        value?.kind === 'unknown'
          ? unknown('its entries are not known', value.hole.settledBy, [value.origin])
          : given<readonly NetworkPart[]>([{ kind: 'prefix-list', entries: entries(view) }], [view.origin('Entries')]),
      ),
  },
  ignored: {},
});

/** An entry that is not known counts as a block of which nothing is known. */
function entries(view: ResourceView): readonly PrefixListEntry[] {
  return memberCases(view, 'Entries').map(({ guard, value }) => ({
    cidr: (value.kind === 'map' ? within(view, value).read('Cidr') : undefined) ?? value,
    origin: value.origin,
    guard,
  }));
}
