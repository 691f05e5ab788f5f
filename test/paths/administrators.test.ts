import { expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { modelOf } from '../../src/threat-model.ts';
import { allow, details, iam, inline, type Json, managedPolicy, policy, printed, user } from '../account/snapshot.ts';
import { testDay } from '../support/model-of-texts.ts';

const deny = (actions: Json, resources: Json = '*'): Json => ({ Effect: 'Deny', Action: actions, Resource: resources });

interface Account {
  /** Statements of the policy that user dana has. */
  readonly own: readonly Json[];
  readonly boundary?: readonly Json[];
  /** What a guardrail on the account denies. */
  readonly guardrail?: Json;
}

function texts({ own, boundary, guardrail }: Account): Readonly<Record<string, string>> {
  const bounded = boundary !== undefined && {
    PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: iam('policy/bound') },
  };
  const account = details({
    UserDetailList: [user('dana', { UserPolicyList: [inline('own', policy(...own))], ...bounded })],
    Policies: boundary === undefined ? [] : [managedPolicy('bound', policy(...boundary), {})],
  });
  const tree = `
kind: organization
id: o-ours
management: "999988887777"
policies:
  - name: guardrail
    type: scp
    document: ${JSON.stringify(policy(deny(guardrail ?? 'account:CloseAccount')))}
root:
  id: r-ab12
  accounts: ["999988887777", { id: "111122223333", policies: [guardrail] }]
`;
  return { 'account.json': printed(account), 'organization.yaml': tree };
}

/** How whoever holds dana's key comes to administrate the account, and how surely; nothing for who does not. */
async function administration(account: Account): Promise<string> {
  const imported = importInputs(inputsFromTexts(texts(account)));
  const { document } = await modelOf(imported, { asOf: testDay, from: iam('user/dana') });
  expect(document.coverage.diagnostics.filter(({ code }) => code === 'proof-refused')).toEqual([]);
  const [path] = document.attackPaths.filter(({ gains }) => gains === 'administrator');
  return path === undefined ? 'none' : `${path.certainty}: ${path.steps.map(({ move }) => move).join(', ')}`;
}

const made = 'certain: identity/become-administrator';
const everything = allow('*');

test.each<readonly [title: string, account: Account, expected: string]>([
  ['who may do everything', { own: [everything] }, made],
  ['a boundary that leaves S3 only', { own: [everything], boundary: [allow('s3:*')] }, 'none'],
  ['everything but IAM', { own: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }] }, 'none'],
  [
    'a list that leaves out what is of no use for it',
    { own: [{ Effect: 'Allow', NotAction: ['organizations:*', 'account:*'], Resource: '*' }] },
    made,
  ],
  ['all of IAM alone', { own: [allow('iam:*')] }, made],
])('administration is what rights come to, not their words: %s', async (_, account, expected) => {
  expect(await administration(account)).toBe(expected);
});

const taking = 'conditional: identity/rewrite-trust';
const rewrites = allow('iam:UpdateAssumeRolePolicy');

test.each<readonly [title: string, account: Account, expected: string]>([
  ['whoever may rewrite the trust of any role', { own: [rewrites] }, taking],
  [
    'not who may do so to roles of one path',
    { own: [{ Effect: 'Allow', Action: 'iam:UpdateAssumeRolePolicy', Resource: iam('role/app/*') }] },
    'none',
  ],
  ['not within a boundary without it', { own: [rewrites], boundary: [allow('s3:*')] }, 'none'],
  ['not whom a Deny keeps from taking roles', { own: [rewrites, deny('sts:AssumeRole')] }, 'none'],
  ['not under a guardrail against taking roles', { own: [rewrites], guardrail: 'sts:AssumeRole' }, 'none'],
])('a role with every right that trusts nobody tells administrators: %s', async (_, account, expected) => {
  expect(await administration(account)).toBe(expected);
});

const closed = ['iam:*', 'organizations:LeaveOrganization'];
const withFactor: Json = {
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
};

test.each<readonly [title: string, account: Account, expected: string]>([
  ['everything', { own: [everything], guardrail: closed }, made],
  [
    'everything but what the guardrail takes anyway',
    { own: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], guardrail: closed },
    made,
  ],
  [
    'everything, and a Deny of what the guardrail denies as well',
    { own: [everything, deny('iam:CreateUser')], guardrail: closed },
    made,
  ],
  [
    'a Deny of its own',
    { own: [everything, deny('s3:DeleteObject', 'arn:aws:s3:::logs/*')], guardrail: closed },
    'none',
  ],
  ['a boundary', { own: [everything], boundary: [allow('s3:*')], guardrail: closed }, 'none'],
  ['all of S3 only', { own: [allow('s3:*')], guardrail: closed }, 'none'],
  ['everything with a second factor', { own: [withFactor], guardrail: closed }, 'none'],
])(
  'where guardrails let nobody make administrators, who has what one would have is one: %s',
  async (_, account, expected) => {
    expect(await administration(account)).toBe(expected);
  },
);

test('under such guardrails nothing is taken for granted that they forbid', async () => {
  const imported = importInputs(inputsFromTexts(texts({ own: [everything], guardrail: closed })));
  const { document } = await modelOf(imported, { asOf: testDay, from: iam('user/dana') });
  const moves = document.attackPaths.flatMap(({ steps }) => steps.map(({ move }) => move));
  expect(moves).not.toContain('identity/use-administration');
});
