import type { AttackGraph } from './graph.ts';
import type { Label } from './label.ts';
import type { createLabelQueue } from './label-queue.ts';

/** What a step more in rank adds to the key of a label. */
export const SURENESS = 2 ** 44;
/** What a step that is not certain adds to it. */
export const DOUBT = 2 ** 22;

/** Labels of one search in columns, by number. */
export interface Labels {
  readonly node: number[];
  /** Rank, doubts and cost as one number, so that the better is the smaller. */
  readonly key: number[];
  readonly guard: number[];
  readonly edge: number[];
  readonly premise: (number | readonly number[])[];
  /** The next way to the same node, or -1. */
  readonly next: number[];
}

/** A search under way, or done. */
export interface Walk {
  readonly graph: AttackGraph;
  readonly labels: Labels;
  /** The best label of each node that was reached. */
  readonly first: Map<number, number>;
  readonly queue: ReturnType<typeof createLabelQueue>;
  readonly without: ReadonlySet<number>;
}

/** The labels of a node, the best first. */
export function waysTo({ labels, first }: Walk, node: number): readonly number[] {
  const ways: number[] = [];
  for (let way = first.get(node) ?? -1; way >= 0; way = labels.next[way] ?? -1) ways.push(way);
  return ways;
}

/** The labels that one was derived with. */
export function premisesOf({ premise }: Labels, label: number): readonly number[] {
  const before = premise[label] ?? [];
  return typeof before === 'number' ? [before] : before;
}

/** The rank of a label with this key. */
export function rankOf(key: number): number {
  return Math.floor(key / SURENESS);
}

/** What the key of a label says. */
export function measures(key: number): Pick<Label, 'rank' | 'doubts' | 'cost'> {
  const rest = key % SURENESS;
  return { rank: rankOf(key), doubts: Math.floor(rest / DOUBT), cost: rest % DOUBT };
}
