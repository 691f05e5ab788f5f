import { and, type Guard, guardKey, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Direction, GroupRule } from '../groups/group-rules.ts';
import type { Kind } from '../links/private-connection.ts';
import type { InterfaceClass } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import { addBit, addBits, type BitSet, commonBits, noBits, type SetTable } from '../packets/bit-set.ts';
import { allPorts } from '../packets/passage.ts';
import { intersect, type Ranges, rangesKey } from '../packets/ranges.ts';
import { rulesOf } from '../stages.ts';
import { createPeerSets, type PeerSet } from './peer-sets.ts';

/**
 * Rules of security groups as a relation between classes: every holder lets these packets pass to or from every peer.
 * Equal rules of many groups are one.
 */
export interface RuleRelation {
  readonly holders: BitSet;
  readonly peers: BitSet;
  readonly ports: Ranges<number>;
  readonly guard: Guard;
  /** The rule names groups, which counts only where what joins the two ends lets it. */
  readonly namesGroups: boolean;
  readonly firstDoubt?: string;
  readonly lastDoubt?: string;
  readonly hops: readonly Hop[];
}

/** What the relations of one direction are made from. */
export interface RelationContext {
  readonly network: Network;
  readonly classes: readonly InterfaceClass[];
  readonly sets: SetTable;
}

/** The rules of all groups for one direction and kind of packet; inbound ones meet what their holders listen to. */
export function ruleRelations(context: RelationContext, direction: Direction, kind: Kind): readonly RuleRelation[] {
  const { network, classes } = context;
  const peerSets = createPeerSets(network, classes, kind.family);
  const relations: RuleRelation[] = [];
  for (const { rules, holders, guard } of holdersOf(context, direction, kind))
    for (const rule of rules)
      for (const peers of peerSets(rule.peer)) {
        const both = and(rule.guard, peers.guard, guard);
        if (isPossible(both)) relations.push(relationOf(rule, peers, { holders, guard: both }));
      }
  const heard = direction === 'ingress' ? relations.flatMap((one) => listenedTo(context, one, kind)) : relations;
  return merged(merged(heard, context.sets, 'peers'), context.sets, 'holders');
}

function relationOf(
  { ports, hops, peer, firstDoubt, lastDoubt }: GroupRule,
  peers: PeerSet,
  held: { readonly holders: BitSet; readonly guard: Guard },
): RuleRelation {
  const first = firstDoubt ?? peers.doubt;
  return {
    ...held,
    peers: peers.classes,
    ports,
    namesGroups: peer.kind === 'groups',
    hops,
    ...(first !== undefined && { firstDoubt: first }),
    ...(lastDoubt !== undefined && { lastDoubt }),
  };
}

interface Holders {
  readonly rules: readonly GroupRule[];
  readonly guard: Guard;
  readonly holders: BitSet;
}

const whole: readonly GroupRule[] = [{ ports: allPorts, guard: [[]], peer: { kind: 'anyone' }, hops: [] }];

/** Which classes have which rules, under which guard. */
function holdersOf({ network, classes }: RelationContext, direction: Direction, kind: Kind): Iterable<Holders> {
  const found = new Map<readonly GroupRule[], Map<string, Holders>>();
  const add = (rules: readonly GroupRule[], guard: Guard, number: number) => {
    const byGuard = found.get(rules) ?? new Map<string, Holders>();
    found.set(rules, byGuard);
    const key = guardKey(guard);
    const entry = byGuard.get(key) ?? { rules, guard, holders: noBits(classes.length) };
    byGuard.set(key, entry);
    addBit(entry.holders, number);
  };
  for (const { number, groupSet, unfiltered, guard, hasV6 } of classes) {
    if (kind.family === 'v6' && !hasV6) continue;
    if (unfiltered) add(whole, guard, number);
    else
      for (const group of groupSet.groups) {
        const both = and(group.guard, guard);
        if (isPossible(both)) add(rulesOf(network, group, { direction, protocol: kind.protocol }), both, number);
      }
  }
  return [...found.values()].flatMap((byGuard) => [...byGuard.values()]);
}

/** Of what rules let in, what the holders accept connections on. */
function listenedTo({ classes }: RelationContext, relation: RuleRelation, kind: Kind): readonly RuleRelation[] {
  return [...byListening(classes)].flatMap(({ listening, members }) => {
    const holders = commonBits(relation.holders, members);
    if (holders === undefined) return [];
    return listening.on[kind.protocol].flatMap((accepted): readonly RuleRelation[] => {
      const ports = intersect(relation.ports, accepted.ports);
      const guard = and(relation.guard, accepted.guard);
      if (ports.length === 0 || !isPossible(guard)) return [];
      const lastDoubt = relation.lastDoubt ?? accepted.doubt;
      return [{ ...relation, holders, ports, guard, ...(lastDoubt !== undefined && { lastDoubt }) }];
    });
  });
}

const listeningSets = new WeakMap<readonly InterfaceClass[], readonly ListeningSet[]>();

interface ListeningSet {
  readonly listening: InterfaceClass['listens'];
  readonly members: BitSet;
}

function byListening(classes: readonly InterfaceClass[]): readonly ListeningSet[] {
  const known = listeningSets.get(classes);
  if (known !== undefined) return known;
  const found = new Map<number, ListeningSet>();
  for (const { number, listens } of classes) {
    const set = found.get(listens.number) ?? { listening: listens, members: noBits(classes.length) };
    found.set(listens.number, set);
    addBit(set.members, number);
  }
  const sets = [...found.values()];
  listeningSets.set(classes, sets);
  return sets;
}

/** Relations that differ in one of their sides only, as one. */
export function merged(
  relations: readonly RuleRelation[],
  sets: SetTable,
  same: 'holders' | 'peers',
): readonly RuleRelation[] {
  const other = same === 'peers' ? 'holders' : 'peers';
  const found = new Map<string, RuleRelation[]>();
  for (const one of relations) {
    const key = `${sets.numberOf(one[same])} ${one.namesGroups} ${rangesKey(one.ports)} ${guardKey(one.guard)} ${one.firstDoubt ?? ''} ${one.lastDoubt ?? ''}`;
    const there = found.get(key);
    if (there === undefined) found.set(key, [one]);
    else there.push(one);
  }
  return [...found.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const union = first[other].slice();
    for (const one of group) addBits(union, one[other]);
    return [{ ...first, [other]: union, hops: [...new Set(group.flatMap(({ hops }) => hops))] }];
  });
}
