import { optionsOf } from '../../../catalog/answer.ts';
import type { ManagedPrefixList } from '../../../catalog/data/managed-prefix-lists.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf, textKey } from '../../../model/text.ts';
import { refsOf, textOf, type Value } from '../../../model/value.ts';
import type { Network } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import type { Place } from '../network/place.ts';
import { prefixListsOf } from '../network/prefix-list.ts';
import type { Whereabouts } from '../network/whereabouts.ts';
import { everywhere, type Family, internet } from '../packets/address.ts';
import { blockOf } from '../packets/block-value.ts';
import { covers, intersect, type Ranges } from '../packets/ranges.ts';

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
  readonly block:
    | ReturnType<typeof blockOf>
    /** Some public addresses of one service of AWS. */
    | { readonly kind: 'managed'; readonly list: ManagedPrefixList };
  /** As written: equal for equal values; undefined for what no block of a subnet can be equal to. */
  readonly text?: string;
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

/** Blocks of the prefix lists that a value means: of the input, kept by AWS, or not known. */
export function listOptions(network: Network, value: Value, by: Resource): readonly BlockOption[] {
  return prefixListsOf(network, value, by).flatMap((found): readonly BlockOption[] => {
    const whole = { guard: found.guard, madeOf: [], isInside: false };
    if (found.kind === 'unknown') return [{ ...whole, block: { kind: 'open', settledBy: found.settledBy } }];
    if (found.kind === 'managed') return [{ ...whole, block: { kind: 'managed', list: found.list } }];
    return found.blocks.flatMap((block) =>
      blockOptions(network, block.cidr, block.by).flatMap((option) => {
        const guard = and(found.guard, block.guard, option.guard);
        return isPossible(guard) ? [{ ...option, guard }] : [];
      }),
    );
  });
}

/** An end outside all VPCs. */
export interface Outside {
  readonly family: Family;
  readonly addresses: Ranges<bigint>;
  /** Names the set of addresses. */
  readonly key: string;
  /** The service of AWS that it is: all of its addresses, or none. */
  readonly service?: string;
  /** It stands in a security group that the service makes: in none of the input, perhaps in one that is supplied. */
  readonly hasOwnGroup?: true;
}

/** Which of the addresses of an end outside all VPCs do the blocks hold? */
export function outsideFits(options: readonly BlockOption[], end: Outside): readonly PeerFit[] {
  return options.flatMap(({ guard, block, isInside }): readonly PeerFit[] => {
    if (isInside || block.kind === 'none') return [];
    if (block.kind === 'managed') return managedFits(block.list, end).map((fit) => ({ ...fit, guard }));
    if (block.kind === 'open') return [{ addresses: end.addresses, guard, doubt: block.settledBy }];
    if (block.family !== end.family) return [];
    const addresses = intersect(end.addresses, block.addresses);
    return addresses.length === 0 ? [] : [{ addresses, guard }];
  });
}

/** Lists of AWS hold some public addresses of one service, never the internet at large. */
function managedFits(list: ManagedPrefixList, end: Outside): readonly Omit<PeerFit, 'guard'>[] {
  const { addresses, family, key, service } = end;
  if (service !== undefined) return service === list.service ? [{ addresses }] : [];
  const isPublic = key !== 'internet' && intersect(addresses, internet[family]).length > 0;
  return isPublic ? [{ addresses, doubt: `the entries of prefix list ${list.name}` }] : [];
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
  // What stands in a VPC has none of the public addresses of AWS's services.
  if (block.kind === 'none' || block.kind === 'managed') return 'no';
  if (text !== undefined && at.texts.has(text)) return 'yes';
  if (block.kind === 'open') return { doubt: block.settledBy };
  if (block.family !== family) return 'no';
  if (covers(block.addresses, everywhere[family])) return 'yes';
  for (const known of at.known) {
    if (covers(block.addresses, known)) return 'yes';
    if (intersect(block.addresses, known).length === 0) return 'no';
  }
  return { doubt: at.settledBy };
}
