import { and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { InterfaceClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { samePlace } from '../network/place.ts';
import type { Family } from '../packets/address.ts';
import { type Passed, throughAll } from '../packets/packet-sets.ts';
import { joined, type Stage, under } from '../packets/passage.ts';
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
  const [first = overLink(network, { ...pair, link: closed, refusal }, kind), ...others] = links.map((link) =>
    overLink(network, { ...pair, link, refusal }, kind),
  );
  if (others.length === 0) return first;
  return { ...first, passages: joined([first, ...others].flatMap((one) => one.passages)) };
}

/** Nothing joins the two: the components beside it are told all the same. */
const closed: Link = { passages: [], naming: { ingress: 'yes', egress: 'yes' }, between: () => [] };

function overLink(
  network: Network,
  { from, to, link, refusal }: ClassPair & { readonly link: Link; readonly refusal: Hop },
  { family, protocol }: Kind,
): Passed {
  const there = { direction: 'egress', protocol, end: inside(family, to, link.naming.egress) } as const;
  const back = { direction: 'ingress', protocol, end: inside(family, from, link.naming.ingress) } as const;
  // Within a subnet no network ACL is asked.
  const isSameSubnet = samePlace(from.subnet.subnet.place, to.subnet.subnet.place) === 'yes';
  const unlessSame = (stages: readonly (() => Stage)[]) => (isSameSubnet ? [] : stages);
  const joining = () => ({ passages: link.passages, refusal });
  const out = [() => groupsLet(network, from, there), ...unlessSame([() => aclsLet(network, from.subnet, there)])];
  const into = [
    ...unlessSame([...link.between(protocol).map((stage) => () => stage), () => aclsLet(network, to.subnet, back)]),
    () => groupsLet(network, to, back),
  ];
  // Doubts about what joins the two are told first: without it nothing else counts.
  const found = throughAll([joining, ...out, ...into]);
  const stages = () => [...out, joining, ...into].map((stage) => stage());
  return { ...found, passages: joined(under(found.passages, and(from.guard, to.guard))), stages };
}

function inside(family: Family, of: InterfaceClass, naming: Link['naming']['egress']) {
  return { kind: 'inside', family, of, naming } as const;
}

/** What joins two subnets: the same for all of their interfaces. */
export function linksOf(network: Network, { from, to }: ClassPair, family: Family): ReturnType<typeof linksBetween> {
  const key = `links ${from.subnet.number} ${to.subnet.number} ${family}`;
  return network.remember(key, () => linksBetween(network, { from: from.example, to: to.example }, family));
}
