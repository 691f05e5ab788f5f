import { and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/questions.ts';
import type { InterfaceClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { samePlace } from '../network/place.ts';
import type { Family } from '../packets/address.ts';
import { type Passed, throughAll } from '../packets/packet-sets.ts';
import { joined, under } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import { aclsLet, groupsLet } from '../stages.ts';
import type { Link } from './link.ts';
import { linksBetween } from './links.ts';

/** A family of addresses and a protocol: what one evaluation is about. */
export interface Kind {
  readonly family: Family;
  readonly protocol: Protocol;
}

/** Packets from interfaces of one class to those of another. */
export interface ClassPair {
  readonly from: InterfaceClass;
  readonly to: InterfaceClass;
}

/** Can interfaces of one class open connections to those of another by private addresses? */
export function privateConnection(network: Network, pair: ClassPair, kind: Kind): Passed {
  if (!isPossible(and(pair.from.guard, pair.to.guard)))
    return { passages: [], refusal: { component: 'placement', because: 'the two never exist together' } };
  const { links, refusal } = linksOf(network, pair, kind.family);
  const found = links.map((link) => overLink(network, { ...pair, link }, kind));
  const passages = found.flatMap((one) => one.passages);
  if (passages.length > 0) return { passages: links.length > 1 ? joined(passages) : passages };
  return { passages, refusal: found.find((one) => one.refusal !== undefined)?.refusal ?? refusal };
}

function overLink(
  network: Network,
  { from, to, link }: ClassPair & { readonly link: Link },
  { family, protocol }: Kind,
): Passed {
  const there = { direction: 'egress', protocol, end: inside(family, to, link.naming.egress) } as const;
  const back = { direction: 'ingress', protocol, end: inside(family, from, link.naming.ingress) } as const;
  // Within a subnet no network ACL is asked.
  const isSameSubnet = samePlace(from.subnet.subnet.place, to.subnet.subnet.place) === 'yes';
  const acls = isSameSubnet
    ? []
    : [
        () => aclsLet(network, from.subnet, there),
        ...link.between(protocol).map((stage) => () => stage),
        () => aclsLet(network, to.subnet, back),
      ];
  const refusal: Hop = { component: 'route', because: 'nothing joins the two' };
  const found = throughAll([
    () => ({ passages: link.passages, refusal }),
    () => groupsLet(network, from, there),
    ...acls,
    () => groupsLet(network, to, back),
  ]);
  return found.passages.length === 0 ? found : { passages: joined(under(found.passages, and(from.guard, to.guard))) };
}

function inside(family: Family, of: InterfaceClass, naming: Link['naming']['egress']) {
  return { kind: 'inside', family, of, naming } as const;
}

/** What joins two subnets: the same for all of their interfaces. */
export function linksOf(network: Network, { from, to }: ClassPair, family: Family): ReturnType<typeof linksBetween> {
  const key = `links ${from.subnet.number} ${to.subnet.number} ${family}`;
  return network.remember(key, () => linksBetween(network, { from: from.example, to: to.example }, family));
}
