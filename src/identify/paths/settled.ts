import { type IdentifiedMove, isBlock, type MoveBlock, type MoveInstance } from '../../model/attack.ts';
import type { Step } from './edges.ts';
import type { AttackGraph } from './graph.ts';
import type { Label, LabelEdge } from './label.ts';
import { measures, premisesOf, type Walk, waysTo } from './walk.ts';

/** The ways to each fact that an attacker may come to hold. */
export interface Settled {
  /** The best first. */
  ways(fact: number): readonly Label[];
  /** The same, as far as they are needed to choose among them. */
  waysTo(fact: number): readonly Way[];
  /** A way in full. */
  tell(way: Way): Label;
  /** Every fact within reach, those that he starts with included, in no particular order. */
  facts(): readonly number[];
  /** Every node within reach, what stands between facts included. */
  nodes(): Iterable<number>;
  /** Facts that he comes to otherwise than as members of sets that lead nowhere further, ascending. */
  ownFacts(): readonly number[];
  /** Ways to sets of such members, the best first. */
  sets(): readonly ReachedSet[];
  /** The fact that a label is about. */
  nodeOf(label: number): number;
  /** The last step of a way, and what it was taken from. */
  lastStep(label: number): LastStep;
  /** Entries that were taken from the queue: what the search cost. */
  readonly work: number;
}

/** A way to a fact as the search has it: most are only counted and compared, and never told. */
export interface Way {
  readonly fact: number;
  /** The label, by number, of the fact or of a set that it is a member of. */
  readonly label: number;
  /** Rank, doubts and cost as one number, so that the better is the smaller. */
  readonly key: number;
  /** By number. */
  readonly guard: number;
}

/** Facts that are all held in the same way, which nothing further follows from. */
export interface ReachedSet extends Omit<Way, 'fact'> {
  readonly members: readonly number[];
}

/** No step for what the attacker holds from the start. */
export interface LastStep {
  readonly step: Step | undefined;
  /** Labels of facts. */
  readonly from: readonly number[];
}

/** What a search came to, as it is told: blocks, sets and what joins the sessions of a principal are no steps. */
export function settledBy(walk: Walk, work: number): Settled {
  const { graph, labels, first } = walk;
  const told = new Map<number, Label>();
  const labelOf = (label: number): Label => {
    const own = ofSession(walk, label);
    const known = told.get(own);
    if (known !== undefined) return known;
    const made = tellWay(walk, wayOf(walk, labels.node[own] ?? -1, own), labelOf);
    told.set(own, made);
    return made;
  };
  const tell = (way: Way) => (labels.node[way.label] === way.fact ? labelOf(way.label) : tellWay(walk, way, labelOf));
  const waysOf = (fact: number) => allWays(walk, fact);
  return {
    work,
    waysTo: waysOf,
    ways: (fact) => waysOf(fact).map(tell),
    tell,
    nodes: () => first.keys(),
    ownFacts: () =>
      [...first.keys()].filter((node) => graph.facts[node] !== undefined).sort((left, right) => left - right),
    sets: () =>
      [...first.keys()]
        .flatMap((node) => {
          const members = graph.ends.get(node);
          return members === undefined ? [] : waysTo(walk, node).map((set) => ({ ...wayOf(walk, node, set), members }));
        })
        .sort((left, right) => left.key - right.key || left.label - right.label),
    facts() {
      const found = new Set<number>();
      for (const node of first.keys()) {
        if (graph.facts[node] !== undefined) found.add(node);
        for (const member of graph.ends.get(node) ?? []) found.add(member);
      }
      return [...found];
    },
    nodeOf: (label) => labels.node[label] ?? -1,
    lastStep: (label) => lastStep(walk, label),
  };
}

/** Its own and those as a member of sets, the best first, without those that a better one makes unnecessary. */
function allWays(walk: Walk, fact: number): readonly Way[] {
  const { guards, setsOf } = walk.graph;
  const sets = setsOf.get(fact);
  const own = () => waysTo(walk, fact).map((label) => wayOf(walk, fact, label));
  if (sets === undefined) return own();
  // Most facts are held always, by the best way of all: the others are not looked at.
  const best = bestOf(walk, [fact, ...sets]);
  if (best < 0) return [];
  if (walk.labels.guard[best] === 0) return [wayOf(walk, fact, best)];
  const asMember = sets.flatMap((set) => waysTo(walk, set)).map((label) => wayOf(walk, fact, label));
  if (asMember.length === 0) return own();
  const sorted = [...own(), ...asMember].sort((left, right) => left.key - right.key);
  return sorted.filter(({ guard }, at) => !sorted.slice(0, at).some((better) => guards.covers(better.guard, guard)));
}

/** The best label of several nodes, of equal ones that of the first node; -1 where none is reached. */
function bestOf({ labels, first }: Walk, nodes: readonly number[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const label = first.get(node);
    const key = label === undefined ? least : (labels.key[label] ?? least);
    if (label !== undefined && key < least) [best, least] = [label, key];
  }
  return best;
}

function wayOf({ labels }: Walk, fact: number, label: number): Way {
  return { fact, label, key: labels.key[label] ?? 0, guard: labels.guard[label] ?? 0 };
}

/** The common node of a principal is held as the session is that leads to it. */
function ofSession({ graph, labels }: Walk, label: number): number {
  const [before = -1] = premisesOf(labels, label);
  const joins = isInner(graph, labels.edge[label] ?? -1) && graph.facts[labels.node[before] ?? -1] !== undefined;
  return joins ? before : label;
}

function isInner({ edges }: AttackGraph, edge: number): boolean {
  return edge >= 0 && edges.step[edge] === undefined;
}

/** What is held because a set is: the step is that of the block through which the set was reached. */
function lastStep(walk: Walk, label: number): LastStep {
  const { graph, labels } = walk;
  const edge = labels.edge[label] ?? -1;
  const from = premisesOf(labels, label);
  const [before] = from;
  if (isInner(graph, edge) && before !== undefined) return lastStep(walk, before);
  return { step: graph.edges.step[edge], from };
}

function tellWay(walk: Walk, way: Way, labelOf: (label: number) => Label): Label {
  const { graph, labels } = walk;
  const { step, from } = lastStep(walk, way.label);
  const common = {
    fact: way.fact,
    ...measures(way.key),
    guard: graph.guards.guard(way.guard),
    premises: from.map(labelOf),
  };
  if (step === undefined) return common;
  const { move, place } = step;
  if (!isBlock(place)) return { ...common, edge: { move, instance: place } };
  return {
    ...common,
    edge: lateEdge(graph, { move, place }, { holder: labels.node[from[0] ?? -1] ?? -1, gain: way.fact }),
  };
}

/** The place of a block is made when it is looked at. */
function lateEdge(
  graph: AttackGraph,
  { move, place }: { readonly move: IdentifiedMove; readonly place: MoveBlock },
  { holder, gain }: { readonly holder: number; readonly gain: number },
): LabelEdge {
  let made: MoveInstance | undefined;
  return {
    move,
    get instance() {
      made ??= graph.placeIn(place, holder, gain);
      return made;
    },
  };
}
