import type { AttackFact, IdentifiedMove, MoveInstance } from '../../model/attack.ts';
import { isBlock } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';
import type { AttackGraph } from './graph.ts';
import { createLabelQueue } from './label-queue.ts';

/** One way to hold a fact: how sure, how dear, under which guard, and what it was derived with. */
export interface Label {
  readonly fact: number;
  readonly rank: number;
  /** How many steps are not certain: of two ways that need a flaw, the one that needs nothing else is the surer. */
  readonly doubts: number;
  readonly cost: number;
  readonly guard: Guard;
  /** The last step; undefined for what the attacker holds from the start. */
  readonly edge?: LabelEdge;
  readonly premises: readonly Label[];
}

export interface LabelEdge {
  readonly move: IdentifiedMove;
  /** Made when it is looked at. */
  readonly instance: MoveInstance;
}

/** The ways to each fact that an attacker may come to hold. */
export interface Settled {
  /** The best first. */
  ways(fact: number): readonly Label[];
  /** Every fact within reach, those that he starts with included, in no particular order. */
  facts(): readonly number[];
  /** Every node within reach, what stands between facts included. */
  nodes(): Iterable<number>;
  /** Facts that he comes to otherwise than as members of sets that lead nowhere further. */
  ownFacts(): readonly number[];
  /** Sets of such members within reach, the best first. */
  sets(): readonly ReachedSet[];
  /** Entries that were taken from the queue: what the search cost. */
  readonly work: number;
}

/** Facts that are all held in the same way, which nothing further follows from. */
export interface ReachedSet {
  readonly members: readonly number[];
  readonly guard: Guard;
  /** The way to one of the members; that of others differs in the member alone. */
  way(member: number): Label;
}

/** What a search may leave out. */
export interface SearchOptions {
  /** Edges, by number, that are not to be taken. */
  readonly without?: ReadonlySet<number>;
}

/** Different guards are different ways; more than this many ways to one fact are not told apart. */
const mostLabels = 12;

const SURENESS = 2 ** 44;
const DOUBT = 2 ** 22;

/** Labels of one search in columns, by number. */
interface Labels {
  readonly node: number[];
  /** Rank, doubts and cost as one number, so that the better is the smaller. */
  readonly key: number[];
  readonly guard: number[];
  readonly edge: number[];
  readonly premise: (number | readonly number[])[];
  /** The next way to the same node, or -1. */
  readonly next: number[];
}

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
  return tell(walk, work);
}

interface Walk {
  readonly graph: AttackGraph;
  readonly labels: Labels;
  /** The best label of each node that was reached. */
  readonly first: Map<number, number>;
  readonly queue: ReturnType<typeof createLabelQueue>;
  readonly without: ReadonlySet<number>;
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

function waysTo({ labels, first }: Walk, node: number): readonly number[] {
  const ways: number[] = [];
  for (let way = first.get(node) ?? -1; way >= 0; way = labels.next[way] ?? -1) ways.push(way);
  return ways;
}

/** As sure as the least sure of all; doubts and costs add up. */
function keyAfter({ graph, labels }: Walk, edge: number, premises: readonly number[]): number {
  const own = graph.edges.rank[edge] ?? 0;
  let rank = own;
  let rest = (graph.edges.cost[edge] ?? 0) + (own > 0 ? DOUBT : 0);
  for (const premise of premises) {
    const key = labels.key[premise] ?? 0;
    rank = Math.max(rank, Math.floor(key / SURENESS));
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

function premisesOf({ premise }: Labels, label: number): readonly number[] {
  const before = premise[label] ?? [];
  return typeof before === 'number' ? [before] : before;
}

/** The ways as they are told: blocks, sets and what joins the sessions of a principal are no steps. */
function tell(walk: Walk, work: number): Settled {
  const { graph, labels, first } = walk;
  const told = new Map<number, Label>();
  const labelOf = (label: number): Label => {
    const known = told.get(label);
    if (known !== undefined) return known;
    const edge = labels.edge[label] ?? -1;
    const isInner = edge >= 0 && graph.edges.step[edge] === undefined;
    const [before] = premisesOf(labels, label);
    const made = !isInner
      ? stepLabel(walk, label, labelOf)
      : before !== undefined && graph.facts[labels.node[before] ?? -1] !== undefined
        ? labelOf(before)
        : memberLabel(walk, { set: before ?? -1, member: labels.node[label] ?? -1 }, labelOf);
    told.set(label, made);
    return made;
  };
  return {
    work,
    ways(fact) {
      const own = waysTo(walk, fact).map(labelOf);
      const sets = (graph.setsOf.get(fact) ?? []).flatMap((set) => waysTo(walk, set));
      return sets.length === 0
        ? own
        : best([...own, ...sets.map((set) => memberLabel(walk, { set, member: fact }, labelOf))], graph);
    },
    nodes: () => first.keys(),
    ownFacts: () => [...first.keys()].filter((node) => graph.facts[node] !== undefined),
    sets: () =>
      [...first.keys()]
        .flatMap((node) => (graph.ends.has(node) ? waysTo(walk, node).map((set) => [node, set] as const) : []))
        .sort(([, left], [, right]) => (labels.key[left] ?? 0) - (labels.key[right] ?? 0) || left - right)
        .map(([node, set]) => ({
          members: graph.ends.get(node) ?? [],
          guard: graph.guards.guard(labels.guard[set] ?? 0),
          way: (member) => memberLabel(walk, { set, member }, labelOf),
        })),
    facts() {
      const found = new Set<number>();
      for (const node of first.keys()) {
        if (graph.facts[node] !== undefined) found.add(node);
        for (const member of graph.ends.get(node) ?? []) found.add(member);
      }
      return [...found];
    },
  };
}

function stepLabel({ graph, labels }: Walk, label: number, labelOf: (label: number) => Label): Label {
  const step = graph.edges.step[labels.edge[label] ?? -1];
  const premises = premisesOf(labels, label).map(labelOf);
  const fact = labels.node[label] ?? -1;
  const common = {
    fact,
    ...measures(labels.key[label] ?? 0),
    guard: graph.guards.guard(labels.guard[label] ?? 0),
    premises,
  };
  return step === undefined || isBlock(step.place)
    ? common
    : { ...common, edge: { move: step.move, instance: step.place } };
}

/** What is held because a set is: the step is that of the block through which the set was reached. */
function memberLabel(
  { graph, labels }: Walk,
  { set, member }: { readonly set: number; readonly member: number },
  labelOf: (label: number) => Label,
): Label {
  const [block = -1] = premisesOf(labels, set);
  const [holder = -1] = premisesOf(labels, block);
  const step = graph.edges.step[labels.edge[block] ?? -1];
  const common = {
    fact: member,
    ...measures(labels.key[set] ?? 0),
    guard: graph.guards.guard(labels.guard[set] ?? 0),
    premises: [labelOf(holder)],
  };
  if (step === undefined || !isBlock(step.place)) return common;
  const { move, place } = step;
  let made: MoveInstance | undefined;
  return {
    ...common,
    edge: {
      move,
      get instance() {
        made ??= graph.placeIn(place, labels.node[holder] ?? -1, member);
        return made;
      },
    },
  };
}

function measures(key: number): Pick<Label, 'rank' | 'doubts' | 'cost'> {
  const rest = key % SURENESS;
  return { rank: Math.floor(key / SURENESS), doubts: Math.floor(rest / DOUBT), cost: rest % DOUBT };
}

/** Of several ways those that no better one makes unnecessary. */
function best(ways: readonly Label[], { guards }: AttackGraph): readonly Label[] {
  const sorted = [...ways].sort(compareLabels);
  return sorted.filter(
    ({ guard }, at) =>
      !sorted.slice(0, at).some((better) => guards.covers(guards.number(better.guard), guards.number(guard))),
  );
}

/** Certainty first, then cost. */
export function compareLabels(left: Label, right: Label): number {
  return left.rank - right.rank || left.doubts - right.doubts || left.cost - right.cost;
}
