import type { Attacker, AttackFact } from '../../model/attack.ts';
import type { AttackGraph } from './graph.ts';
import type { Settled } from './settled.ts';

/** Which accounts are administrated on the way, and whether it leads over another identity. */
export interface OnTheWay {
  readonly administrates: ReadonlySet<string>;
  readonly overAnother: boolean;
}

const nothing: OnTheWay = { administrates: new Set(), overAnother: false };

/** What lies on the way to a label, the label itself included; each is worked out once. */
export function createOnTheWay(graph: AttackGraph, settled: Settled, attacker: Attacker): (label: number) => OnTheWay {
  const known = new Map<number, OnTheWay>();
  const through = (label: number): OnTheWay => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const made = joined([...settled.lastStep(label).from.map(through), ownOf(label)]);
    known.set(label, made);
    return made;
  };
  const ownOf = (label: number): OnTheWay => {
    const fact = graph.facts[settled.nodeOf(label)];
    if (fact?.kind === 'administrates')
      return { administrates: new Set([fact.account]), overAnother: settled.lastStep(label).step !== undefined };
    const overAnother =
      fact !== undefined &&
      givesIdentity(fact) &&
      settled.lastStep(label).step !== undefined &&
      !isOwn(settled, label, attacker);
    return overAnother ? { ...nothing, overAnother } : nothing;
  };
  return through;
}

/** An identity, or a secret of somebody. */
export function givesIdentity({ kind }: AttackFact): boolean {
  return kind === 'acts-as' || kind === 'knows';
}

/** Is it what the foothold has by itself: the role of a workload? */
export function isOwn(settled: Settled, label: number, { id }: Attacker): boolean {
  return /^(workload|pipeline):/.test(id) && isFromTheStart(settled, label);
}

/** What somebody starts with, or has by that alone: the role of the code that he starts in. */
export function isFromTheStart({ lastStep }: Settled, label: number): boolean {
  return lastStep(label).from.every((premise) => lastStep(premise).step === undefined);
}

/** What lies on several ways together. */
export function joined(parts: readonly OnTheWay[]): OnTheWay {
  const some = parts.filter((one) => one.overAnother || one.administrates.size > 0);
  const [only = nothing] = some;
  if (some.length < 2) return only;
  return {
    administrates: new Set(some.flatMap(({ administrates }) => [...administrates])),
    overAnother: some.some((one) => one.overAnother),
  };
}
