import { allowed, arnOf, isSure } from '../../catalog/moves/permission.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Session, SessionTag } from '../../model/caller.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';

/** Somebody who takes a role, and the session that follows when he passes no tags. */
interface Taking {
  readonly principal: ResourceId;
  readonly session: Session | undefined;
  readonly role: ResourceId;
  readonly next: Session;
}

const requestTag = 'aws:requesttag/';

/**
 * The session when he passes tags, for which he needs `sts:TagSession` on the role: with any tags, or with those alone that
 * the conditions of that permission let through.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
 */
export function sessionWithTags(
  ask: Questions,
  { principal, session, role, next }: Taking,
): { readonly session: Session; readonly item: ProofItem } | undefined {
  const [by, target] = [ask.system.resource(principal), ask.system.resource(role)];
  if (by === undefined || target === undefined) return undefined;
  const item = allowed(ask, by, {
    action: 'sts:TagSession',
    on: target,
    resource: arnOf(target),
    ...(session !== undefined && { session }),
  });
  if (item === undefined || !isSure(item)) return undefined;
  const written = item.decision.conditions.flatMap(({ key, values: [value] }) =>
    key.toLowerCase().startsWith(requestTag) && value !== undefined
      ? [[key.slice(requestTag.length), { value, transitive: true } satisfies SessionTag] as const]
      : [],
  );
  const isLimited = item.decision.conditions.some(({ key }) => /^aws:(tagkeys|requesttag\/)/i.test(key));
  const tags = new Map([...written, ...(next.tags ?? [])]);
  return { session: { ...next, tags, ...(!isLimited && { chosenTags: true }) }, item };
}
