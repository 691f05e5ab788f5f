import { optionsOf } from '../../../catalog/answer.ts';
import { type ManagedPrefixList, managedPrefixList } from '../../../catalog/data/managed-prefix-lists.ts';
import { describeValue } from '../../../catalog/describe-value.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { Network } from './network.ts';

/** What a reference to a prefix list stands for. */
export type PrefixList =
  /** A list of the input: its blocks, which are values themselves. */
  | { readonly kind: 'stated'; readonly blocks: readonly Block[]; readonly guard: Guard }
  /** A list that AWS keeps. */
  | { readonly kind: 'managed'; readonly list: ManagedPrefixList; readonly guard: Guard }
  | { readonly kind: 'unknown'; readonly settledBy: string; readonly guard: Guard };

interface Block {
  readonly cidr: Value;
  readonly by: Resource;
  readonly origin: Origin;
  readonly guard: Guard;
}

/** The prefix lists that a value may mean, each with its guard. */
export function prefixListsOf(network: Network, value: Value, by: Resource): readonly PrefixList[] {
  return optionsOf(value).flatMap(({ guard, value: option }): readonly PrefixList[] => {
    if (option === undefined || option.kind === 'absent') return [];
    const word = literalOf(textOf(option) ?? ['', '']);
    const region = literalOf(network.base.deploymentOf(by.id).region);
    const list = word === undefined ? undefined : managedPrefixList(word, region);
    if (list !== undefined) return [{ kind: 'managed', list, guard }];
    return network.places(option, by).flatMap((place): readonly PrefixList[] => {
      const both = and(guard, place.guard);
      if (!isPossible(both)) return [];
      const stated = network.prefixLists.get(place.key);
      if (stated !== undefined)
        return stated.map((one) => ({ kind: 'stated', blocks: blocksOf(one), guard: and(both, one.guard) }));
      return [{ kind: 'unknown', settledBy: `the entries of prefix list ${describeValue(option)}`, guard: both }];
    });
  });
}

function blocksOf({ part, by }: { readonly part: StatedList; readonly by: Resource }): readonly Block[] {
  return part.entries.map(({ cidr, origin, guard }) => ({ cidr, by, origin, guard: guard ?? always }));
}

type StatedList = NonNullable<ReturnType<Network['prefixLists']['get']>>[number]['part'];
