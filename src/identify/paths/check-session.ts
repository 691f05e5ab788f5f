import { type AttackFact, plainFactKey } from '../../model/attack.ts';
import type { Session, SessionOrigin } from '../../model/caller.ts';
import { textKey } from '../../model/text.ts';

/**
 * Does what is held meet the need? A need without a session is met by any session; otherwise the session that is held must
 * be all that the needed one says it is.
 */
export function isMetBy(need: AttackFact, held: AttackFact): boolean {
  if (plainFactKey(need) !== plainFactKey(held)) return false;
  if (need.kind !== 'acts-as' || need.session === undefined) return true;
  return held.kind === 'acts-as' && held.session !== undefined && saysNoMore(need.session, held.session);
}

/** Is everything that the one session says of itself true of the other? */
export function saysNoMore(one: Session, other: Session): boolean {
  const { policies, tags, sourceIdentity, multiFactor, name } = one;
  return (
    originSaysNoMore(one.obtained, other.obtained) &&
    (policies === undefined ? other.policies === undefined : policies === other.policies) &&
    (tags === undefined || tagsKey(tags) === tagsKey(other.tags)) &&
    (sourceIdentity === undefined || identityKey(sourceIdentity) === identityKey(other.sourceIdentity)) &&
    (multiFactor === undefined || multiFactor === other.multiFactor) &&
    (name === undefined || (other.name !== undefined && textKey(name) === textKey(other.name)))
  );
}

function originSaysNoMore(one: SessionOrigin, other: SessionOrigin): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'workload' && other.kind === 'workload')
    return one.workload === undefined || one.workload === other.workload;
  if ('provider' in one && 'provider' in other)
    return one.provider.length === 0 || textKey(one.provider) === textKey(other.provider);
  return true;
}

function tagsKey(tags: Session['tags']): string {
  if (tags === undefined) return 'open';
  return [...tags]
    .map(([tag, { value, transitive }]) => `${tag} ${textKey(value)} ${transitive}`)
    .sort()
    .join('\n');
}

function identityKey(identity: Session['sourceIdentity']): string {
  if (identity === undefined || identity === 'absent') return identity ?? 'open';
  return `is ${textKey(identity)}`;
}
