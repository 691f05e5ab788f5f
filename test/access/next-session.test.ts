import { describe, expect, test } from 'vitest';
import type { Session, SessionOrigin, SessionTag } from '../../src/model/caller.ts';
import { type NextSession, nextSession, type RoleRequest } from '../../src/model/next-session.ts';

/**
 * What a session hands down to the role that it takes.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining
 */
interface Said {
  readonly from?: SessionOrigin['kind'] & ('user-key' | 'session-token' | 'assume-role' | 'workload');
  readonly tags?: Readonly<Record<string, string>>;
  readonly identity?: string;
  readonly multiFactor?: boolean;
}

/** Tags that are handed down are written with a star: `{ 'team*': 'blue' }`. */
function session({ from = 'assume-role', tags, identity, multiFactor }: Said): Session {
  return {
    obtained: { kind: from },
    ...(tags !== undefined && { tags: tagsOf(tags) }),
    ...(identity !== undefined && { sourceIdentity: identity === 'absent' ? 'absent' : [identity] }),
    ...(multiFactor !== undefined && { multiFactor }),
  };
}

function tagsOf(tags: Readonly<Record<string, string>>): ReadonlyMap<string, SessionTag> {
  return new Map(
    Object.entries(tags).map(([key, value]) => [
      key.replace('*', ''),
      { value: [value], transitive: key.endsWith('*') },
    ]),
  );
}

function request({ tags, identity, multiFactor }: Said): RoleRequest {
  const marked = Object.entries(tags ?? {});
  return {
    ...(tags !== undefined && { tags: new Map(marked.map(([key, value]) => [key.replace('*', ''), [value]])) }),
    transitiveTagKeys: marked.flatMap(([key]) => (key.endsWith('*') ? [key.replace('*', '')] : [])),
    ...(identity !== undefined && { sourceIdentity: [identity] }),
    ...(multiFactor !== undefined && { multiFactor }),
  };
}

function told(next: NextSession): string {
  if (next.kind === 'refused') return `refused: ${next.because}`;
  const { tags, sourceIdentity, multiFactor } = next.session;
  const each = [...(tags ?? [])].map(
    ([key, { value, transitive }]) => `${key}${transitive ? '*' : ''}=${value.join('')}`,
  );
  const parts = [tags === undefined ? 'tags open' : `tags ${each.join(' ') || 'none'}`];
  if (sourceIdentity !== undefined) parts.push(`identity ${[sourceIdentity].flat().join('')}`);
  if (multiFactor !== undefined) parts.push(`factor ${multiFactor}`);
  return parts.join(', ');
}

const cases: readonly (readonly [rule: string, caller: Said | undefined, request: Said, next: string])[] = [
  [
    'a user with a long-term key hands nothing down',
    { from: 'user-key' },
    {},
    'tags none, identity absent, factor false',
  ],
  [
    'tags that are passed are those of the session',
    { from: 'user-key' },
    { tags: { team: 'blue' } },
    'tags team=blue, identity absent, factor false',
  ],
  [
    'a tag is handed down when the request says so',
    { from: 'user-key' },
    { tags: { 'team*': 'blue' } },
    'tags team*=blue, identity absent, factor false',
  ],
  [
    'transitive tags come along, and stay transitive',
    { tags: { 'team*': 'blue' } },
    {},
    'tags team*=blue, factor false',
  ],
  ['other tags stay behind', { tags: { 'team*': 'blue', cost: '7' } }, {}, 'tags team*=blue, factor false'],
  [
    'more tags can be passed beside them',
    { tags: { 'team*': 'blue' } },
    { tags: { cost: '8' } },
    'tags team*=blue cost=8, factor false',
  ],
  [
    'a transitive tag cannot be given anew',
    { tags: { 'team*': 'blue' } },
    { tags: { team: 'red' } },
    'refused: the tag team is handed down and cannot be given anew',
  ],
  [
    'whatever its case',
    { tags: { 'team*': 'blue' } },
    { tags: { Team: 'red' } },
    'refused: the tag Team is handed down and cannot be given anew',
  ],
  [
    'one that is not handed down can',
    { tags: { team: 'blue' } },
    { tags: { team: 'red' } },
    'tags team=red, factor false',
  ],
  [
    'what the caller’s session has besides is open when it is not known',
    {},
    { tags: { team: 'red' } },
    'tags open, factor false',
  ],
  ['of a caller of whom nothing is known nothing can be told', undefined, {}, 'tags open'],
  [
    'a source identity is set once',
    { from: 'user-key' },
    { identity: 'dana' },
    'tags none, identity dana, factor false',
  ],
  ['and stays through the chain', { tags: {}, identity: 'dana' }, {}, 'tags none, identity dana, factor false'],
  [
    'nobody changes it',
    { tags: {}, identity: 'dana' },
    { identity: 'eve' },
    'refused: the source identity of a session stays as it is',
  ],
  [
    'the same may be said again',
    { tags: {}, identity: 'dana' },
    { identity: 'dana' },
    'tags none, identity dana, factor false',
  ],
  [
    'a session without one may set it',
    { tags: {}, identity: 'absent' },
    { identity: 'eve' },
    'tags none, identity eve, factor false',
  ],
  [
    'a user shows a second factor',
    { from: 'user-key' },
    { multiFactor: true },
    'tags none, identity absent, factor true',
  ],
  [
    'or has shown it for his session',
    { from: 'session-token', tags: {}, multiFactor: true },
    {},
    'tags none, factor true',
  ],
  ['it is lost at the next role', { tags: {}, multiFactor: true }, {}, 'tags none, factor false'],
  [
    'which a session cannot show again',
    { tags: {}, multiFactor: true },
    { multiFactor: true },
    'tags none, factor false',
  ],
  ['code has none to show', { from: 'workload', tags: {} }, { multiFactor: true }, 'tags none, factor false'],
];

describe('the session of the role that a session takes', () => {
  test.each(cases)('%s', (_rule, caller, said, next) => {
    expect(told(nextSession(caller === undefined ? undefined : session(caller), request(said)))).toBe(next);
  });

  test('has the name and the policies of the request, and none of the caller’s', () => {
    const before: Session = { ...session({ tags: {} }), name: ['first'], policies: [] };
    const next = nextSession(before, { name: ['second'] });
    expect(next).toEqual({
      kind: 'made',
      session: { obtained: { kind: 'assume-role' }, name: ['second'], tags: new Map(), multiFactor: false },
    });
  });
});
