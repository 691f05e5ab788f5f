import { optionsOf } from '../../../catalog/answer.ts';
import { describeValue } from '../../../catalog/describe-value.ts';
import { always, and, type Guard, isPossible, not, or } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import { holesOf, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { Direction } from '../groups/group-rules.ts';
import { type BlockOption, blockOptions } from '../groups/peer.ts';
import type { Network, Stated } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import type { Place } from '../network/place.ts';
import { allPorts } from '../packets/passage.ts';
import type { Ranges } from '../packets/ranges.ts';
import { type Echo, type Protocol, trafficOf } from '../packets/rule-traffic.ts';

/** A network ACL of a subnet; the standard one is named by its VPC. */
export interface Acl {
  readonly place: Place;
  readonly standard: boolean;
}

/** An entry in the order in which it counts. Everything is read but how its block fits the other end. */
export interface AclEntry {
  readonly ports: Ranges<number>;
  readonly guard: Guard;
  /** Undefined: everybody. */
  readonly options?: readonly BlockOption[];
  readonly verdict: 'allow' | 'deny' | 'either';
  readonly hops: readonly Hop[];
  /** What it hangs on, before a doubt about its block. */
  readonly doubt?: string;
}

/** The entries of an ACL for one direction and protocol, or the input without which their order cannot be told. */
export type AclList =
  | { readonly kind: 'entries'; readonly entries: readonly AclEntry[] }
  | { readonly kind: 'unclear'; readonly doubt: string };

/** The ACLs of a subnet by association; the default one of the VPC where none is in force. */
export function aclsOfSubnet(network: Network, { place, vpc }: Subnet): readonly Acl[] {
  const associated = (network.aclsOfSubnets.get(place.key) ?? []).flatMap(({ part, by, guard }) =>
    network.places(part.acl, by).flatMap((acl) => {
      const both = and(guard, acl.guard);
      // The VPC's attribute `DefaultNetworkAcl` names the default one.
      return isPossible(both) ? [{ place: { ...acl, guard: both }, standard: network.vpcs.has(acl.key) }] : [];
    }),
  );
  const rest = not(or(...associated.map((acl) => acl.place.guard)));
  if (!isPossible(rest)) return associated;
  const name = `default network ACL of ${vpc.name}`;
  return [...associated, { place: { ...vpc, name, guard: rest }, standard: true }];
}

/**
 * Entries count by their number. The default ACL allows everything by entry 100 (101 for IPv6) until the template adds to
 * it by the VPC's attribute ("Default network ACL", VPC user guide).
 */
export function aclList(
  network: Network,
  { place, standard }: Acl,
  of: {
    readonly direction: Direction;
    readonly protocol: Protocol;
    readonly echo: Echo;
    readonly standardNumber: number;
  },
): AclList {
  const stated = (network.entries.get(place.key) ?? []).filter(({ part }) => part.entry.direction === of.direction);
  const unnumbered = stated.find(({ part }) => numberOf(part.entry.number) === undefined);
  if (unnumbered !== undefined) return { kind: 'unclear', doubt: `the number of ${unnumbered.by.address}` };
  if (place.resource === undefined && !standard && place.settledBy !== undefined)
    return { kind: 'unclear', doubt: place.settledBy };
  const numbered = stated.flatMap((one) => {
    const number = numberOf(one.part.entry.number) ?? 0;
    return compiled(network, place, { one, protocol: of.protocol, echo: of.echo }).map((entry) => ({ number, entry }));
  });
  const open: AclEntry = { ports: allPorts, guard: always, verdict: 'allow', hops: [] };
  if (standard) numbered.push({ number: of.standardNumber, entry: open });
  return { kind: 'entries', entries: numbered.sort((a, b) => a.number - b.number).map(({ entry }) => entry) };
}

function compiled(
  network: Network,
  acl: Place,
  reading: { readonly one: Stated<'network-acl-entry'>; readonly protocol: Protocol; readonly echo: Echo },
): readonly AclEntry[] {
  const { one, protocol, echo } = reading;
  const { entry } = one.part;
  const options = blockOptions(network, entry.cidr, one.by);
  if (options.length === 0) return [];
  const hops = [citation(acl, one)];
  return verdictsOf(entry.action).flatMap((action) =>
    trafficOf(entry, protocol, echo).flatMap((traffic): readonly AclEntry[] => {
      const guard = and(one.guard, entry.guard ?? always, action.guard, traffic.guard);
      const doubt = action.doubt ?? traffic.doubt;
      if (!isPossible(guard)) return [];
      const { verdict } = action;
      return [{ ports: traffic.ports, guard, options, verdict, hops, ...(doubt !== undefined && { doubt }) }];
    }),
  );
}

interface Verdict {
  readonly guard: Guard;
  readonly verdict: AclEntry['verdict'];
  readonly doubt?: string;
}

function verdictsOf(value: Value | undefined): readonly Verdict[] {
  return optionsOf(value).map(({ guard, value: option }) => {
    const text = option === undefined ? [] : (textOf(option) ?? []);
    const word = literalOf(text)?.toLowerCase();
    if (word !== undefined) return { guard, verdict: word === 'allow' ? 'allow' : 'deny' };
    return { guard, verdict: 'either', doubt: holesOf(text)[0]?.settledBy ?? 'the action of the entry' };
  });
}

function numberOf(value: Value | undefined): number | undefined {
  const text = value === undefined ? undefined : textOf(value);
  const word = text === undefined ? undefined : literalOf(text);
  return word === undefined || word === '' || Number.isNaN(Number(word)) ? undefined : Number(word);
}

function citation(acl: Place, { part: { entry } }: Stated<'network-acl-entry'>): Hop {
  const cidr = entry.cidr === undefined ? '' : describeValue(entry.cidr);
  const number = entry.number === undefined ? '' : describeValue(entry.number);
  return {
    component: 'network-acl',
    because: `network ACL ${acl.name} entry ${number} allows ${entry.direction} ${cidr}`,
    origin: entry.origin,
    ...(acl.resource !== undefined && { resource: acl.resource.id }),
  };
}
