import type { AttackFact } from '../../model/attack.ts';
import type { Goal } from './goals.ts';
import type { AttackGraph } from './graph.ts';
import { isFromTheStart } from './on-the-way.ts';
import type { Settled } from './settled.ts';

/** Gains that one right often gives over everything in an account at once. */
export function isLoss(fact: AttackFact): boolean {
  return fact.kind === 'destroys' || fact.kind === 'blinds';
}

/**
 * Of what the same move gives to whoever holds the same, the surest way alone: who may delete every bucket is told of one,
 * since one change closes them all.
 */
export function toldAsOne(graph: AttackGraph, settled: Settled, goals: readonly Goal[]): readonly Goal[] {
  const first = new Map<string, Goal>();
  const keys = goals.map((goal) => lossKey(graph, settled, goal));
  goals.forEach((goal, at) => {
    const key = keys[at];
    const before = key === undefined ? undefined : first.get(key);
    if (key !== undefined && (before === undefined || goal.key < before.key)) first.set(key, goal);
  });
  return goals.filter((goal, at) => {
    const key = keys[at];
    return key === undefined || first.get(key) === goal;
  });
}

function lossKey(graph: AttackGraph, settled: Settled, { fact, label }: Goal): string | undefined {
  const gain = graph.facts[fact];
  const { step, from } = settled.lastStep(label);
  if (gain === undefined || step === undefined) return undefined;
  const isOwnHarm = step.move.harmful === true && from.every((premise) => isFromTheStart(settled, premise));
  if (!isLoss(gain) && !isOwnHarm) return undefined;
  return `${gain.kind} ${step.move.id} ${from.map((premise) => settled.nodeOf(premise)).join(' ')}`;
}
