import type { Session, SessionTag } from './caller.ts';
import type { PolicySource } from './policy.ts';
import type { Text } from './text.ts';

/** What a caller says when he takes a role with AssumeRole. */
export interface RoleRequest {
  /** `RoleSessionName`; his to choose when absent. */
  readonly name?: Text;
  /** `Tags`, by name. */
  readonly tags?: ReadonlyMap<string, Text>;
  /** `TransitiveTagKeys`: those of the tags that are handed down from here on. */
  readonly transitiveTagKeys?: readonly string[];
  readonly sourceIdentity?: Text;
  /** `Policy` and `PolicyArns`. */
  readonly policies?: readonly PolicySource[];
  /** Did he show a second factor (`SerialNumber` and `TokenCode`)? Only users have one. */
  readonly multiFactor?: boolean;
}

/** The session that follows, or why STS refuses to make it. */
export type NextSession =
  | { readonly kind: 'made'; readonly session: Session }
  | { readonly kind: 'refused'; readonly because: string };

/**
 * The session of a role that a caller takes, from his own session (absent: nothing is known of it) and what he asks for.
 * Transitive tags come along and cannot be given anew; so does the source identity, once it is set. A second factor counts
 * for the session that it was shown for: the next role in a chain does not see it. Session policies are not handed down.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export function nextSession(caller: Session | undefined, request: RoleRequest): NextSession {
  const tags = tagsOf(caller, request);
  if (typeof tags === 'string') return { kind: 'refused', because: tags };
  const sourceIdentity = sourceIdentityOf(caller, request);
  if (sourceIdentity === 'changed')
    return { kind: 'refused', because: 'the source identity of a session stays as it is' };
  const multiFactor = secondFactor(caller, request);
  const session: Session = {
    obtained: { kind: 'assume-role' },
    ...(request.name !== undefined && { name: request.name }),
    ...(request.policies !== undefined && { policies: request.policies }),
    ...(tags !== undefined && { tags }),
    // What he could choose he could mark as transitive as well.
    ...(caller?.chosenTags === true && { chosenTags: true }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    ...(multiFactor !== undefined && { multiFactor }),
  };
  return { kind: 'made', session };
}

type Tags = ReadonlyMap<string, SessionTag>;

/**
 * Undefined when it is not known which tags the caller's session hands down. A transitive tag cannot be
 * passed again with another value: names are told apart without regard to case.
 */
function tagsOf(
  caller: Session | undefined,
  { tags: passed, transitiveTagKeys = [] }: RoleRequest,
): Tags | string | undefined {
  const inherited = [...(caller?.tags ?? [])].filter(([, { transitive }]) => transitive);
  const fixed = new Set(inherited.map(([key]) => key.toLowerCase()));
  const again = [...(passed?.keys() ?? [])].find((key) => fixed.has(key.toLowerCase()));
  if (again !== undefined) return `the tag ${again} is handed down and cannot be given anew`;
  // Without a session of his own (a long-term key) a user hands nothing down; of an unknown one nobody can tell.
  if (caller === undefined || (caller.tags === undefined && caller.obtained.kind !== 'user-key')) return undefined;
  const handedOn = new Set(transitiveTagKeys.map((key) => key.toLowerCase()));
  const own = [...(passed ?? [])].map(
    ([key, value]) => [key, { value, transitive: handedOn.has(key.toLowerCase()) }] as const,
  );
  return new Map([...inherited, ...own]);
}

/** "After the source identity is set, the value cannot be changed"; it is in all further roles of the chain. */
function sourceIdentityOf(
  caller: Session | undefined,
  { sourceIdentity }: RoleRequest,
): Session['sourceIdentity'] | 'changed' {
  const before = caller?.obtained.kind === 'user-key' ? 'absent' : caller?.sourceIdentity;
  if (before === undefined) return sourceIdentity;
  if (before === 'absent') return sourceIdentity ?? 'absent';
  const isSame = sourceIdentity === undefined || JSON.stringify(sourceIdentity) === JSON.stringify(before);
  return isSame ? before : 'changed';
}

/**
 * Users alone have a device to show. "The temporary credentials returned by AssumeRole do not include MFA information in the
 * context": a role that is taken with them never sees one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function secondFactor(caller: Session | undefined, { multiFactor }: RoleRequest): boolean | undefined {
  switch (caller?.obtained.kind) {
    case undefined:
      return multiFactor;
    case 'user-key':
    case 'session-token':
      return multiFactor === true || (caller?.obtained.kind === 'session-token' && caller.multiFactor === true);
    default:
      return false;
  }
}
