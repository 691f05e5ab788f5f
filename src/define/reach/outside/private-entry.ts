import { and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import { attachmentsOfVpc, exitsOf } from '../links/transit.ts';
import type { Network } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import type { Place } from '../network/place.ts';
import { meet, type Passage, under } from '../packets/passage.ts';
import { gatewayAttachment, gatewayOf, type Way } from '../routes/routes.ts';
import type { OutsideEnd } from './outside-end.ts';
import { overPeering } from './over-peering.ts';
import { isPrivateGateway, networksBehind } from './private-lines.ts';

/** What comes in from a private network elsewhere by a way of a subnet. */
export function privateEntry(
  network: Network,
  subnet: Subnet,
  way: Way,
  from: OutsideEnd,
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  if (way.kind === 'nat' || way.kind === 'egress-only-gateway') return { passages: [] };
  const { target } = way;
  const unclear = {
    passages: [{ ...way.passage, doubt: way.passage.doubt ?? `what ${target?.name ?? way.kind} connects` }],
  };
  if (target === undefined) return way.by === undefined && way.kind === 'gateway' ? { passages: [] } : unclear;
  if (way.kind === 'transit-gateway') return overTransit(network, { subnet, way, gateway: target }, from);
  if (way.kind === 'peering') return overPeering(network, way, subnet, from);
  if (way.kind !== 'gateway') return unclear;
  if (!isPrivateGateway(network, target))
    return gatewayOf(network, way, subnet) === undefined ? unclear : { passages: [] };
  return overLines(network, { subnet, way, gateway: target }, from);
}

interface Through {
  readonly subnet: Subnet;
  readonly way: Way;
  readonly gateway: Place;
}

/** What passes a private gateway, either way: it must be attached to the VPC, and one of its lines lead to the network. */
export function overLines(
  network: Network,
  { subnet, way, gateway }: Through,
  other: OutsideEnd,
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const known = network.privateLines.has(gateway.key);
  const lines = networksBehind(network, gateway, other);
  if (!known) return { passages: [{ ...way.passage, doubt: way.passage.doubt ?? `what ${gateway.name} connects` }] };
  const attached = gatewayAttachment(network, gateway, subnet);
  if (attached === undefined) return { passages: [], refusal: refusalOf(gateway, 'is not attached to the VPC') };
  const passages = lines.flatMap(({ entry, by, because }) => {
    const hop: Hop = { component: 'private-gateway', because, resource: by.id, origin: by.origin };
    const guard = and(entry.guard, attached.guard);
    if (!isPossible(guard)) return [];
    const doubt = entry.doubt ?? attached.doubt;
    return meet(
      [{ ...entry, guard, hops: [hop, ...attached.hops], ...(doubt !== undefined && { doubt }) }],
      [way.passage],
    );
  });
  return passages.length > 0 ? { passages } : { passages, refusal: refusalOf(gateway, 'has no line that leads there') };
}

/** The tables of the transit gateway must lead to the network; what lies behind a VPN there is not followed. */
function overTransit(network: Network, { subnet, way, gateway }: Through, from: OutsideEnd) {
  const own = attachmentsOfVpc(network, gateway, subnet.vpc);
  if (own.length === 0)
    return { passages: [{ ...way.passage, doubt: way.passage.doubt ?? `what ${gateway.name} connects` }] };
  const passages = own.flatMap((attachment) =>
    exitsOf(network, { gateway, attachment }, from).flatMap((exit) =>
      meet([way.passage], under([exit.passage], attachment.guard)).map((passage): Passage => {
        const doubt = passage.doubt ?? `what ${exit.attachment?.by.address ?? gateway.name} connects`;
        return { ...passage, doubt };
      }),
    ),
  );
  const lines = network.privateLines.has(gateway.key)
    ? networksBehind(network, gateway, from).map(
        ({ by }): Passage => ({ ...way.passage, doubt: `the networks behind ${by.address}` }),
      )
    : [];
  const found = [...passages, ...lines];
  return found.length > 0
    ? { passages: found }
    : { passages: found, refusal: refusalOf(gateway, 'leads nowhere there') };
}

function refusalOf(gateway: Place, why: string): Hop {
  return {
    component: 'private-gateway',
    because: `${gateway.name} ${why}`,
    ...(gateway.resource !== undefined && { resource: gateway.resource.id, origin: gateway.resource.origin }),
  };
}
