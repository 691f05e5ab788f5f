import { casesOf } from '../../../model/fact.ts';
import { type Guard, guardKey } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Resource } from '../../../model/resource.ts';
import type { OutsideEnd } from '../outside/outside-end.ts';
import type { Family } from '../packets/address.ts';
import type { Passage } from '../packets/passage.ts';
import { type Ranges, rangesKey, unite } from '../packets/ranges.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import { listeningStage } from './listening.ts';
import type { Network } from './network.ts';
import { interfacesOf, type NetworkInterface, type Subnet } from './network-interface.ts';
import type { Place } from './place.ts';
import { destinationsIn, type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** A subnet with what rules and routes see of it, worked out once. */
export interface SubnetClass {
  readonly number: number;
  readonly subnet: Subnet;
  readonly whereabouts: Readonly<Record<Family, Whereabouts>>;
  /** What packets to it are sent to. */
  readonly destinations: Readonly<Record<Family, Ranges<bigint>>>;
  readonly givesV6: boolean;
}

/** The security groups of an interface, in their order. */
export interface GroupSet {
  readonly number: number;
  readonly groups: readonly Place[];
}

/** Interfaces that no rule and no route can tell apart. */
export interface InterfaceClass {
  readonly number: number;
  readonly subnet: SubnetClass;
  readonly groupSet: GroupSet;
  readonly unfiltered: boolean;
  readonly guard: Guard;
  /** IPv6 is only worth asking for where a subnet of the resource gives such addresses. */
  readonly hasV6: boolean;
  readonly listens: Listening;
  /** One of them: subnet, groups and guard are those of all. */
  readonly example: NetworkInterface;
}

/** What resources accept connections on. */
export interface Listening {
  readonly number: number;
  /** By private addresses. */
  readonly on: Readonly<Record<Protocol, readonly Passage[]>>;
}

/** A resource as an end of connections; no interfaces when it stands in no VPC. */
export interface Station {
  readonly resource: Resource;
  readonly interfaces: readonly { readonly one: NetworkInterface; readonly of: InterfaceClass }[];
  /** The input that would tell where it stands. */
  readonly settledBy?: string;
  readonly hasV6: boolean;
}

/** All classes that were met so far, and the stations made of them. */
export interface Stations {
  of(resource: Resource): Station;
  subnet(subnet: Subnet): SubnetClass;
  groupsOf(one: NetworkInterface): Pick<InterfaceClass, 'groupSet' | 'unfiltered'>;
  classes(): readonly InterfaceClass[];
}

/** Sorts interfaces into classes as they are asked for. Linear in interfaces. */
export function createStations(network: Network): Stations {
  const known = new Map<ResourceId, Station>();
  const subnets = createTable<SubnetClass>();
  const groupSets = createTable<GroupSet>();
  const classes = createTable<InterfaceClass>();
  const subnetOf = (subnet: Subnet) => {
    const key = `${subnet.place.key}\n${subnet.vpc.key}\n${subnet.ofDefaultVpc}`;
    return subnets.of(key, (number) => subnetClass(network, subnet, number));
  };
  const listenings = createTable<Listening>();
  const listeningByFact = new WeakMap<object, Listening>();
  const listeningOf = (resource: Resource): Listening => {
    // What does not apply to a type is one answer for all of its resources.
    const fact = network.base.fact(resource.id, 'endpoints');
    const known = listeningByFact.get(fact) ?? findListening(resource);
    listeningByFact.set(fact, known);
    return known;
  };
  const findListening = (resource: Resource): Listening => {
    const heard = (over: OutsideEnd['over']) => (protocol: Protocol) =>
      listeningStage(network.base, resource, { family: 'v4', protocol, over }).passages;
    const protocols = ['tcp', 'udp', 'icmp'] as const;
    const [tcp = [], udp = [], icmp = []] = protocols.map(heard('private'));
    const on = { tcp, udp, icmp };
    const publicly = protocols.map(heard('internet'));
    const key = [tcp, udp, icmp, ...publicly].map(passagesKey).join(' / ');
    return listenings.of(key, (number) => ({ number, on }));
  };
  const groupsOf = ({ groups, placement }: NetworkInterface) => {
    const named = groups.map(({ key, guard: when }) => `${key} ${guardKey(when)}`).join('\n');
    return {
      groupSet: groupSets.of(named, (number) => ({ number, groups })),
      unfiltered: placement.unfiltered === true,
    };
  };
  const classOf = (example: NetworkInterface, of: Pick<InterfaceClass, 'hasV6' | 'listens'>): InterfaceClass => {
    const { subnet, guard } = example;
    const at = subnetOf(subnet);
    const { groupSet, unfiltered } = groupsOf(example);
    const key = `${at.number} ${groupSet.number} ${unfiltered} ${of.hasV6} ${of.listens.number} ${guardKey(guard)}`;
    return classes.of(key, (number) => ({ number, subnet: at, groupSet, unfiltered, guard, ...of, example }));
  };
  return {
    of(resource) {
      const before = known.get(resource.id);
      if (before !== undefined) return before;
      // What stands in no VPC is quick to find out again.
      const { interfaces: found, settledBy } = interfacesOf(network, resource);
      if (found.length === 0 && settledBy === undefined) return { resource, interfaces: [], hasV6: false };
      const hasV6 = found.some(({ subnet }) => subnetOf(subnet).givesV6);
      const common = { hasV6, listens: listeningOf(resource) };
      const interfaces = found.map((one) => ({ one, of: classOf(one, common) }));
      const station = { resource, interfaces, hasV6, ...(settledBy !== undefined && { settledBy }) };
      known.set(resource.id, station);
      return station;
    },
    subnet: subnetOf,
    groupsOf,
    classes: classes.all,
  };
}

/** Is it, or may it be, in a VPC? */
export function isPlaced({ interfaces, settledBy }: Station): boolean {
  return interfaces.length > 0 || settledBy !== undefined;
}

function subnetClass(network: Network, subnet: Subnet, number: number): SubnetClass {
  const byFamily = <T>(find: (family: Family) => T) => ({ v4: find('v4'), v6: find('v6') });
  return {
    number,
    subnet,
    whereabouts: byFamily((family) => whereaboutsOf(network, subnet, family)),
    destinations: byFamily((family) => unite(destinationsIn(network, subnet, family))),
    givesV6: (network.subnets.get(subnet.place.key) ?? []).some(({ part }) =>
      (part.givesIpv6Address === undefined ? [] : casesOf(part.givesIpv6Address)).some(
        ({ fact }) => fact.kind === 'known' && fact.value,
      ),
    ),
  };
}

/** Equal for passages that differ in nothing but what they cite. */
export function passagesKey(passages: readonly Passage[]): string {
  return passages.map(({ ports, guard, doubt }) => `${rangesKey(ports)} ${guardKey(guard)} ${doubt ?? ''}`).join('; ');
}

function createTable<T>() {
  const known = new Map<string, T>();
  const rows: T[] = [];
  return {
    of(key: string, make: (number: number) => T): T {
      const before = known.get(key);
      if (before !== undefined) return before;
      const made = make(rows.length);
      known.set(key, made);
      rows.push(made);
      return made;
    },
    all: (): readonly T[] => rows,
  };
}
