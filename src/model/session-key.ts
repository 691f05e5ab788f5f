import type { Claims, KeyValue, Session, SessionOrigin } from './caller.ts';
import { describeText, textKey } from './text.ts';

/** A text that is equal for equal sessions: what attackers hold is told apart by it. */
export function sessionKey(session: Session): string {
  const { obtained, name, policies, tags, chosenTags, sourceIdentity, multiFactor } = session;
  const parts = [originKey(obtained)];
  if (name !== undefined) parts.push(`name=${textKey(name)}`);
  if (multiFactor !== undefined) parts.push(multiFactor ? 'mfa' : 'no-mfa');
  if (sourceIdentity !== undefined)
    parts.push(sourceIdentity === 'absent' ? 'no-source-identity' : `source-identity=${textKey(sourceIdentity)}`);
  if (tags !== undefined)
    parts.push(
      `tags[${[...tags]
        .map(([tag, { value, transitive }]) => `${tag}${transitive ? '*' : ''}=${textKey(value)}`)
        .sort()
        .join(',')}]`,
    );
  if (chosenTags === true) parts.push('any-tags');
  if (policies !== undefined)
    parts.push(`policies[${policies.map(({ kind, name: own, statedBy }) => `${kind} ${statedBy ?? own}`).join(',')}]`);
  return parts.join(' ');
}

function originKey(obtained: SessionOrigin): string {
  switch (obtained.kind) {
    case 'workload':
      return obtained.workload === undefined ? 'workload' : `workload=${obtained.workload}`;
    case 'web-identity':
    case 'saml':
      return `${obtained.kind}=${textKey(obtained.provider)}${claimsKey(obtained.claims)}`;
    default:
      return obtained.kind;
  }
}

function claimsKey(claims: Claims | undefined): string {
  if (claims === undefined) return '';
  const each = [...claims].map(([claim, value]) => `${claim}=${valueKey(value)}`);
  return `(${each.sort().join(',')})`;
}

function valueKey(value: KeyValue): string {
  switch (value.kind) {
    case 'values':
      return value.values.map(textKey).join('|');
    case 'absent':
      return 'none';
    case 'open':
      return `${value.present} ${value.control} ${value.shape === undefined ? '' : textKey(value.shape)}`;
  }
}

const origins: Readonly<Record<SessionOrigin['kind'], string>> = {
  'user-key': 'with a long-term key',
  'session-token': 'with temporary credentials of the user',
  'federation-token': 'with a federation token',
  'assume-role': 'by taking the role from another identity',
  'web-identity': 'with a token of an identity provider',
  saml: 'with an assertion of an identity provider',
  workload: 'with the credentials of a workload',
};

/** How a session was got, for people: "by taking the role from another identity, with a second factor". */
export function describeSession({ obtained, tags, chosenTags, multiFactor, policies }: Session): string {
  const parts = [origins[obtained.kind]];
  if (multiFactor === true) parts.push('with a second factor');
  if (chosenTags === true) parts.push('with tags of one’s own choice');
  if (tags !== undefined && tags.size > 0)
    parts.push(`tagged ${[...tags].map(([tag, { value }]) => `${tag}=${describeText(value)}`).join(', ')}`);
  if (policies !== undefined && policies.length > 0)
    parts.push(`limited by ${policies.map(({ name }) => name).join(', ')}`);
  return parts.join(', ');
}
