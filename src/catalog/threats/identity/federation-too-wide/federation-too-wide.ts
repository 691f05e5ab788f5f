import type { PolicyPrincipal, Statement } from '../../../../model/policy.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { describeText, type Hole, holesOf, type Text } from '../../../../model/text.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { isShared } from '../../../data/identity-providers.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { issuerOf, opensToOutsiders } from '../../../tokens-of-outsiders.ts';
import { trustedParty } from '../../../trusted-party.ts';
import { principalOf, trustStatements } from '../principals.ts';

export default defineThreat({
  title: 'Tokens of too many accepted',
  statement: {
    source: 'anyone with a repository, project or account at the trusted identity provider',
    prerequisites: 'who asks it for a token',
    action: 'take the role',
    impact: 'use of all its rights',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1199', 'T1550.001'],
  weaknesses: ['CWE-287', 'CWE-863'],
  controls: ['federation-subject'],
  likelihood: 3,
  impact: 4,
  falsePositives: 'Providers that only the owner of the account uses, for which every subject is meant.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_secure-by-default.html',
  ],
  *find(element, ask) {
    const role = principalOf(element, ask);
    if (role === undefined) return;
    for (const statement of trustStatements(ask, role))
      for (const principal of statement.principals ?? [])
        if (principal.kind === 'Federated') yield* judged(ask, role, { statement, principal });
  },
});

interface Trust {
  readonly statement: Statement;
  readonly principal: PolicyPrincipal;
}

function* judged(ask: Questions, role: Resource, { statement, principal }: Trust): Iterable<ThreatMatch> {
  const actions = (statement.actions ?? []).map(describeText);
  // Signed statements of a SAML provider say themselves which role they are for.
  if (actions.every((action) => /saml|tagsession/i.test(action))) return;
  const party = trustedParty(ask.system, role, principal);
  if (party === undefined) return;
  const host = issuerOf(party.provider, party.name);
  const action = 'sts:AssumeRoleWithWebIdentity';
  const strangers = opensToOutsiders(ask, role, { issuer: host, provider: party.value, action });
  const isOpen = strangers?.allowedBy.some((cited) => cited.statement === statement) === true;
  const { width, told, origin, settledBy = statement.open?.settledBy } = widthOf(statement, host, isOpen);
  const fix = fixOf(role, {
    control: 'federation-subject',
    title: 'Name the repository and branch, or the user, whose tokens count',
    property: 'AssumeRolePolicyDocument.Statement.Condition',
    value: `StringEquals: { ${host}:sub: … }`,
  });
  const evidence: Evidence = { note: told, origin };
  const common = { key: keyUnder(host, statement.guard), guard: statement.guard, fix, evidence: [evidence] as const };
  if (width === 'one' && settledBy === undefined) {
    const state: ControlState = { control: 'federation-subject', state: 'in-force', evidence };
    yield { ...common, status: 'mitigated', controls: [state] };
  } else if (settledBy !== undefined) yield { ...common, status: 'unknown', controls: [], settledBy };
  else yield { ...common, status: 'open', controls: [], adjust: adjustment(host, width) };
}

type Width = 'all' | 'many' | 'one';

interface Tokens {
  readonly width: Width;
  readonly told: string;
  readonly origin: Evidence['origin'];
  /** What would tell whether one is meant or many. */
  readonly settledBy?: string;
}

/** Whose tokens count: everybody's, those of a whole organization, or named ones. */
function widthOf(statement: Statement, host: string, isOpen: boolean): Tokens {
  const subjects = statement.conditions.filter(
    ({ key, operator }) => isSubject(key, host) && /^(ForAnyValue:)?(String|Arn)(Equals|Like)/i.test(operator),
  );
  const [first] = subjects;
  if (first === undefined)
    return { width: 'all', told: `no condition says whose tokens of ${host} count`, origin: statement.origin };
  const widths = subjects.map(({ values }) => worst(values.map(widthOfValue)));
  const told = subjects
    .map(({ key, values }) => `${key} must be ${values.map(describeText).join(' or ')}`)
    .join(' and ');
  if (isOpen)
    return { width: 'all', told: `${told}, which tokens of anybody at ${host} can meet`, origin: first.origin };
  const width = widths.includes('one') ? 'one' : widths.includes('many') ? 'many' : 'all';
  const open = width === 'one' ? openNames(subjects) : undefined;
  return { width, told, origin: first.origin, ...(open !== undefined && { settledBy: open.settledBy }) };
}

/** A pattern whose owner is not known (`repo:${Owner}/…`) may have a wildcard there, when no condition spells one out. */
function openNames(subjects: Statement['conditions']): Hole | undefined {
  const holes = subjects.map(({ operator, values }) => (/Like$/i.test(operator) ? values.flatMap(holeInOwner) : []));
  return holes.every((found) => found.length > 0) ? holes.flat()[0] : undefined;
}

function holeInOwner(subject: Text): readonly Hole[] {
  const end = subject.findIndex((part) => typeof part === 'string' && part.includes('/'));
  return holesOf(end < 0 ? subject : subject.slice(0, end));
}

/** Identity pools are told apart by the audience, which is the pool; of others the audience says nothing about who. */
function isSubject(key: string, host: string): boolean {
  return host === 'cognito-identity.amazonaws.com' ? /:(aud|sub)$/i.test(key) : !/:(aud|amr)$/i.test(key);
}

function worst(widths: readonly Width[]): Width {
  return widths.includes('all') ? 'all' : widths.includes('many') ? 'many' : 'one';
}

function widthOfValue(value: Text): Width {
  const told = describeText(value);
  if (/^\*+$|^[a-z_]+:\*/i.test(told)) return 'all';
  // `repo:organization/*` are all repositories, also ones that a member makes tomorrow.
  return /^repo:[^/]+\/\*/.test(told) || /^project_path:[^/]+\/\*/.test(told) ? 'many' : 'one';
}

function adjustment(host: string, width: Width): NonNullable<ThreatMatch['adjust']> {
  if (width === 'many')
    return [{ of: 'likelihood', by: -1, because: 'only members of one organization get such tokens' }];
  return isShared(host) ? [{ of: 'likelihood', by: 1, because: `anybody can have an account at ${host}` }] : [];
}
