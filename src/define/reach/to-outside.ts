import { casesOf } from '../../model/fact.ts';
import { and, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/questions.ts';
import { aclStage } from './acl-stage.ts';
import { addressStage } from './address-stage.ts';
import { type OutsideEnd, passStages } from './from-outside.ts';
import { groupStage } from './group-stage.ts';
import type { Network } from './network.ts';
import type { NetworkInterface, Subnet } from './network-interface.ts';
import { meet, type Passage, under } from './passage.ts';
import { outside } from './remote.ts';
import { gatewayOf, type Way, waysOut } from './route-stage.ts';
import type { Protocol } from './rule-traffic.ts';

/** Can this interface open a connection to somebody outside? */
export function toOutside(
  network: Network,
  from: NetworkInterface,
  to: OutsideEnd & { readonly protocol: Protocol },
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const question = { direction: 'egress', protocol: to.protocol, remote: outside(network, to) } as const;
  const exits = waysOut(network, from.subnet, to).flatMap((way) => exitOf(network, from, { way, to }));
  const { place } = from.subnet;
  const refusal: Hop = {
    component: 'route',
    because: `no route of subnet ${place.name} leads out`,
    ...(place.resource !== undefined && { resource: place.resource.id, origin: place.resource.origin }),
  };
  const stages = [
    groupStage(network, from, question),
    aclStage(network, from.subnet, question),
    { passages: exits, refusal },
  ];
  return passStages(stages, from);
}

export function exitOf(
  network: Network,
  from: NetworkInterface,
  by: { readonly way: Way; readonly to: OutsideEnd },
): readonly Passage[] {
  const { way, to } = by;
  switch (way.kind) {
    case 'supplied':
    case 'local':
      return [way.passage];
    case 'gateway':
      return meet(throughGateway(network, way, from.subnet), addressStage(network, from, to.family).passages);
    case 'nat':
      return throughNat(network, way, to);
    case 'egress-only-gateway':
      return to.family === 'v6' ? [way.passage] : [];
    default:
      return [{ ...way.passage, doubt: `what ${way.target?.name ?? way.kind} lets pass` }];
  }
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

/** A public NAT gateway stands in a subnet of its own, from which the internet must be reached in turn. */
function throughNat(network: Network, way: Way, to: OutsideEnd): readonly Passage[] {
  const key = way.target?.key ?? '';
  const stated = network.nats.get(key) ?? [];
  if (stated.length === 0)
    return [{ ...way.passage, doubt: way.target?.settledBy ?? `what ${way.target?.name ?? 'NAT'} leads to` }];
  return stated.flatMap(({ part, by, guard }) => {
    return casesOf(part.public).flatMap((option): readonly Passage[] => {
      if (option.fact.kind === 'known' && !option.fact.value) return [];
      const doubt = option.fact.kind === 'unknown' ? option.fact.settledBy : undefined;
      const first = under([{ ...way.passage, ...(doubt !== undefined && { doubt }) }], and(guard, option.guard));
      const subnets = network.places(part.subnet, by);
      const next = subnets.flatMap((place) => {
        const subnet: Subnet = { place, vpc: vpcOf(network, place.key) ?? place, ofDefaultVpc: false };
        return waysOut(network, subnet, to).flatMap((onward) =>
          onward.kind === 'gateway'
            ? throughGateway(network, onward, subnet)
            : onward.kind === 'supplied'
              ? [onward.passage]
              : [],
        );
      });
      return meet(first, next);
    });
  });
}

function vpcOf(network: Network, subnet: string) {
  for (const { part, by } of network.subnets.get(subnet) ?? []) {
    const [vpc] = network.places(part.vpc, by);
    if (vpc !== undefined) return vpc;
  }
  return undefined;
}
