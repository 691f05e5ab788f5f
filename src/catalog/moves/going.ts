import type { OpenCondition } from '../../model/access.ts';
import type { ProofItem } from '../../model/attack.ts';
import { always, and, type Guard, guardKey } from '../../model/guard.ts';
import { isSure } from './permission.ts';

/** Premises that hold, and what they hang on besides. */
export interface Going {
  readonly proof: readonly ProofItem[];
  /** Something that the input does not show and that must hold. */
  readonly provided?: string;
  /** Under which conditions, over and above those of the premises. */
  readonly guard?: Guard;
}

/** Premises of all of them. */
export function together(...all: readonly Going[]): Going {
  const provided = [...new Set(all.flatMap((going) => going.provided ?? []))];
  return {
    proof: all.flatMap(({ proof }) => proof),
    guard: and(...all.map(({ guard }) => guard ?? always)),
    ...(provided.length > 0 && { provided: provided.join(', and ') }),
  };
}

/** Does it hang on nothing that is open? */
export function isCertain({ proof, provided }: Going): boolean {
  return (
    provided === undefined && proof.every((item) => item.kind !== 'assumed' && (!('decision' in item) || isSure(item)))
  );
}

/** The first that hangs on nothing, else the first. */
export function surest(candidates: Iterable<() => Going | undefined>): Going | undefined {
  let open: Going | undefined;
  for (const candidate of candidates) {
    const going = candidate();
    if (going !== undefined && isCertain(going)) return going;
    open ??= going;
  }
  return open;
}

/** The guard of the premises with what they hold under. */
export function wholeGuard({ proof, guard }: Going): Guard {
  return and(guard ?? always, ...proof.map((item) => ('decision' in item ? item.decision.guard : always)));
}

/** What is open in the premises. */
export function openConditions({ proof }: Going): readonly OpenCondition[] {
  return proof.flatMap((item) => ('decision' in item && !isSure(item) ? item.decision.conditions : []));
}

/** Equal for what is as sure, under the same guard and conditions; what must hold besides may be said in other words. */
export function goingKey(going: Going): string {
  const open = openConditions(going).map(({ key, operator, values }) => [key, operator, values]);
  return `${isCertain(going)} ${guardKey(wholeGuard(going))} ${open.length === 0 ? '' : JSON.stringify(open)}`;
}
