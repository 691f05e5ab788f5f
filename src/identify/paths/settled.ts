import { isBlock, type MoveInstance } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';
import type { AttackGraph } from './graph.ts';
import { compareLabels, type Label } from './label.ts';
import { measures, premisesOf, type Walk, waysTo } from './walk.ts';

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

/** What a search came to, as it is told: blocks, sets and what joins the sessions of a principal are no steps. */
export function settledBy(walk: Walk, work: number): Settled {
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

/** Of several ways those that no better one makes unnecessary. */
function best(ways: readonly Label[], { guards }: AttackGraph): readonly Label[] {
  const sorted = [...ways].sort(compareLabels);
  return sorted.filter(
    ({ guard }, at) =>
      !sorted.slice(0, at).some((better) => guards.covers(guards.number(better.guard), guards.number(guard))),
  );
}
