import { and, isPossible } from '../../model/guard.ts';
import type { Family } from './address.ts';
import { connectionStage } from './between.ts';
import type { InterfaceClass } from './interface-class.ts';
import type { Network } from './network.ts';
import { throughAll } from './packet-sets.ts';
import { joined, type Passage, type Stage, under } from './passage.ts';
import { samePlace } from './place.ts';
import type { Protocol } from './rule-traffic.ts';
import { aclsLet, groupsLet } from './stages.ts';

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
export function privateConnection(
  network: Network,
  { from, to }: ClassPair,
  { family, protocol }: Kind,
): ReturnType<typeof throughAll> {
  const guard = and(from.guard, to.guard);
  if (!isPossible(guard))
    return { passages: [], refusal: { component: 'placement', because: 'the two never exist together' } };
  const there = { direction: 'egress', protocol, end: { kind: 'inside', family, of: to } } as const;
  const back = { direction: 'ingress', protocol, end: { kind: 'inside', family, of: from } } as const;
  // Within a subnet no network ACL is asked.
  const isSameSubnet = samePlace(from.subnet.subnet.place, to.subnet.subnet.place) === 'yes';
  const acls = isSameSubnet
    ? []
    : [() => aclsLet(network, from.subnet, there), () => aclsLet(network, to.subnet, back)];
  const found = throughAll([
    () => waysBetween(network, { from, to }, family),
    () => groupsLet(network, from, there),
    ...acls,
    () => groupsLet(network, to, back),
  ]);
  return found.passages.length === 0 ? found : { passages: joined(under(found.passages, guard)) };
}

/** The routes between two subnets and back: the same for all of their interfaces. */
export function waysBetween(network: Network, { from, to }: ClassPair, family: Family): Stage {
  const key = `between ${from.subnet.number} ${to.subnet.number} ${family}`;
  return network.remember(key, () => connectionStage(network, { from: from.example, to: to.example }, family));
}

/** What joins two subnets. */
export interface Link {
  readonly passages: readonly Passage[];
  readonly naming: { readonly ingress: Naming; readonly egress: Naming };
  between(protocol: Protocol): readonly Stage[];
}

/** May rules name the groups of the other end? */
export type Naming = 'yes' | 'no' | { readonly doubt: string };

/** All links between two subnets. */
export function linksOf(network: Network, pair: ClassPair, family: Family): { readonly links: readonly Link[] } {
  const { passages } = waysBetween(network, pair, family);
  return passages.length === 0
    ? { links: [] }
    : { links: [{ passages, naming: { ingress: 'yes', egress: 'yes' }, between: () => [] }] };
}
