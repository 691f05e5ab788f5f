import { always, and, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/questions.ts';
import { aclStage } from './acl-stage.ts';
import type { Family } from './address.ts';
import { addressStage, noAddressNeeded } from './address-stage.ts';
import { groupStage } from './group-stage.ts';
import type { Network } from './network.ts';
import type { NetworkInterface, Subnet } from './network-interface.ts';
import { allPorts, joined, meet, type Passage, type Stage, under } from './passage.ts';
import type { Ranges } from './ranges.ts';
import { blockOf, outside, type Remote } from './remote.ts';
import { gatewayOf, type Way, waysOut } from './route-stage.ts';
import type { Protocol } from './rule-traffic.ts';

/** Addresses outside of the resources given: the internet, or a block. */
export interface OutsideEnd {
  readonly family: Family;
  readonly addresses: Ranges<bigint>;
  /** Names the set of addresses. */
  readonly key: string;
  /** Routed over the internet, or over private networks. */
  readonly over: 'internet' | 'private';
}

/** Can somebody outside open a connection to this interface? Components in the order of the way. */
export function fromOutside(
  network: Network,
  to: NetworkInterface,
  from: OutsideEnd & { readonly protocol: Protocol },
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const remote = outside(network, from);
  const question = { direction: 'ingress', protocol: from.protocol, remote } as const;
  const address = from.over === 'internet' ? addressStage(network, to, from.family) : noAddressNeeded(from.family);
  // Hardly anything has an IPv6 address: nothing else needs to be asked then.
  if (from.family === 'v6' && address.passages.length === 0) return { passages: [], refusal: address.refusal };
  const isLocal = from.over === 'private' && isWithin(network, to.subnet, from);
  const stages = [
    isLocal ? open(remote) : routeStage(network, to, from),
    address,
    aclStage(network, to.subnet, question),
    groupStage(network, to, question),
  ];
  return passStages(stages, to);
}

/** What passes all stages; the first stage after which nothing is left is the one that blocks. */
export function passStages(
  stages: readonly Stage[],
  end: NetworkInterface,
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const empty = stages.find((stage) => stage.passages.length === 0);
  if (empty !== undefined) return { passages: [], refusal: empty.refusal };
  let passages: readonly Passage[] | undefined;
  for (const stage of stages) {
    passages = passages === undefined ? stage.passages : meet(passages, stage.passages);
    if (passages.length === 0) return { passages, refusal: stage.refusal };
  }
  return { passages: joined(under(passages ?? [], end.guard)) };
}

export function open({ addresses }: Pick<Remote, 'addresses'>): Stage {
  return {
    passages: [{ ports: allPorts, addresses, guard: always, hops: [] }],
    refusal: { component: 'route', because: 'the local route of the VPC' },
  };
}

export function isWithin(network: Network, subnet: Subnet, from: OutsideEnd): boolean {
  return (network.vpcs.get(subnet.vpc.key) ?? []).some(({ part }) =>
    part.cidrs.some((cidr) => {
      const block = blockOf(cidr);
      if (block.kind !== 'known' || block.family !== from.family) return false;
      return from.addresses.every(({ from: first, end }) =>
        block.addresses.some((range) => range.from <= first && end <= range.end),
      );
    }),
  );
}

/** Answers must find their way back: the routes of the subnet towards the other end, and the gateway that they lead to. */
export function routeStage(network: Network, to: NetworkInterface, from: OutsideEnd): Stage {
  const ways = waysOut(network, to.subnet, from);
  const passages = ways.flatMap((way) => entryOf(network, to, { way, over: from.over }));
  return { passages, refusal: noRoute(to, ways) };
}

function entryOf(
  network: Network,
  to: NetworkInterface,
  by: { readonly way: Way; readonly over: OutsideEnd['over'] },
): readonly Passage[] {
  const { way, over } = by;
  if (way.kind === 'supplied') return [over === 'internet' ? taken(to, way.passage) : way.passage];
  if (over === 'private') return privateEntry(network, to, way);
  if (way.kind === 'endpoint')
    return [{ ...way.passage, doubt: `what ${way.target?.name ?? 'the endpoint'} lets pass` }];
  if (way.kind !== 'gateway') return [];
  const gateway = gatewayOf(network, way, to.subnet);
  if (gateway === undefined) return [];
  const guard = and(way.passage.guard, gateway.guard);
  if (!isPossible(guard)) return [];
  const doubt = gateway.doubt ?? way.passage.doubt;
  return [
    {
      ...way.passage,
      guard,
      hops: [...gateway.hops, ...way.passage.hops],
      ...(doubt !== undefined && to.placement.needsPublicSubnets !== true && { doubt }),
    },
  ];
}

/** An internet-facing load balancer works in public subnets only: where their routes are not given, they are taken to exist. */
function taken(to: NetworkInterface, passage: Passage): Passage {
  if (to.placement.needsPublicSubnets !== true) return passage;
  const { doubt: _, ...sure } = passage;
  const because = `${to.resource.address} is internet-facing, which works only in subnets with a route to an internet gateway`;
  return { ...sure, hops: [{ component: 'placement', because, resource: to.resource.id, origin: to.resource.origin }] };
}

/** Private networks elsewhere are reached by gateways that are not followed. */
function privateEntry(network: Network, to: NetworkInterface, way: Way): readonly Passage[] {
  const followed = way.kind === 'nat' || way.kind === 'egress-only-gateway';
  const isInternet = way.kind === 'gateway' && gatewayOf(network, way, to.subnet) !== undefined;
  if (followed || isInternet) return [];
  return [{ ...way.passage, doubt: `what ${way.target?.name ?? way.kind} connects` }];
}

function noRoute(to: NetworkInterface, ways: readonly Way[]): Hop {
  const [way] = ways;
  const { place } = to.subnet;
  if (way === undefined)
    return {
      component: 'route',
      because: `no route of subnet ${place.name} leads there`,
      ...(place.resource !== undefined && { resource: place.resource.id, origin: place.resource.origin }),
    };
  const because = `${way.passage.hops.map((hop) => hop.because).join(', ')}, which lets nothing in`;
  return { component: 'route', because, ...(way.by !== undefined && { resource: way.by.id, origin: way.by.origin }) };
}
