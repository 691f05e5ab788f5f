import type { Certainty, IdentifiedMove, MoveBlock, MoveInstance } from '../../model/attack.ts';

/** A move at one place, or at many that are alike. */
export interface Step {
  readonly move: IdentifiedMove;
  readonly place: MoveInstance | MoveBlock;
}

/** The surer comes first: a cheaper way under an assumption never hides a certain one. */
export const ranks: Readonly<Record<Certainty, number>> = { certain: 0, conditional: 1, weakness: 2 };

/** Certainty of a rank. */
export function certaintyOf(rank: number): Certainty {
  return rank === 0 ? 'certain' : rank === 1 ? 'conditional' : 'weakness';
}

/** An edge from all its needs to one node. An inner one is no step: the node is held as surely as its need. */
export interface EdgeDraft {
  readonly needs: readonly number[];
  readonly gives: number;
  readonly guard: number;
  readonly step?: Step;
}

/** Edges in columns, by number, with those that need each node in chains. */
export interface Edges {
  readonly gives: readonly number[];
  readonly rank: readonly number[];
  readonly cost: readonly number[];
  readonly guard: readonly number[];
  readonly step: readonly (Step | undefined)[];
  /** The needs of an edge that has several; others have one, which is where its chain begins. */
  readonly several: ReadonlyMap<number, readonly number[]>;
  /** The first link of the edges that need a node, or -1. */
  first(node: number): number;
  /** By link: the next one or -1, and the edge. */
  readonly next: readonly number[];
  readonly edgeOf: readonly number[];
  add(edge: EdgeDraft): void;
}

export function createEdges(): Edges {
  const gives: number[] = [];
  const rank: number[] = [];
  const cost: number[] = [];
  const guard: number[] = [];
  const step: (Step | undefined)[] = [];
  const several = new Map<number, readonly number[]>();
  const firsts: number[] = [];
  const lasts: number[] = [];
  const next: number[] = [];
  const edgeOf: number[] = [];
  const first = (node: number) => firsts[node] ?? -1;
  return {
    gives,
    rank,
    cost,
    guard,
    step,
    several,
    first,
    next,
    edgeOf,
    add(edge) {
      const number = gives.push(edge.gives) - 1;
      rank.push(edge.step === undefined ? 0 : ranks[edge.step.place.certainty]);
      cost.push(edge.step?.move.cost ?? 0);
      guard.push(edge.guard);
      step.push(edge.step);
      if (edge.needs.length > 1) several.set(number, edge.needs);
      for (const node of edge.needs) {
        const link = next.push(-1) - 1;
        edgeOf.push(number);
        while (firsts.length <= node) {
          firsts.push(-1);
          lasts.push(-1);
        }
        const last = lasts[node] ?? -1;
        if (last < 0) firsts[node] = link;
        else next[last] = link;
        lasts[node] = link;
      }
    },
  };
}
