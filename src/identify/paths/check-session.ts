import { type AttackFact, type MoveInstance, plainFactKey } from '../../model/attack.ts';
import type { Session, SessionOrigin } from '../../model/caller.ts';
import { type Text, textKey } from '../../model/text.ts';

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
  const { policies, tags, chosenTags, sourceIdentity, multiFactor, name } = one;
  return (
    originSaysNoMore(one.obtained, other.obtained) &&
    (policies === undefined ? other.policies === undefined : policies === other.policies) &&
    (tags === undefined || tagsKey(tags) === tagsKey(other.tags)) &&
    (chosenTags === undefined || chosenTags === other.chosenTags) &&
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

/**
 * Does the session that a step gives follow from its premises? A key is made or known, a password set or known, a second
 * factor is assumed or registered, code hands out credentials of the workload that it runs in, and a role that is taken inherits tags, source
 * identity and second factor from the session that takes it, unless it may pass tags.
 */
export function sessionFollows({ needs, gives, proof, certainty }: MoveInstance, held: readonly AttackFact[]): boolean {
  if (gives.kind !== 'acts-as' || gives.session === undefined) return true;
  const { obtained, multiFactor, policies } = gives.session;
  const knows = needs.some(({ kind }) => kind === 'knows');
  const does = (action: RegExp) => proof.some((item) => 'action' in item && action.test(item.action));
  if (policies !== undefined) return false;
  switch (obtained.kind) {
    case 'user-key':
      return knows || does(/^iam:CreateAccessKey$/);
    case 'session-token': {
      const isAssumed = certainty !== 'certain' && proof.some(({ kind }) => kind === 'assumed');
      const signsIn = knows || does(/^iam:(Create|Update)LoginProfile$/);
      const registers = does(/^iam:EnableMFADevice$/);
      return (multiFactor !== false && (isAssumed || registers)) || (multiFactor !== true && signsIn);
    }
    case 'assume-role':
      return inherits(gives.session, held, does(/^sts:TagSession$/));
    case 'workload':
      return (
        obtained.workload === undefined ||
        needs.some((need) => 'resource' in need && need.resource === obtained.workload)
      );
    default:
      return proof.some(({ kind }) => kind === 'trusted');
  }
}

function inherits(
  { multiFactor, tags, chosenTags, sourceIdentity }: Session,
  held: readonly AttackFact[],
  mayTag: boolean,
): boolean {
  const before = held.flatMap((fact) => (fact.kind === 'acts-as' ? [fact.session] : []));
  const anySession = before.length === 0 || before.includes(undefined);
  const passesOn = (tag: string, value: Text) =>
    before.some((session) =>
      [...(session?.tags ?? [])].some(
        ([name, one]) =>
          one.transitive && name.toLowerCase() === tag.toLowerCase() && textKey(one.value) === textKey(value),
      ),
    );
  return (
    (multiFactor !== true ||
      before.some((session) => session?.obtained.kind === 'session-token' && session.multiFactor === true)) &&
    (mayTag || [...(tags ?? [])].every(([tag, { value }]) => passesOn(tag, value))) &&
    (mayTag || chosenTags !== true || before.some((session) => session?.chosenTags === true)) &&
    (sourceIdentity === undefined ||
      anySession ||
      before.some(
        (session) =>
          (session?.obtained.kind === 'user-key' && sourceIdentity === 'absent') ||
          identityKey(session?.sourceIdentity) === identityKey(sourceIdentity),
      ))
  );
}
