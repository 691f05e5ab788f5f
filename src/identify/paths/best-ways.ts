import { type AttackFact, isBlock } from '../../model/attack.ts';
import { createEdges, type Edges, type Step } from './edges.ts';
import type { AttackGraph } from './graph.ts';
import { compareLabels, type Label } from './label.ts';
import type { TellableGoal } from './path-to.ts';
import { search } from './search.ts';

/** More searches than this are not made for one goal: further ways are then left out. */
const mostSearches = 200;
/** Nor are more steps than this looked at; the best way alone is told instead. */
const mostEdges = 50_000;

/**
 * The best ways to a goal, each of other steps, the best first. Any other way lacks a step of the best one: the best of all
 * without that step is searched for each of its steps, and again for those of what is found (Lawler's and Yen's scheme, with
 * proofs in place of paths).
 */
export function bestWays(
  graph: AttackGraph,
  holds: readonly AttackFact[],
  { goal, count }: { readonly goal: TellableGoal; readonly count: number },
): readonly Label[] {
  const focused = focusOn(graph, holds, goal.fact);
  if (focused === undefined) return [goal.label];
  const found = new Map<string, Label>();
  const tried = new Set<string>();
  const open: Candidate[] = [];
  const look = (without: ReadonlySet<number>) => {
    const key = [...without].sort((left, right) => left - right).join(' ');
    if (tried.has(key) || tried.size >= mostSearches) return;
    tried.add(key);
    const [label] = search(focused, holds, { without }).ways(goal.fact);
    if (label !== undefined) open.push({ label, without, edges: edgesOf(label, focused) });
  };
  look(new Set());
  while (open.length > 0 && found.size < count) {
    open.sort((left, right) => compareLabels(left.label, right.label));
    const next = open.shift();
    if (next === undefined) break;
    const key = [...next.edges].sort((left, right) => left - right).join(' ');
    if (!found.has(key)) found.set(key, next.label);
    for (const edge of next.edges) look(new Set([...next.without, edge]));
  }
  return [...found.values()];
}

interface Candidate {
  readonly label: Label;
  readonly without: ReadonlySet<number>;
  readonly edges: readonly number[];
}

/** The steps of a way, as edges of a graph whose steps are single places. */
function edgesOf(label: Label, { edges }: AttackGraph): readonly number[] {
  const seen = new Set([label]);
  for (const one of seen) for (const premise of one.premises) seen.add(premise);
  const places = new Set([...seen].flatMap(({ edge }) => (edge === undefined ? [] : [edge.instance])));
  return edges.step.flatMap((step, at) => (step !== undefined && places.has(step.place as never) ? [at] : []));
}

/** The part of the graph between an attacker and a goal, blocks told place by place; undefined when it is too large. */
function focusOn(graph: AttackGraph, holds: readonly AttackFact[], goal: number): AttackGraph | undefined {
  const incoming = edgesInto(graph, new Set(search(graph, holds).nodes()));
  const { wanted, sets } = between(graph, incoming, goal);
  const edges = createEdges();
  for (const node of wanted)
    for (const edge of incoming.into.get(node) ?? []) {
      if (edges.gives.length > mostEdges) return undefined;
      addFocused({ graph, incoming, sets, edges }, edge, node);
    }
  return { ...graph, edges, ends: new Map(), setsOf: new Map() };
}

interface Between {
  readonly wanted: ReadonlySet<number>;
  /** By set, the members that lead on to the goal. */
  readonly sets: ReadonlyMap<number, readonly number[]>;
}

/** Everything from which something leads to the goal, backwards from there. */
function between(graph: AttackGraph, incoming: Incoming, goal: number): Between {
  const wanted = new Set([goal]);
  const sets = new Map<number, number[]>();
  const reach = (set: number, member: number) => {
    wanted.add(set);
    sets.set(set, [...(sets.get(set) ?? []), member]);
  };
  for (const node of wanted) {
    for (const set of graph.setsOf.get(node) ?? []) if (incoming.into.has(set)) reach(set, node);
    for (const edge of incoming.into.get(node) ?? []) {
      const needs = needsOf(graph.edges, edge, incoming);
      const [need = -1] = needs;
      if (isMembership(graph, edge, { need, node })) reach(need, node);
      else for (const one of needs) wanted.add(one);
    }
  }
  return { wanted, sets };
}

/** Does the edge lead from a set to one of its members? */
function isMembership(
  { edges, facts }: AttackGraph,
  edge: number,
  { need, node }: { readonly need: number; readonly node: number },
): boolean {
  return edges.step[edge] === undefined && facts[need] === undefined && facts[node] !== undefined;
}

interface Focus {
  readonly graph: AttackGraph;
  readonly incoming: Incoming;
  readonly sets: ReadonlyMap<number, readonly number[]>;
  readonly edges: Edges;
}

function addFocused({ graph, incoming, sets, edges }: Focus, edge: number, node: number): void {
  const needs = needsOf(graph.edges, edge, incoming);
  const step = graph.edges.step[edge];
  const guard = graph.edges.guard[edge] ?? 0;
  const [need = -1] = needs;
  if (step === undefined) {
    if (graph.facts[need] !== undefined) edges.add({ needs, gives: node, guard });
    return;
  }
  if (!isBlock(step.place)) {
    edges.add({ needs, gives: node, guard, step });
    return;
  }
  const [onwards] = [...followers(graph.edges, node)];
  const set = onwards === undefined ? -1 : (graph.edges.gives[onwards] ?? -1);
  for (const member of new Set(sets.get(set) ?? [])) {
    if (member === need) continue;
    const single: Step = { move: step.move, place: graph.placeIn(step.place, need, member) };
    edges.add({ needs, gives: member, guard, step: single });
  }
}

interface Incoming {
  /** By node, the edges that lead there from what is reached. */
  readonly into: ReadonlyMap<number, readonly number[]>;
  /** By edge, those of its needs that are reached. */
  readonly needs: ReadonlyMap<number, readonly number[]>;
}

function edgesInto(graph: AttackGraph, reached: ReadonlySet<number>): Incoming {
  const into = new Map<number, number[]>();
  const needs = new Map<number, number[]>();
  const push = (lists: Map<number, number[]>, key: number, item: number) => {
    const there = lists.get(key);
    if (there === undefined) lists.set(key, [item]);
    else there.push(item);
  };
  for (const node of reached) for (const edge of followers(graph.edges, node)) push(needs, edge, node);
  for (const [edge, held] of needs)
    if (held.length >= (graph.edges.several.get(edge)?.length ?? 1)) push(into, graph.edges.gives[edge] ?? -1, edge);
  return { into, needs };
}

function needsOf(edges: Edges, edge: number, { needs }: Incoming): readonly number[] {
  return edges.several.get(edge) ?? needs.get(edge) ?? [];
}

function* followers(edges: Edges, node: number): Generator<number> {
  for (let link = edges.first(node); link >= 0; link = edges.next[link] ?? -1) yield edges.edgeOf[link] ?? -1;
}
