import type { AttackFact } from '../../model/attack.ts';
import type { AttackGraph, Label } from './search.ts';

/** Gains that one right often gives over everything in an account at once. */
export function isLoss(fact: AttackFact): boolean {
  return fact.kind === 'destroys' || fact.kind === 'blinds';
}

/**
 * Of what the same move gives to whoever holds the same, the surest way alone: who may delete every bucket is told of one,
 * since one change closes them all.
 */
export function toldAsOne(graph: AttackGraph, goals: readonly Label[]): readonly Label[] {
  const first = new Map<string, Label>();
  for (const goal of goals) {
    const key = lossKey(graph, goal);
    const before = key === undefined ? undefined : first.get(key);
    if (key !== undefined && (before === undefined || comesBefore(goal, before))) first.set(key, goal);
  }
  return goals.filter((goal) => {
    const key = lossKey(graph, goal);
    return key === undefined || first.get(key) === goal;
  });
}

function lossKey(graph: AttackGraph, { fact, edge }: Label): string | undefined {
  const gain = graph.facts[fact];
  if (gain === undefined || edge === undefined || !isLoss(gain)) return undefined;
  return `${gain.kind} ${edge.move.id} ${edge.needs.join(' ')}`;
}

function comesBefore(left: Label, right: Label): boolean {
  return (left.rank - right.rank || left.doubts - right.doubts || left.cost - right.cost) < 0;
}
