import { optionsOf } from '../../../src/catalog/answer.ts';
import type { ManagedPrefixList } from '../../../src/catalog/data/managed-prefix-lists.ts';
import type { Naming } from '../../../src/define/reach/links/link.ts';
import type { Network } from '../../../src/define/reach/network/network.ts';
import { asGroups, type NetworkInterface, type Subnet } from '../../../src/define/reach/network/network-interface.ts';
import { type Place, samePlace } from '../../../src/define/reach/network/place.ts';
import { prefixListsOf } from '../../../src/define/reach/network/prefix-list.ts';
import { everywhere, type Family, internet } from '../../../src/define/reach/packets/address.ts';
import { blockOf } from '../../../src/define/reach/packets/block-value.ts';
import { covers, intersect, type Ranges, unite } from '../../../src/define/reach/packets/ranges.ts';
import { and, type Guard, isPossible } from '../../../src/model/guard.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { literalOf, textKey } from '../../../src/model/text.ts';
import { refsOf, textOf, type Value } from '../../../src/model/value.ts';

/** How a rule's other side fits: these addresses of the remote end, perhaps only with a doubt. */
export interface Fit {
  readonly addresses: Ranges<bigint>;
  readonly guard: Guard;
  readonly doubt?: string;
}

/** The other end of a connection as rules see it. */
export interface Remote {
  readonly family: Family;
  readonly addresses: Ranges<bigint>;
  /** The AWS service that it is, when the other end is one: rules may let all of its addresses in or out. */
  readonly service?: string;
  /** Equal for remotes that rules cannot tell apart; undefined when nothing is gained by remembering. */
  readonly key?: string;
  /** Which of the addresses lie in the block that a value gives? */
  cidr(value: Value, by: Resource): readonly Fit[];
  /** Which of the addresses lie in the blocks of a prefix list? */
  list(value: Value, by: Resource): readonly Fit[];
  /** Does the other end have this security group? */
  group(value: Value, by: Resource): readonly Fit[];
  /** As `group`, for a place at hand. */
  member(group: Place): readonly Fit[];
}

/** An end outside all VPCs: rules that name groups fit it only where a service makes a group of its own. */
export function outside(
  network: Network,
  end: {
    readonly family: Family;
    readonly addresses: Ranges<bigint>;
    readonly key: string;
    readonly service?: string;
    readonly hasOwnGroup?: true;
  },
): Remote {
  const { hasOwnGroup, ...shown } = end;
  // The group that a service makes may be one that is supplied, and is no resource of the input.
  const member = ({ resource, guard, name, settledBy }: Place): readonly Fit[] =>
    hasOwnGroup === true && resource === undefined
      ? [{ addresses: end.addresses, guard, doubt: settledBy ?? name }]
      : [];
  const cidr: Remote['cidr'] = (value, by) =>
    optionsOf(value).flatMap(({ guard, value: option }): readonly Fit[] => {
      const block = blockOf(option);
      if (block.kind === 'none' || isOwnAddress(network, option, by)) return [];
      if (block.kind === 'open') return [{ addresses: end.addresses, guard, doubt: block.settledBy }];
      if (block.family !== end.family) return [];
      const addresses = intersect(end.addresses, block.addresses);
      return addresses.length === 0 ? [] : [{ addresses, guard }];
    });
  return {
    ...shown,
    cidr,
    list: (value, by) =>
      listFits(network, { value, by }, { addresses: end.addresses, cidr, managed: (list) => managedFit(end, list) }),
    group: (value, by) => network.places(value, by).flatMap(asGroups(network)).flatMap(member),
    member,
  };
}

/** Lists of AWS hold some public addresses of one service, never the internet at large. */
function managedFit(
  end: { readonly family: Family; readonly addresses: Ranges<bigint>; readonly key: string; readonly service?: string },
  list: ManagedPrefixList,
): Omit<Fit, 'guard'> | undefined {
  const { addresses, family, key, service } = end;
  if (service !== undefined) return service === list.service ? { addresses } : undefined;
  const isPublic = intersect(addresses, internet[family]).length > 0;
  return key === 'internet' || !isPublic ? undefined : { addresses, doubt: `the entries of prefix list ${list.name}` };
}

/** A prefix list fits as each of its blocks does. */
function listFits(
  network: Network,
  { value, by }: { readonly value: Value; readonly by: Resource },
  remote: {
    readonly cidr: Remote['cidr'];
    readonly managed: (list: ManagedPrefixList) => Omit<Fit, 'guard'> | undefined;
    /** All that a list which is not known may hold. */
    readonly addresses: Ranges<bigint>;
  },
): readonly Fit[] {
  return prefixListsOf(network, value, by).flatMap((found): readonly Fit[] => {
    if (found.kind === 'stated')
      return found.blocks.flatMap((block) =>
        remote.cidr(block.cidr, block.by).flatMap((fit) => {
          const guard = and(found.guard, block.guard, fit.guard);
          return isPossible(guard) ? [{ ...fit, guard }] : [];
        }),
      );
    if (found.kind === 'unknown') return [{ addresses: remote.addresses, guard: found.guard, doubt: found.settledBy }];
    const fit = remote.managed(found.list);
    return fit === undefined ? [] : [{ ...fit, guard: found.guard }];
  });
}

/** Addresses that are an attribute of a VPC or subnet are inside, whatever they will be. */
function isOwnAddress(network: Network, value: Value | undefined, by: Resource): boolean {
  if (value === undefined || literalOf(textOf(value) ?? []) !== undefined) return false;
  const refs = refsOf(value);
  return refs.length > 0 && refs.every(({ resource }) => resource !== by.id && isPlace(network, resource));
}

function isPlace(network: Network, resource: string): boolean {
  return network.vpcs.has(resource) || network.subnets.has(resource);
}

/** An interface in a VPC: its exact address is not known, the block of its subnet or VPC is. */
export function inside(network: Network, end: NetworkInterface, family: Family, naming: Naming = 'yes'): Remote {
  const whereabouts = whereaboutsOf(network, end.subnet, family);
  const whole = everywhere[family];
  const member = (wanted: Place) =>
    naming === 'no'
      ? []
      : end.groups
          .flatMap((group) => groupFit(wanted, group, whole))
          .map((fit) => (naming === 'yes' ? fit : { doubt: naming.doubt, ...fit }));
  const cidr: Remote['cidr'] = (value) =>
    optionsOf(value).flatMap(({ guard, value: option }): readonly Fit[] => {
      const fit = isOf(option, end.subnet) ? 'yes' : fits(option, whereabouts, family);
      if (fit === 'no') return [];
      return [fit === 'yes' ? { addresses: whole, guard } : { addresses: whole, guard, doubt: fit.doubt }];
    });
  return {
    family,
    addresses: whole,
    cidr,
    // What stands in a VPC has none of the public addresses of AWS's services.
    list: (value, by) => listFits(network, { value, by }, { addresses: whole, cidr, managed: () => undefined }),
    group: (value, by) => network.places(value, by).flatMap(asGroups(network)).flatMap(member),
    member,
  };
}

/** Is the value made from the attributes of this subnet or its VPC alone? */
function isOf(value: Value | undefined, { place, vpc }: Subnet): boolean {
  if (value === undefined || literalOf(textOf(value) ?? []) !== undefined) return false;
  const refs = refsOf(value);
  return refs.length > 0 && refs.every(({ resource }) => resource === vpc.key || resource === place.key);
}

function groupFit(wanted: Place, group: Place, addresses: Ranges<bigint>): readonly Fit[] {
  const same = samePlace(wanted, group);
  if (same === 'no') return [];
  const guard = and(wanted.guard, group.guard);
  if (!isPossible(guard)) return [];
  if (same === 'yes') return [{ addresses, guard }];
  return [{ addresses, guard, doubt: wanted.settledBy ?? group.settledBy ?? wanted.name }];
}

/** Blocks that hold the address: the narrowest first. A block that is not known is kept by its text. */
interface Whereabouts {
  readonly known: readonly Ranges<bigint>[];
  readonly texts: ReadonlySet<string>;
  readonly settledBy: string;
}

function whereaboutsOf(network: Network, subnet: Subnet, family: Family): Whereabouts {
  const stated = [
    [
      ...(network.subnets.get(subnet.place.key) ?? []).flatMap(({ part }) => part.cidrs),
      ...(network.subnetBlocks.get(subnet.place.key) ?? []).flatMap(({ part }) => part.cidrs),
    ],
    (network.vpcs.get(subnet.vpc.key) ?? []).flatMap(({ part }) => part.cidrs),
  ];
  const texts = new Set<string>();
  const known: Ranges<bigint>[] = [];
  let settledBy = subnet.place.settledBy;
  for (const [level, cidrs] of stated.entries()) {
    const blocks = cidrs.flatMap((cidr) =>
      optionsOf(cidr).flatMap(({ value }) => (value === undefined ? [] : [value])),
    );
    for (const value of blocks) texts.add(textKey(textOf(value) ?? []));
    const read = blocks.map(blockOf);
    const open = read.find((block) => block.kind === 'open');
    const there = read.flatMap((block) => (block.kind === 'known' && block.family === family ? block.addresses : []));
    // A subnet has one IPv4 block, so that one which is known is all; a VPC may have others.
    if (there.length > 0 && (level === 0 || open === undefined)) known.push(unite(there));
    settledBy ??= open?.settledBy;
  }
  return { known, texts, settledBy: settledBy ?? `the address block of ${subnet.place.name}` };
}

function fits(value: Value | undefined, at: Whereabouts, family: Family): 'yes' | 'no' | { readonly doubt: string } {
  const block = blockOf(value);
  if (block.kind === 'none') return 'no';
  if (value !== undefined && at.texts.has(textKey(textOf(value) ?? []))) return 'yes';
  if (block.kind === 'open') return { doubt: block.settledBy };
  if (block.family !== family) return 'no';
  if (covers(block.addresses, everywhere[family])) return 'yes';
  for (const known of at.known) {
    if (covers(block.addresses, known)) return 'yes';
    if (intersect(block.addresses, known).length === 0) return 'no';
  }
  return { doubt: at.settledBy };
}
