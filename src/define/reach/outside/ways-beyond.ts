import { casesOf } from '../../../model/fact.ts';
import { always, and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import { attachmentsOfVpc, exitsOf } from '../links/transit.ts';
import type { Network } from '../network/network.ts';
import { type NetworkInterface, type Subnet, subnetAt } from '../network/network-interface.ts';
import { samePlace } from '../network/place.ts';
import { internet } from '../packets/address.ts';
import { blockersOf } from '../packets/packet-sets.ts';
import { allPorts, meet, type Passage, type RefusalOf, type Stage, under } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import { appliancesAt, inspected } from '../routes/appliance.ts';
import { publicAccess } from '../routes/public-access.ts';
import { gatewayOf, type Way } from '../routes/routes.ts';
import { addressStage } from './address-stage.ts';
import type { OutsideEnd } from './outside-end.ts';
import { overPeering, peeringRefusal } from './over-peering.ts';
import { overLines } from './private-entry.ts';
import { isPrivateGateway } from './private-lines.ts';

interface Leaving {
  /** Who opens the connection; undefined once it goes by the address of a NAT gateway. */
  readonly end?: NetworkInterface;
  readonly to: OutsideEnd;
  readonly protocol: Protocol;
  /** Subnets and transit gateways that the way has led through. */
  readonly seen: ReadonlySet<string>;
}

type Left = Pick<Stage, 'passages' | 'refusalOf'> & { readonly refusal?: Hop };

export function exitsFrom(network: Network, subnet: Subnet, leaving: Leaving): Left {
  const found = network.waysOut(subnet, leaving.to).map((way) => exitOf(network, { way, subnet }, leaving));
  return together(found);
}

function exitOf(network: Network, at: { readonly way: Way; readonly subnet: Subnet }, leaving: Leaving): Left {
  const { way, subnet } = at;
  const { to, end } = leaving;
  switch (way.kind) {
    case 'supplied':
    case 'local':
      return { passages: [way.passage] };
    case 'gateway':
      return overGateway(network, at, leaving);
    case 'nat':
      return throughNat(network, way, leaving);
    case 'egress-only-gateway':
      return publicAccess(network, { subnet, passing: 'nat' }, to.family === 'v6' ? [way.passage] : []);
    case 'endpoint':
      return throughAppliances(network, way, leaving);
    case 'transit-gateway':
      return throughTransit(network, way, subnet, leaving);
    case 'peering': {
      const isOwn = end === undefined || samePlace(subnet.vpc, end.subnet.vpc) !== 'no';
      return isOwn ? overPeering(network, way, subnet, to) : { passages: [], refusal: peeringRefusal(way) };
    }
    default:
      return { passages: [unclear(way)] };
  }
}

/** An internet gateway knows the addresses of its own VPC alone, and passes on those that are public or translated. */
function overGateway(network: Network, at: { readonly way: Way; readonly subnet: Subnet }, leaving: Leaving): Left {
  const { way, subnet } = at;
  const { to, end } = leaving;
  if (way.target !== undefined && isPrivateGateway(network, way.target))
    return overLines(network, { subnet, way, gateway: way.target }, to);
  if (end !== undefined && samePlace(subnet.vpc, end.subnet.vpc) === 'no')
    return { passages: [], refusal: gatewayRefusal(way, `serves no addresses but those of ${subnet.vpc.name}`) };
  const through = throughGateway(network, way, subnet);
  if (through.length === 0)
    return { passages: [], refusal: gatewayRefusal(way, `is not attached to ${subnet.vpc.name}`) };
  const abroad = meet(through, [{ ports: allPorts, addresses: internet[to.family], guard: always, hops: [] }]);
  if (abroad.length === 0)
    return { passages: [], refusal: gatewayRefusal(way, 'leads to the internet, where no private address is') };
  if (end === undefined) return publicAccess(network, { subnet, passing: 'nat' }, abroad);
  const addressed = meet(abroad, addressStage(network, end, to.family).passages);
  // Interfaces that are alike share the answer: it names none of them.
  if (addressed.length === 0)
    return {
      passages: [],
      refusal: {
        ...gatewayRefusal(way, 'serves public addresses alone, and there is none'),
        component: 'public-address',
      },
    };
  return publicAccess(network, { subnet, passing: 'out' }, addressed);
}

function gatewayRefusal({ target, kind }: Way, why: string): Hop {
  const { resource } = target ?? {};
  const because = `${target?.name ?? kind} ${why}`;
  return {
    component: 'gateway',
    because,
    ...(resource !== undefined && { resource: resource.id, origin: resource.origin }),
  };
}

function unclear(way: Way): Passage {
  return { ...way.passage, doubt: way.passage.doubt ?? `what ${way.target?.name ?? way.kind} lets pass` };
}

function throughGateway(network: Network, way: Way, subnet: Subnet): readonly Passage[] {
  const gateway = gatewayOf(network, way, subnet);
  if (gateway === undefined) return [];
  const guard = and(way.passage.guard, gateway.guard);
  if (!isPossible(guard)) return [];
  const doubt = gateway.doubt ?? way.passage.doubt;
  const hops = [...way.passage.hops, ...gateway.hops];
  return [{ ...way.passage, guard, hops, ...(doubt !== undefined && { doubt }) }];
}

/** Further subnets that a way leads through; none again that it has led through before. */
function onward(network: Network, subnets: readonly Subnet[], leaving: Leaving): Left {
  const found = subnets
    .filter(({ place }) => !leaving.seen.has(place.key))
    .map((subnet) => exitsFrom(network, subnet, { ...leaving, seen: new Set([...leaving.seen, subnet.place.key]) }));
  return together(found);
}

/** A firewall sends on from its own subnets. */
function throughAppliances(network: Network, way: Way, leaving: Leaving): Left {
  const found = appliancesAt(network, way.target, way.kind).map((appliance): Left => {
    const passed = inspected([way.passage], [appliance]);
    if (appliance.subnets.length === 0 || passed.passages.length === 0) return passed;
    const next = onward(network, appliance.subnets, leaving);
    return { ...next, passages: meet(passed.passages, next.passages) };
  });
  return together(found);
}

/** Over a transit gateway into a VPC that leads out: its NAT gateway serves the others. */
function throughTransit(network: Network, way: Way, subnet: Subnet, leaving: Leaving): Left {
  const { target } = way;
  const own = target === undefined ? [] : attachmentsOfVpc(network, target, subnet.vpc);
  if (target === undefined || own.length === 0) return { passages: [unclear(way)] };
  const found = own.flatMap((attachment) =>
    exitsOf(network, { gateway: target, attachment }, leaving.to).map((exit): Left => {
      const first = meet([way.passage], under([exit.passage], attachment.guard));
      const arriving = exit.attachment;
      if (arriving === undefined || arriving.part.vpc === undefined) {
        const doubt = `what ${arriving?.by.address ?? target.name} lets pass`;
        return { passages: first.map((one) => ({ doubt, ...one })) };
      }
      const vpc = network.places(arriving.part.vpc, arriving.by)[0];
      const subnets = arriving.part.subnets
        .flatMap((value) => network.places(value, arriving.by))
        .flatMap((place) => subnetAt(network, place, vpc));
      const next = onward(network, subnets, leaving);
      return { ...next, passages: meet(first, next.passages) };
    }),
  );
  if (found.length > 0) return together(found);
  const because = `the tables of ${target.name} lead nothing there from ${subnet.vpc.name}`;
  const { resource } = target;
  const named = resource !== undefined && { resource: resource.id, origin: resource.origin };
  return { passages: [], refusal: { component: 'transit-gateway', because, ...named } };
}

/**
 * A public NAT gateway stands in a subnet of its own, from which the internet must be reached in turn. The network ACL of
 * that subnet sees the sender come in, and the gateway go out ("Route to the internet", NAT gateways, VPC user guide).
 */
function throughNat(network: Network, way: Way, leaving: Leaving): Left {
  const key = way.target?.key ?? '';
  const stated = network.nats.get(key) ?? [];
  if (stated.length === 0)
    return {
      passages: [{ ...way.passage, doubt: way.target?.settledBy ?? `what ${way.target?.name ?? 'NAT'} leads to` }],
    };
  return together(
    stated.flatMap(({ part, by, guard }) =>
      casesOf(part.public).flatMap((option): readonly Left[] => {
        const isPublic = option.fact.kind === 'unknown' || option.fact.value;
        if (!isPublic && leaving.to.over === 'internet')
          return [
            {
              passages: [],
              refusal: gatewayRefusal(way, 'is private: it leads to other networks, not to the internet'),
            },
          ];
        const doubt = option.fact.kind === 'unknown' ? option.fact.settledBy : undefined;
        const first = under([{ ...way.passage, ...(doubt !== undefined && { doubt }) }], and(guard, option.guard));
        const subnets = network.places(part.subnet, by).flatMap((place) => subnetAt(network, place, undefined));
        return subnets.map((subnet) => bySubnetOfNat(network, subnet, leaving, first));
      }),
    ),
  );
}

function bySubnetOfNat(network: Network, subnet: Subnet, leaving: Leaving, arriving: readonly Passage[]): Left {
  const { end, ...unnamed } = leaving;
  const { to, protocol } = leaving;
  const asked = { protocol, family: to.family } as const;
  const isApart = end !== undefined && samePlace(end.subnet.place, subnet.place) !== 'yes';
  const acls = [
    ...(isApart ? [network.aclStage(subnet, { ...asked, direction: 'ingress', end })] : []),
    network.aclStage(subnet, { ...asked, direction: 'egress', end: to }),
  ];
  const next = onward(network, [subnet], unnamed);
  const route = { component: 'route', because: `no route of subnet ${subnet.place.name} leads out` } as const;
  const stages = [...acls, { refusal: route, ...next }];
  let passages = arriving;
  for (const stage of stages) {
    passages = meet(passages, stage.passages);
    if (passages.length === 0) return { passages, refusal: stage.refusal };
  }
  const refusalOf: RefusalOf = (narrow) => {
    const [first] = blockersOf(stages, narrow);
    return first?.refusalOf?.(narrow) ?? first?.refusal;
  };
  return { passages, refusalOf };
}

function together(found: readonly Left[]): Left {
  const refusal = found.find((one) => one.refusal !== undefined)?.refusal;
  const refusalOf: RefusalOf = (narrow) =>
    found.map((one) => one.refusalOf?.(narrow) ?? one.refusal).find((hop) => hop !== undefined);
  return { passages: found.flatMap(({ passages }) => passages), refusalOf, ...(refusal !== undefined && { refusal }) };
}
