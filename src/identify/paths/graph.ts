import { factAbout } from '../../catalog/moves/block.ts';
import {
  type AttackFact,
  type BlockGain,
  type IdentifiedMove,
  isBlock,
  type MoveBlock,
  type MoveInstance,
  resourceOfFact,
} from '../../model/attack.ts';
import { isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import { type Portion, portionKey } from '../../model/store-part.ts';
import { createEdges, type Edges, type Step } from './edges.ts';
import { createGuardNumbers, type GuardNumbers } from './guard-numbers.ts';
import { createNodes, type Nodes } from './nodes.ts';
import { createVariants, isOfSession, type Variants } from './variants.ts';

/**
 * Every place where a move can be made, listed once: each attacker's search only walks it. Nodes are facts and, between
 * them, blocks and sets: a block stands for all of its principals, a set for what all of several blocks give, so that edges
 * are as many as principals and resources together and not as their products.
 */
export interface AttackGraph {
  /** By node; undefined for blocks and sets. */
  readonly facts: Nodes['facts'];
  readonly edges: Edges;
  readonly guards: GuardNumbers;
  /** Members of sets that lead nowhere further: a search stops at the set, and tells its members when asked. */
  readonly ends: ReadonlyMap<number, readonly number[]>;
  /** The sets that a fact is such a member of. */
  readonly setsOf: ReadonlyMap<number, readonly number[]>;
  numberOf(fact: AttackFact): number | undefined;
  /** The place of a block at which whoever holds one fact gets the other. */
  placeIn(block: MoveBlock, holder: number, gain: number): MoveInstance;
  /** Where somebody starts who holds the fact; sessions that some decision hangs on are told apart. */
  start(fact: AttackFact): number | undefined;
}

type Given = Iterable<readonly [IdentifiedMove, MoveInstance | MoveBlock]>;

export function createGraph(moves: readonly IdentifiedMove[], ask: Questions): AttackGraph {
  const [nodes, edges, guards] = [createNodes(), createEdges(), createGuardNumbers()];
  const [single, blocks, ofSessions] = sorted(places(moves, ask));
  const variants = createVariants(ask, { nodes, edges, guards, places: ofSessions, single, blocks });
  const build: Build = { ask, nodes, edges, guards, variants, sets: new Map(), lists: new Map() };
  for (const step of single) addSingle(build, step);
  for (const step of blocks) addBlock(build, step);
  variants.settle();
  const ends = endsOf(build);
  return {
    facts: nodes.facts,
    edges,
    guards,
    ends,
    setsOf: inverse(ends),
    numberOf: nodes.numberOf,
    start: (fact) => variants.start(fact),
    placeIn: createPlaces(ask, nodes),
  };
}

function* places(
  moves: readonly IdentifiedMove[],
  ask: Questions,
): Given & Generator<readonly [IdentifiedMove, MoveInstance | MoveBlock]> {
  for (const move of moves) for (const place of move.instances(ask)) yield [move, place];
}

export interface SingleStep extends Step {
  readonly place: MoveInstance;
}
export interface BlockStep extends Step {
  readonly place: MoveBlock;
}

/** Places, blocks of places, and those that are decided anew for each session. */
function sorted(given: Given): readonly [SingleStep[], BlockStep[], SingleStep[]] {
  const [single, blocks, ofSessions]: [SingleStep[], BlockStep[], SingleStep[]] = [[], [], []];
  for (const [move, place] of given) {
    if (!isPossible(place.guard)) continue;
    if (!isBlock(place)) (isOfSession(place) ? ofSessions : single).push({ move, place });
    else if (!isOfSession(place)) blocks.push({ move, place });
    else for (const one of eachPlace(place)) (isOfSession(one) ? ofSessions : single).push({ move, place: one });
  }
  return [single, blocks, ofSessions];
}

/** The places that a block stands for. */
export function* eachPlace({ by, gives, at }: MoveBlock): Generator<MoveInstance> {
  for (const principal of by instanceof Uint32Array ? by : [0])
    for (const resource of gives.positions) {
      const place = at(principal, resource);
      if (place !== undefined) yield place;
    }
}

interface Build {
  readonly ask: Questions;
  readonly nodes: Nodes;
  readonly edges: Edges;
  readonly guards: GuardNumbers;
  readonly variants: Variants;
  /** Sets by kind, list and digest of the positions. */
  readonly sets: Map<string, FactSet[]>;
  /** Lists of resources, by number. */
  readonly lists: Map<readonly Portion[], number>;
}

interface FactSet {
  readonly node: number;
  readonly positions: Uint32Array;
  readonly members: readonly number[];
}

function addSingle({ nodes, edges, guards, variants }: Build, { move, place }: SingleStep): void {
  if (variants.takes({ move, place })) return;
  const needs = [...new Set(place.needs.map((need) => nodes.intern(need)))];
  edges.add({ needs, gives: variants.node(place.gives), guard: guards.number(place.guard), step: { move, place } });
}

function addBlock(build: Build, step: BlockStep): void {
  const { ask, nodes, edges, guards, variants } = build;
  const { by, gives, guard, at } = step.place;
  const [asOne, apart] = variants.splitGain(gives);
  for (const principal of apart.length === 0 ? [] : by instanceof Uint32Array ? by : [0])
    for (const resource of apart) {
      const place = at(principal, resource);
      if (place !== undefined) addSingle(build, { move: step.move, place });
    }
  if (asOne.length === 0) return;
  const set = setOf(build, gives, asOne);
  const block = nodes.inner();
  edges.add({ needs: [block], gives: set, guard: 0 });
  const number = guards.number(guard);
  const principals = ask.access.principals();
  if (!(by instanceof Uint32Array)) edges.add({ needs: [nodes.intern(by)], gives: block, guard: number, step });
  else
    for (const position of by) {
      const principal = principals[position]?.id;
      if (principal === undefined) continue;
      edges.add({ needs: [nodes.intern({ kind: 'acts-as', principal })], gives: block, guard: number, step });
    }
}

/** One node for each set of facts that blocks give. */
function setOf({ nodes, sets, lists }: Build, { kind, list }: BlockGain, positions: Uint32Array): number {
  const number = lists.get(list) ?? lists.size;
  lists.set(list, number);
  const key = `${kind} ${number} ${digest(positions)}`;
  const alike = sets.get(key) ?? [];
  const before = alike.find((one) => one.positions.every((at, index) => at === positions[index]));
  if (before !== undefined) return before.node;
  const members = Array.from(positions, (at) => memberOf(nodes, kind, list[at])).filter((node) => node >= 0);
  const made = { node: nodes.inner(), positions, members };
  sets.set(key, [...alike, made]);
  return made.node;
}

function memberOf(nodes: Nodes, kind: BlockGain['kind'], member: Portion | undefined): number {
  return member === undefined ? -1 : nodes.intern(factAbout(kind, member));
}

/** Equal for equal positions, and hardly ever for others. */
function digest(positions: Uint32Array): string {
  let sum = 0x811c9dc5;
  for (const at of positions) sum = Math.imul(sum ^ at, 0x01000193);
  return `${positions.length} ${sum >>> 0}`;
}

/** Members that something needs are edges of the set; the others are kept as a list. */
function endsOf({ edges, sets, variants }: Build): ReadonlyMap<number, readonly number[]> {
  const ends = new Map<number, readonly number[]>();
  for (const { node, members } of [...sets.values()].flat()) {
    const rest = members.filter((member) => {
      if (edges.first(member) < 0 && !variants.mayGrow(member)) return true;
      edges.add({ needs: [node], gives: member, guard: 0 });
      return false;
    });
    if (rest.length > 0) ends.set(node, rest);
  }
  return ends;
}

function inverse(ends: ReadonlyMap<number, readonly number[]>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [set, members] of ends)
    for (const member of members) {
      const there = found.get(member);
      if (there === undefined) found.set(member, [set]);
      else there.push(set);
    }
  return found;
}

/** Finds the place of a block by the facts that it leads from and to. */
function createPlaces(ask: Questions, { facts }: Nodes): AttackGraph['placeIn'] {
  const indexes = new Map<readonly Portion[], ReadonlyMap<string, number>>();
  const positionIn = (list: readonly Portion[], fact: AttackFact | undefined): number => {
    const index = indexes.get(list) ?? new Map(list.map((one, at) => [portionKey(one), at]));
    indexes.set(list, index);
    const part = fact !== undefined && 'part' in fact ? fact.part : undefined;
    return index.get(portionKey({ id: resourceOfFact(fact) ?? '', part })) ?? -1;
  };
  return ({ by, gives, at }, holder, gain) => {
    const principal = by instanceof Uint32Array ? positionIn(ask.access.principals(), facts[holder]) : 0;
    const place = at(principal, positionIn(gives.list, facts[gain]));
    if (place === undefined) throw new Error('a block gives what its holder has');
    return place;
  };
}
