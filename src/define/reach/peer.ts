import { optionsOf } from '../../catalog/answer.ts';
import type { Guard } from '../../model/guard.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';
import { everywhere, type Family } from './address.ts';
import type { Network } from './network.ts';
import type { Subnet } from './network-interface.ts';
import type { Place } from './place.ts';
import { covers, intersect, type Ranges } from './ranges.ts';
import { blockOf } from './remote.ts';
import type { Whereabouts } from './whereabouts.ts';

/** The other side that a rule or entry names, read once. */
export type Peer =
  | { readonly kind: 'blocks'; readonly options: readonly BlockOption[] }
  /** Members of one of these security groups. */
  | { readonly kind: 'groups'; readonly wanted: readonly Place[] }
  /** Everybody; with a doubt, perhaps not. */
  | { readonly kind: 'anyone'; readonly doubt?: string };

/** One block of addresses that a value may mean. */
export interface BlockOption {
  readonly guard: Guard;
  readonly block: ReturnType<typeof blockOf>;
  /** As written: equal for equal values. */
  readonly text: string;
  /** The resources whose attributes alone make up a value that is not literal. */
  readonly madeOf: readonly string[];
  /** It is an attribute of a VPC or subnet, whose addresses are inside whatever they will be. */
  readonly isInside: boolean;
}

/** How a peer fits the other end: these of its addresses, perhaps only with a doubt. */
export interface PeerFit {
  readonly addresses: Ranges<bigint>;
  readonly guard: Guard;
  readonly doubt?: string;
}

/** Blocks that a value means, for a rule that `by` states. */
export function blockOptions(network: Network, value: Value | undefined, by: Resource): readonly BlockOption[] {
  if (value === undefined) return [];
  return optionsOf(value).flatMap(({ guard, value: option }): readonly BlockOption[] => {
    const block = blockOf(option);
    if (block.kind === 'none' || option === undefined) return [];
    const text = textOf(option) ?? [];
    const madeOf = literalOf(text) === undefined ? refsOf(option).map(({ resource }) => resource) : [];
    const isPlace = (id: string) => network.vpcs.has(id) || network.subnets.has(id);
    const isInside = madeOf.length > 0 && madeOf.every((id) => id !== by.id && isPlace(id));
    return [{ guard, block, text: textKey(text), madeOf, isInside }];
  });
}

/** Which of the addresses of an end outside all VPCs do the blocks hold? */
export function outsideFits(
  options: readonly BlockOption[],
  end: { readonly family: Family; readonly addresses: Ranges<bigint> },
): readonly PeerFit[] {
  return options.flatMap(({ guard, block, isInside }): readonly PeerFit[] => {
    if (isInside || block.kind === 'none') return [];
    if (block.kind === 'open') return [{ addresses: end.addresses, guard, doubt: block.settledBy }];
    if (block.family !== end.family) return [];
    const addresses = intersect(end.addresses, block.addresses);
    return addresses.length === 0 ? [] : [{ addresses, guard }];
  });
}

/** Do the blocks hold the address of an interface in this subnet? Its exact address is not known. */
export function subnetFits(
  options: readonly BlockOption[],
  subnet: Subnet,
  at: Whereabouts,
  family: Family,
): readonly PeerFit[] {
  const addresses = everywhere[family];
  return options.flatMap((option): readonly PeerFit[] => {
    const fit = isOf(option, subnet) ? 'yes' : holds(option, at, family);
    if (fit === 'no') return [];
    return [{ addresses, guard: option.guard, ...(fit !== 'yes' && fit) }];
  });
}

function isOf({ madeOf }: BlockOption, { place, vpc }: Subnet): boolean {
  return madeOf.length > 0 && madeOf.every((id) => id === vpc.key || id === place.key);
}

function holds(option: BlockOption, at: Whereabouts, family: Family): 'yes' | 'no' | { readonly doubt: string } {
  const { block, text } = option;
  if (block.kind === 'none') return 'no';
  if (at.texts.has(text)) return 'yes';
  if (block.kind === 'open') return { doubt: block.settledBy };
  if (block.family !== family) return 'no';
  if (covers(block.addresses, everywhere[family])) return 'yes';
  for (const known of at.known) {
    if (covers(block.addresses, known)) return 'yes';
    if (intersect(block.addresses, known).length === 0) return 'no';
  }
  return { doubt: at.settledBy };
}
