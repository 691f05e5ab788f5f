import type { AttackFact } from '../../model/attack.ts';
import type { AttackGraph } from './graph.ts';
import { createLabelQueue } from './label-queue.ts';
import { type Settled, settledBy } from './settled.ts';
import { DOUBT, type Labels, premisesOf, rankOf, SURENESS, type Walk, waysTo } from './walk.ts';

/** What a search may leave out. */
export interface SearchOptions {
  /** Edges, by number, that are not to be taken. */
  readonly without?: ReadonlySet<number>;
}

/** Different guards are different ways; more than this many ways to one fact are not told apart. */
const mostLabels = 12;

/**
 * Everything that an attacker can come to hold: Knuth's generalization of Dijkstra's algorithm to AND/OR graphs, by
 * certainty first and cost second. Ways with different guards are kept apart, so that a fact which holds under one
 * condition and one that holds under its opposite never meet in a path.
 */
export function search(graph: AttackGraph, holds: readonly AttackFact[], options: SearchOptions = {}): Settled {
  const labels: Labels = { node: [], key: [], guard: [], edge: [], premise: [], next: [] };
  const first = new Map<number, number>();
  const queue = createLabelQueue(labels.key);
  const walk: Walk = { graph, labels, first, queue, without: options.without ?? new Set() };
  for (const fact of holds) {
    const node = graph.start(fact);
    if (node !== undefined) push(walk, { node, key: 0, guard: 0, edge: -1, premise: [] });
  }
  let work = 0;
  for (let label = queue.pop(); label !== undefined; label = queue.pop()) {
    work += 1;
    if (settle(walk, label)) follow(walk, label);
  }
  return settledBy(walk, work);
}

interface Draft {
  readonly node: number;
  readonly key: number;
  readonly guard: number;
  readonly edge: number;
  readonly premise: number | readonly number[];
}

function push({ labels, queue }: Walk, { node, key, guard, edge, premise }: Draft): void {
  labels.node.push(node);
  labels.key.push(key);
  labels.guard.push(guard);
  labels.edge.push(edge);
  labels.premise.push(premise);
  labels.next.push(-1);
  queue.push(labels.node.length - 1);
}

/** Keeps a label unless a better one, settled before, holds wherever it does. */
function settle({ graph, labels, first }: Walk, label: number): boolean {
  const node = labels.node[label] ?? -1;
  const guard = labels.guard[label] ?? 0;
  let last = first.get(node);
  if (last === undefined) {
    first.set(node, label);
    return true;
  }
  for (let count = 1; count < mostLabels; count += 1) {
    if (graph.guards.covers(labels.guard[last] ?? 0, guard)) return false;
    const next: number = labels.next[last] ?? -1;
    if (next < 0) {
      labels.next[last] = label;
      return true;
    }
    last = next;
  }
  return false;
}

function follow(walk: Walk, label: number): void {
  const { graph, labels, first, without } = walk;
  const { edges, guards } = graph;
  const node = labels.node[label] ?? -1;
  for (let link = edges.first(node); link >= 0; link = edges.next[link] ?? -1) {
    const edge = edges.edgeOf[link] ?? -1;
    const gives = edges.gives[edge] ?? -1;
    const there = first.get(gives);
    // A way that holds always was settled first: nothing better comes.
    if ((there !== undefined && labels.guard[there] === 0) || without.has(edge)) continue;
    const needs = edges.several.get(edge);
    if (needs !== undefined) joined(walk, edge, label, needs);
    else {
      const guard = guards.both(edges.guard[edge] ?? 0, labels.guard[label] ?? 0);
      if (guard < 0 || (there !== undefined && restsOn(walk, [label], gives))) continue;
      push(walk, { node: gives, key: keyAfter(walk, edge, [label]), guard, edge, premise: label });
    }
  }
}

/** Every way to take an edge of several needs with the new label and already settled ones for the others. */
function joined(walk: Walk, edge: number, label: number, needs: readonly number[]): void {
  const { graph, labels, first } = walk;
  const gives = graph.edges.gives[edge] ?? -1;
  let partial: readonly { readonly premises: readonly number[]; readonly guard: number }[] = [
    { premises: [], guard: graph.edges.guard[edge] ?? 0 },
  ];
  for (const need of needs) {
    const ways = need === labels.node[label] ? [label] : waysTo(walk, need);
    partial = partial.flatMap((so) =>
      ways.flatMap((way) => {
        const guard = graph.guards.both(so.guard, labels.guard[way] ?? 0);
        return guard < 0 ? [] : [{ premises: [...so.premises, way], guard }];
      }),
    );
    if (partial.length === 0) return;
  }
  for (const { premises, guard } of partial)
    if (!first.has(gives) || !restsOn(walk, premises, gives))
      push(walk, { node: gives, key: keyAfter(walk, edge, premises), guard, edge, premise: premises });
}

/** As sure as the least sure of all; doubts and costs add up. */
function keyAfter({ graph, labels }: Walk, edge: number, premises: readonly number[]): number {
  const own = graph.edges.rank[edge] ?? 0;
  let rank = own;
  let rest = (graph.edges.cost[edge] ?? 0) + (own > 0 ? DOUBT : 0);
  for (const premise of premises) {
    const key = labels.key[premise] ?? 0;
    rank = Math.max(rank, rankOf(key));
    rest += key % SURENESS;
  }
  return rank * SURENESS + Math.min(rest, SURENESS - 1);
}

/** Do the labels rest on the node? A way that goes through its own goal is a detour. */
function restsOn({ labels }: Walk, given: readonly number[], node: number): boolean {
  const seen = new Set(given);
  for (const label of seen) {
    if (labels.node[label] === node) return true;
    for (const premise of premisesOf(labels, label)) seen.add(premise);
  }
  return false;
}
