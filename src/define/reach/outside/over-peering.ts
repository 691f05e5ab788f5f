import type { Hop } from '../../../model/reach.ts';
import type { Network } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import { type Place, samePlace } from '../network/place.ts';
import { blockOf } from '../packets/block-value.ts';
import { meet, type Passage } from '../packets/passage.ts';
import { intersect, type Ranges } from '../packets/ranges.ts';
import type { Way } from '../routes/routes.ts';
import type { OutsideEnd } from './outside-end.ts';

/**
 * What a route over a peering connection reaches that no resource of the input stands for: addresses of the peer VPC's own
 * blocks, never what lies behind it. No internet, no private lines, no further VPC.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
 */
export function overPeering(
  network: Network,
  way: Way,
  subnet: Subnet,
  other: OutsideEnd,
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const doubt = way.passage.doubt ?? `what ${way.target?.name ?? way.kind} lets pass`;
  const unclear = { passages: [{ ...way.passage, doubt }] };
  const peers = peersOf(network, way, subnet);
  if (peers === undefined) return { passages: [], refusal: peeringRefusal(way) };
  const blocks = peers.map((peer) => blocksOf(network, peer, other));
  // Whatever the blocks of a peer are, they are not the internet.
  if (blocks.includes(undefined) || blocks.length === 0)
    return other.key === 'internet' ? { passages: [], refusal: peeringRefusal(way) } : unclear;
  const there = intersect(
    blocks.flatMap((block) => block ?? []),
    other.addresses,
  );
  if (there.length === 0) return { passages: [], refusal: peeringRefusal(way) };
  return { passages: meet(unclear.passages, [{ ...way.passage, addresses: there, hops: [] }]) };
}

/** The VPCs at the other end, as far as the input tells; undefined when the connection is none of this VPC. */
function peersOf(network: Network, way: Way, subnet: Subnet): readonly Place[] | undefined {
  const stated = network.peerings.get(way.target?.key ?? '') ?? [];
  if (stated.length === 0) return [];
  const found = stated.flatMap(({ part, by }) => {
    const [own, peer] = [network.places(part.vpc, by), network.places(part.peer, by)];
    const is = (places: readonly Place[]) => places.some((place) => samePlace(place, subnet.vpc) !== 'no');
    return [...(is(own) ? peer : []), ...(is(peer) ? own : [])];
  });
  return found.length > 0 ? found : undefined;
}

/** Undefined when the input does not tell them. */
function blocksOf(network: Network, peer: Place, { family }: OutsideEnd): Ranges<bigint> | undefined {
  const stated = network.vpcs.get(peer.key);
  if (stated === undefined) return undefined;
  const blocks = stated.flatMap(({ part }) => part.cidrs.map(blockOf));
  if (blocks.length === 0 || blocks.some(({ kind }) => kind !== 'known')) return undefined;
  return blocks.flatMap((block) => (block.kind === 'known' && block.family === family ? block.addresses : []));
}

/** A peering connection leads to the addresses of its two VPCs and no further. */
export function peeringRefusal({ target, passage }: Way): Hop {
  const route = passage.hops.map(({ because }) => `${because}: `).join('');
  return {
    component: 'peering',
    because: `${route}a peering connection leads to addresses of its own two VPCs alone`,
    ...(target?.resource !== undefined && { resource: target.resource.id, origin: target.resource.origin }),
  };
}
