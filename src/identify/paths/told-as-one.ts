import type { AttackFact } from '../../model/attack.ts';
import type { Goal } from './goals.ts';
import type { AttackGraph } from './graph.ts';
import { compareLabels, type Label } from './label.ts';

/** Gains that one right often gives over everything in an account at once. */
export function isLoss(fact: AttackFact): boolean {
  return fact.kind === 'destroys' || fact.kind === 'blinds';
}

/**
 * Of what the same move gives to whoever holds the same, the surest way alone: who may delete every bucket is told of one,
 * since one change closes them all.
 */
export function toldAsOne(graph: AttackGraph, goals: readonly Goal[]): readonly Goal[] {
  const first = new Map<string, Goal>();
  for (const goal of goals) {
    const key = lossKey(graph, goal);
    const before = key === undefined ? undefined : first.get(key);
    if (key !== undefined && (before === undefined || compareLabels(goal.label, before.label) < 0))
      first.set(key, goal);
  }
  return goals.filter((goal) => {
    const key = lossKey(graph, goal);
    return key === undefined || first.get(key) === goal;
  });
}

/** What somebody starts with, or the role of the code that he starts in. */
function isOwn({ edge, premises }: Label): boolean {
  return edge === undefined || premises.every((premise) => premise.edge === undefined);
}

function lossKey(graph: AttackGraph, { fact, label: { edge, premises } }: Goal): string | undefined {
  const gain = graph.facts[fact];
  if (gain === undefined || edge === undefined) return undefined;
  const isOwnHarm = edge.move.harmful === true && premises.every(isOwn);
  if (!isLoss(gain) && !isOwnHarm) return undefined;
  return `${gain.kind} ${edge.move.id} ${premises.map((premise) => premise.fact).join(' ')}`;
}
