import { always, and, guardKey, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/reach.ts';
import { type Acl, type AclEntry, aclList, aclsOfSubnet } from './acls/acl-entries.ts';
import { type Direction, type GroupRule, groupRules } from './groups/group-rules.ts';
import { type BlockOption, type Outside, outsideFits, type Peer, type PeerFit, subnetFits } from './groups/peer.ts';
import type { Naming } from './links/link.ts';
import type { GroupSet, InterfaceClass, SubnetClass } from './network/interface-class.ts';
import type { Network } from './network/network.ts';
import { isDefaultGroup } from './network/network-interface.ts';
import { type Place, samePlace } from './network/place.ts';
import { everywhere, type Family } from './packets/address.ts';
import { type Decided, decide } from './packets/packet-sets.ts';
import { allPorts, joined, type Passage, type RefusalOf, type Stage, under } from './packets/passage.ts';
import { intersect, type Ranges } from './packets/ranges.ts';
import type { Echo, Protocol } from './packets/rule-traffic.ts';

/** The other end as rules see it: an interface of a class, or addresses outside all VPCs. */
export type OtherEnd =
  | {
      readonly kind: 'inside';
      readonly family: Family;
      readonly of: Pick<InterfaceClass, 'subnet' | 'groupSet'>;
      /** May rules name its groups? */
      readonly naming: Naming;
    }
  /** `carriedBy`: a balancer that keeps the caller's address, whose groups rules may name as well. */
  | ({ readonly kind: 'outside'; readonly carriedBy?: Pick<InterfaceClass, 'groupSet'> } & Outside);

/** What to ask of a component: traffic of this protocol, this way, with this other end. */
export interface Asked {
  readonly direction: Direction;
  readonly protocol: Protocol;
  readonly end: OtherEnd;
}

/** Ports that clients open connections from: answers go back to them ("Ephemeral ports", VPC user guide). */
const ephemeral: Ranges<number> = [{ from: 1024, end: 65536 }];

/** What the security groups of interfaces let pass; what is asked with an outside end is remembered. */
export function groupsLet(network: Network, of: Pick<InterfaceClass, 'groupSet' | 'unfiltered'>, asked: Asked): Stage {
  const { end } = asked;
  const find = () => findGroupsLet(network, of, asked);
  if (end.kind === 'inside' || end.carriedBy !== undefined) return find();
  const key = `groups ${of.groupSet.number} ${of.unfiltered} ${asked.direction} ${asked.protocol} ${end.family} ${end.key}`;
  return network.remember(key, find);
}

function findGroupsLet(
  network: Network,
  { groupSet, unfiltered }: Pick<InterfaceClass, 'groupSet' | 'unfiltered'>,
  asked: Asked,
): Stage {
  const refusal = noRule(groupSet, asked.direction);
  if (unfiltered)
    return { passages: [{ ports: allPorts, addresses: addressesOf(asked.end), guard: always, hops: [] }], refusal };
  const passages = groupSet.groups.flatMap((group) =>
    rulesOf(network, group, asked).flatMap((rule) => rulePassages({ rule, group }, asked.end)),
  );
  return { passages: joined(passages), refusal };
}

/** The compiled rules of a group; the default one lets in its own members as they are members. */
export function rulesOf(
  network: Network,
  group: Place,
  of: { readonly direction: Direction; readonly protocol: Protocol },
): readonly GroupRule[] {
  const own = isDefaultGroup(group) ? guardKey(group.guard) : '';
  const key = `rules ${group.key} ${own} ${of.direction} ${of.protocol}`;
  return network.remember(key, () => groupRules(network, group, of));
}

function rulePassages(
  { rule, group }: { readonly rule: GroupRule; readonly group: Place },
  end: OtherEnd,
): readonly Passage[] {
  return fitsOf(rule.peer, end).flatMap((fit): readonly Passage[] => {
    const guard = and(rule.guard, fit.guard, group.guard);
    if (!isPossible(guard)) return [];
    const doubt = rule.firstDoubt ?? fit.doubt ?? rule.lastDoubt;
    const { ports, hops } = rule;
    return [{ ports, addresses: fit.addresses, guard, hops, ...(doubt !== undefined && { doubt }) }];
  });
}

function fitsOf(peer: Peer, end: OtherEnd): readonly PeerFit[] {
  if (peer.kind === 'anyone')
    return [{ addresses: addressesOf(end), guard: always, ...(peer.doubt !== undefined && { doubt: peer.doubt }) }];
  if (peer.kind === 'blocks') return blockFits(peer.options, end);
  if (end.kind === 'outside' && end.hasOwnGroup === true) return suppliedFits(peer.wanted, end.family);
  const naming = end.kind === 'inside' ? end.naming : 'yes';
  const groups = end.kind === 'inside' ? end.of.groupSet.groups : (end.carriedBy?.groupSet.groups ?? []);
  if (naming === 'no') return [];
  return peer.wanted
    .flatMap((wanted) => groups.flatMap((group) => memberFits(wanted, group, end.family)))
    .map((fit) => (naming === 'yes' ? fit : { doubt: naming.doubt, ...fit }));
}

/** A group that a service makes is in no input: a rule means it where it names a group that is supplied. */
function suppliedFits(wanted: readonly Place[], family: Family): readonly PeerFit[] {
  return wanted.flatMap(({ resource, guard, name, settledBy = name }) =>
    resource === undefined ? [{ addresses: everywhere[family], guard, doubt: settledBy }] : [],
  );
}

/** How blocks fit the other end; every interface of a subnet has the same answer. */
function blockFits(options: readonly BlockOption[], end: OtherEnd): readonly PeerFit[] {
  return end.kind === 'outside' ? outsideFits(options, end) : subnetFitsOf(options, end.of.subnet, end.family);
}

const fitsBySubnet = new WeakMap<readonly BlockOption[], Map<string, readonly PeerFit[]>>();

/** `subnetFits`, remembered by the options themselves: they are made once for each rule. */
export function subnetFitsOf(options: readonly BlockOption[], of: SubnetClass, family: Family): readonly PeerFit[] {
  const known = fitsBySubnet.get(options) ?? new Map<string, readonly PeerFit[]>();
  fitsBySubnet.set(options, known);
  const key = `${of.number} ${family}`;
  const fits = known.get(key) ?? subnetFits(options, of.subnet, of.whereabouts[family], family);
  known.set(key, fits);
  return fits;
}

/** Is a member of `group` one of the wanted group? */
export function memberFits(wanted: Place, group: Place, family: Family): readonly PeerFit[] {
  const same = samePlace(wanted, group);
  if (same === 'no') return [];
  const guard = and(wanted.guard, group.guard);
  if (!isPossible(guard)) return [];
  const addresses = everywhere[family];
  if (same === 'yes') return [{ addresses, guard }];
  return [{ addresses, guard, doubt: wanted.settledBy ?? group.settledBy ?? wanted.name }];
}

function addressesOf(end: OtherEnd): Ranges<bigint> {
  return end.kind === 'outside' ? end.addresses : everywhere[end.family];
}

function noRule({ groups }: GroupSet, direction: Direction): Hop {
  const [first] = groups;
  const names = groups.map(({ name }) => name).join(', ');
  return {
    component: 'security-group',
    because: `no rule of ${names} ${direction === 'ingress' ? 'lets this in' : 'lets this out'}`,
    ...(first?.resource !== undefined && { resource: first.resource.id, origin: first.resource.origin }),
  };
}

/**
 * What the network ACLs of a subnet let pass: the first packet on its port, and the answers on ephemeral ports, since ACLs
 * keep no state. All interfaces of a subnet share the answer, and so do all other ends in one subnet.
 */
export function aclsLet(network: Network, of: SubnetClass, asked: Asked): Stage {
  const key = `acls ${of.number} ${asked.direction} ${asked.protocol} ${endKey(asked.end)}`;
  return network.remember(key, () => findAclsLet(network, of, asked));
}

function endKey(end: OtherEnd): string {
  return end.kind === 'outside' ? `${end.family} ${end.key}` : `${end.family} in ${end.of.subnet.number}`;
}

function findAclsLet(network: Network, { number, subnet }: SubnetClass, asked: Asked): Stage {
  const back: Direction = asked.direction === 'ingress' ? 'egress' : 'ingress';
  const found = network
    .remember(`acls of ${number}`, () => aclsOfSubnet(network, subnet))
    .map((acl) => {
      const there = decided(network, acl, asked);
      const answers = decided(network, acl, { ...asked, direction: back }, 'reply');
      return { acl, there, passed: withAnswers(there, answers) };
    });
  const refusalOf: RefusalOf = (narrow) => {
    const stopping = found.findLast(({ passed }) => narrow(passed).length === 0);
    return (
      stopping && refusedBy(stopping.acl, narrow(stopping.there).length === 0 ? asked.direction : `answers ${back}`)
    );
  };
  const passages = found.flatMap(({ acl, passed }) => under(passed, acl.place.guard));
  const because = `no network ACL of ${subnet.place.name} lets this pass`;
  return { passages, refusal: refusalOf((all) => all) ?? { component: 'network-acl', because }, refusalOf };
}

function refusedBy({ place }: Acl, direction: string): Hop {
  return {
    component: 'network-acl',
    because: `network ACL ${place.name} lets this not pass (${direction})`,
    ...(place.resource !== undefined && { resource: place.resource.id, origin: place.resource.origin }),
  };
}

/** The disjoint sets of packets that an ACL allows. */
function decided(network: Network, acl: Acl, asked: Asked, echo: Echo = 'request'): readonly Passage[] {
  const { direction, protocol, end } = asked;
  const kind = protocol === 'icmp' ? `${protocol} ${echo}` : protocol;
  const list = `${acl.place.key} ${acl.standard} ${direction} ${kind}`;
  return network.remember(`acl ${list} ${endKey(end)}`, () => {
    const standardNumber = end.family === 'v4' ? 100 : 101;
    const found = network.remember(`entries ${list} ${standardNumber}`, () =>
      aclList(network, acl, { direction, protocol, echo, standardNumber }),
    );
    const addresses = addressesOf(end);
    if (found.kind === 'unclear') return [{ ports: allPorts, addresses, guard: always, hops: [], doubt: found.doubt }];
    return decide(
      found.entries.flatMap((entry) => deciding(entry, end)),
      addresses,
    );
  });
}

function deciding(entry: AclEntry, end: OtherEnd): readonly Decided[] {
  const { ports, hops, options } = entry;
  const fits = options === undefined ? [{ addresses: addressesOf(end), guard: always }] : blockFits(options, end);
  return fits.flatMap((fit: PeerFit): readonly Decided[] => {
    const guard = and(entry.guard, fit.guard);
    if (!isPossible(guard)) return [];
    const doubt = entry.doubt ?? fit.doubt;
    const denies = { ports, addresses: fit.addresses, guard, ...(doubt !== undefined && { doubt }) };
    if (entry.verdict === 'either') return [{ ...denies, hops }, denies];
    return [entry.verdict === 'allow' ? { ...denies, hops } : denies];
  });
}

/** Connections whose answers may return to at least one ephemeral port. */
function withAnswers(there: readonly Passage[], answers: readonly Passage[]): readonly Passage[] {
  const returning = answers.filter(({ ports }) => intersect(ports, ephemeral).length > 0);
  return there.flatMap((first) =>
    returning.flatMap((second): readonly Passage[] => {
      const addresses = intersect(first.addresses, second.addresses);
      const guard = and(first.guard, second.guard);
      if (addresses.length === 0 || !isPossible(guard)) return [];
      const doubt = first.doubt ?? second.doubt;
      const hops = [...first.hops, ...second.hops];
      return [{ ports: first.ports, addresses, guard, hops, ...(doubt !== undefined && { doubt }) }];
    }),
  );
}
