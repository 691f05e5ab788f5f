import { and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Network } from '../network/network.ts';
import type { NetworkInterface, Subnet } from '../network/network-interface.ts';
import { blockOf } from '../packets/block-value.ts';
import { meet, type Passage, type Stage, under } from '../packets/passage.ts';
import { appliancesAt, inspected } from '../routes/appliance.ts';
import { gatewayDetours } from '../routes/gateway-table.ts';
import { publicAccess } from '../routes/public-access.ts';
import { gatewayOf, type Way } from '../routes/routes.ts';
import type { OutsideEnd } from './outside-end.ts';
import { privateEntry } from './private-entry.ts';

/** Do all of the addresses lie in the blocks of the subnet's VPC? */
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
  const ways = network.waysOut(to.subnet, from);
  const entries = ways.map((way) => entryOf(network, to, { way, from }));
  const dropped = entries.find((entry) => entry.refusal !== undefined)?.refusal;
  return { passages: entries.flatMap((entry) => entry.passages), refusal: dropped ?? noRoute(to, ways) };
}

/** What comes in by a way, and the component that drops it. */
interface Entered {
  readonly passages: readonly Passage[];
  readonly refusal?: Hop;
}

interface Arriving {
  readonly way: Way;
  readonly from: OutsideEnd;
}

function entryOf(network: Network, to: NetworkInterface, by: Arriving): Entered {
  const { way, from } = by;
  const isPrivate = from.over === 'private';
  if (way.kind === 'supplied') return { passages: [isPrivate ? way.passage : taken(to, way.passage)] };
  if (isPrivate) return privateEntry(network, to.subnet, way, from);
  if (way.kind === 'endpoint') return throughFirewall(network, to, by);
  if (way.kind !== 'gateway') return { passages: [] };
  const gateway = gatewayOf(network, way, to.subnet);
  if (gateway === undefined) return { passages: [] };
  const guard = and(way.passage.guard, gateway.guard);
  if (!isPossible(guard)) return { passages: [] };
  const doubt = gateway.doubt ?? way.passage.doubt;
  const { doubt: _, ...passage } = way.passage;
  const entered: Passage = {
    ...passage,
    guard,
    hops: [...gateway.hops, ...way.passage.hops],
    ...(doubt !== undefined && to.placement.needsPublicSubnets !== true && { doubt }),
  };
  const admitted = publicAccess(network, { subnet: to.subnet, passing: 'in' }, [entered]);
  if (admitted.passages.length === 0) return admitted;
  return inspected(admitted.passages, gatewayDetours(network, way, to.subnet, from.family));
}

/** A route to the endpoint of a firewall: packets come in through it when its own subnet leads to the internet. */
function throughFirewall(network: Network, to: NetworkInterface, { way, from }: Arriving): Entered {
  const found = appliancesAt(network, way.target, way.kind).map((appliance): Entered => {
    const entered = inspected([way.passage], [appliance]);
    if (appliance.subnets.length === 0 || entered.passages.length === 0) return entered;
    const gateways = appliance.subnets.flatMap((subnet) =>
      network.waysOut(subnet, from).flatMap((next): readonly Passage[] => {
        if (next.kind === 'supplied') return [next.passage];
        const gateway = next.kind === 'gateway' ? gatewayOf(network, next, subnet) : undefined;
        if (gateway === undefined) return [];
        const { guard, hops, doubt } = gateway;
        const whole = { ...next.passage, hops: [...hops, ...next.passage.hops], ...(doubt !== undefined && { doubt }) };
        return under([whole], guard);
      }),
    );
    return publicAccess(network, { subnet: to.subnet, passing: 'in' }, meet(gateways, entered.passages));
  });
  const refusal = found.find((one) => one.refusal !== undefined)?.refusal;
  return { passages: found.flatMap((one) => one.passages), ...(refusal !== undefined && { refusal }) };
}

/** An internet-facing load balancer works in public subnets only: where their routes are not given, they are taken to exist. */
function taken(to: NetworkInterface, passage: Passage): Passage {
  if (to.placement.needsPublicSubnets !== true) return passage;
  const { doubt: _, ...sure } = passage;
  const because = `${to.resource.address} is internet-facing, which works only in subnets with a route to an internet gateway`;
  return { ...sure, hops: [{ component: 'placement', because, resource: to.resource.id, origin: to.resource.origin }] };
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
