import {
  type AttackFact,
  attackFactKey,
  type Certainty,
  type IdentifiedMove,
  isBlock,
  type MoveBlock,
  type MoveInstance,
} from '../../model/attack.ts';
import { always, and, type Guard, guardKey, isAlways, isPossible } from '../../model/guard.ts';
import { createQueue } from './queue.ts';

/** A move at one place of the system, as an edge from all its needs to what it gives. */
export interface Edge {
  readonly move: IdentifiedMove;
  readonly instance: MoveInstance;
  readonly needs: readonly number[];
  readonly gives: number;
  readonly rank: number;
}

/** All edges, with facts as numbers, and for each fact the edges that need it. */
export interface AttackGraph {
  readonly edges: readonly Edge[];
  readonly facts: readonly AttackFact[];
  numberOf(fact: AttackFact): number | undefined;
  neededBy(fact: number): readonly number[];
}

/** One way to hold a fact: how sure, how dear, under which guard, and what it was derived with. */
export interface Label {
  readonly fact: number;
  readonly rank: number;
  /** How many steps are not certain: of two ways that need a flaw, the one that needs nothing else is the surer. */
  readonly doubts: number;
  readonly cost: number;
  readonly guard: Guard;
  /** Undefined for what the attacker holds from the start. */
  readonly edge?: Edge;
  readonly premises: readonly Label[];
}

/** The ways to each fact that an attacker may come to hold, by the fact's number; the best first. */
export type Settled = ReadonlyMap<number, readonly Label[]>;

/** The surer comes first: a cheaper way under an assumption never hides a certain one. */
const ranks: Readonly<Record<Certainty, number>> = { certain: 0, conditional: 1, weakness: 2 };

/** Certainty of a rank. */
export function certaintyOf(rank: number): Certainty {
  return rank === 0 ? 'certain' : rank === 1 ? 'conditional' : 'weakness';
}

/** Different guards are different ways; more than this many ways to one fact are not told apart. */
const mostLabels = 12;

/** Lists every place where a move can be made. Enumerated once; each attacker's search only walks it. */
export function createGraph(instances: Iterable<readonly [IdentifiedMove, MoveInstance | MoveBlock]>): AttackGraph {
  const numbers = new Map<string, number>();
  const facts: AttackFact[] = [];
  const intern = (fact: AttackFact): number => {
    const key = attackFactKey(fact);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    facts.push(fact);
    numbers.set(key, facts.length - 1);
    return facts.length - 1;
  };
  const edges: Edge[] = [];
  const neededBy: number[][] = [];
  for (const [move, instance] of eachPlace(instances)) {
    if (!isPossible(instance.guard)) continue;
    const needs = [...new Set(instance.needs.map(intern))];
    const edge = { move, instance, needs, gives: intern(instance.gives), rank: ranks[instance.certainty] };
    for (const need of needs) pushTo(neededBy, need, edges.length);
    edges.push(edge);
  }
  return {
    edges,
    facts,
    numberOf: (fact) => numbers.get(attackFactKey(fact)),
    neededBy: (fact) => neededBy[fact] ?? [],
  };
}

function* eachPlace(
  given: Iterable<readonly [IdentifiedMove, MoveInstance | MoveBlock]>,
): Generator<readonly [IdentifiedMove, MoveInstance]> {
  for (const [move, one] of given) {
    if (!isBlock(one)) yield [move, one];
    else
      for (const principal of one.by instanceof Uint32Array ? one.by : [0])
        for (const resource of one.gives.positions) {
          const place = one.at(principal, resource);
          if (place !== undefined) yield [move, place];
        }
  }
}

/**
 * Everything that an attacker can come to hold: Knuth's generalization of Dijkstra's algorithm to AND/OR graphs, by
 * certainty first and cost second. Ways with different guards are kept apart, so that a fact which holds under one
 * condition and one that holds under its opposite never meet in a path.
 */
export function search(graph: AttackGraph, holds: readonly AttackFact[]): Settled {
  // By fact: an attacker comes to few of all the facts, and there are many attackers.
  const settled = new Map<number, Label[]>();
  const queue = createQueue(compareLabels);
  for (const fact of holds) {
    const number = graph.numberOf(fact);
    if (number !== undefined) queue.push({ fact: number, rank: 0, doubts: 0, cost: 0, guard: always, premises: [] });
  }
  for (let label = queue.pop(); label !== undefined; label = queue.pop()) {
    const there = settled.get(label.fact) ?? [];
    settled.set(label.fact, there);
    if (there.length >= mostLabels || there.some((other) => covers(other.guard, label.guard))) continue;
    there.push(label);
    for (const at of graph.neededBy(label.fact)) {
      const edge = graph.edges[at];
      if (edge !== undefined) for (const next of follow(edge, label, settled)) queue.push(next);
    }
  }
  return settled;
}

/** Certainty first, then cost. */
function compareLabels(left: Label, right: Label): number {
  return left.rank - right.rank || left.doubts - right.doubts || left.cost - right.cost;
}

/** A way under a weaker condition makes the other one unnecessary: it was settled first, so it is no worse. */
function covers(weaker: Guard, stronger: Guard): boolean {
  if (isAlways(weaker) || guardKey(weaker) === guardKey(stronger)) return true;
  return guardKey(and(weaker, stronger)) === guardKey(stronger);
}

/** Every way to take the edge with the new label and already settled ones for the other needs. */
function follow(edge: Edge, label: Label, settled: Settled): readonly Label[] {
  let partial: readonly { readonly premises: readonly Label[]; readonly guard: Guard }[] = [
    { premises: [], guard: edge.instance.guard },
  ];
  for (const need of edge.needs) {
    const ways = need === label.fact ? [label] : (settled.get(need) ?? []);
    partial = partial.flatMap((so) =>
      ways
        .map((way) => ({ premises: [...so.premises, way], guard: and(so.guard, way.guard) }))
        .filter(({ guard }) => isPossible(guard)),
    );
    if (partial.length === 0) return [];
  }
  return partial
    .filter(({ premises }) => !settled.has(edge.gives) || !restsOn(premises, edge.gives))
    .map(({ premises, guard }) => ({
      fact: edge.gives,
      rank: Math.max(edge.rank, ...premises.map((premise) => premise.rank)),
      doubts: Math.sign(edge.rank) + premises.reduce((sum, premise) => sum + premise.doubts, 0),
      cost: edge.move.cost + premises.reduce((sum, premise) => sum + premise.cost, 0),
      guard,
      edge,
      premises,
    }));
}

/** Do the labels rest on the fact? A way that goes through its own goal is a detour. */
function restsOn(labels: readonly Label[], fact: number): boolean {
  const seen = new Set<Label>();
  const open = [...labels];
  for (let label = open.pop(); label !== undefined; label = open.pop()) {
    if (label.fact === fact) return true;
    if (seen.has(label)) continue;
    seen.add(label);
    open.push(...label.premises);
  }
  return false;
}

function pushTo(rows: number[][], row: number, item: number): void {
  const there = rows[row];
  if (there === undefined) rows[row] = [item];
  else there.push(item);
}
