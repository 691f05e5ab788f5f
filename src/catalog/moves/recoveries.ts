import type { Recovery } from '../../model/data-keeping.ts';
import { casesOf } from '../../model/fact.ts';
import { and, type Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';

/** One state of recovery that a store may be in. */
export interface RecoveryCase {
  readonly guard: Guard;
  readonly recovery: Recovery;
}

/** The states of recovery of a store in which its data can be lost: none where objects cannot be deleted for a time. */
export function recoveriesOf(ask: Questions, store: Resource): readonly RecoveryCase[] {
  const settings = casesOf(ask.system.fact(store.id, 'settings'));
  const isImmutable = settings.some(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.immutable !== undefined &&
      casesOf(fact.value.immutable).every(({ fact: state }) => state.kind === 'known' && state.value),
  );
  if (isImmutable) return [];
  return casesOf(ask.system.fact(store.id, 'recovery')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown' ? [] : [{ guard: and(store.guard, guard), recovery: fact.value }],
  );
}
