import { describe, expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { allow, details, iam, inline, type Json, policy, printed, role, user } from './snapshot.ts';
import { defined, verdict } from './verdicts.ts';

const management = '999988887777';
const admin = { UserPolicyList: [inline('all', policy(allow('*')))] };
const accounts = printed([
  details({
    UserDetailList: [user('dana', admin)],
    RoleDetailList: [role('shared', { AWS: '*' })],
  }),
  details({ UserDetailList: [user('boss', admin, management)] }),
  details({ UserDetailList: [user('other', admin, '444455556666')] }),
]);

const denyKeys = { Effect: 'Deny', Action: 'iam:CreateAccessKey', Resource: '*' };
const denyStop = { Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' };
const onlyOurs = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'sts:AssumeRole',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' } },
};

/** The organization in Bartizan's own words. */
const tree = `
kind: organization
id: o-ours
management: "${management}"
policies:
  - { name: no-keys, type: scp, document: ${JSON.stringify(policy(denyKeys))} }
  - { name: keep-logs, type: scp, document: ${JSON.stringify(policy(denyStop))} }
  - { name: only-queues, type: scp, document: ${JSON.stringify(policy(allow('sqs:*')))} }
  - { name: only-ours, type: rcp, document: ${JSON.stringify(policy(onlyOurs))} }
root:
  id: r-ab12
  policies: [no-keys, only-ours]
  accounts: ["${management}"]
  units:
    - name: workloads
      id: ou-ab12-workload
      policies: [keep-logs]
      accounts:
        - "111122223333"
    - name: queues
      accounts:
        - { id: "444455556666", policies: [only-queues], fullAccess: false }
`;

const described = (id: string, content: Json) => ({
  Policy: { PolicySummary: { Id: id }, Content: JSON.stringify(content) },
});
const attachedHere = (...policies: readonly (readonly [id: string, type: string])[]) => ({
  Policies: policies.map(([Id, type]) => ({ Id, Name: Id, Type: `${type}_CONTROL_POLICY` })),
});
const scps = (...policyIds: readonly string[]) =>
  attachedHere(...policyIds.map((policyId) => [policyId, 'SERVICE'] as const), ['p-RCPFullAWSAccess', 'RESOURCE']);

/** The same organization as the AWS CLI describes it. */
const gathered = {
  'describe-organization': { Organization: { Id: 'o-ours', MasterAccountId: management } },
  'list-roots': {
    Roots: [
      {
        Id: 'r-ab12',
        PolicyTypes: ['SERVICE', 'RESOURCE'].map((type) => ({ Type: `${type}_CONTROL_POLICY`, Status: 'ENABLED' })),
      },
    ],
  },
  'list-organizational-units-for-parent': {
    'r-ab12': { OrganizationalUnits: [{ Id: 'ou-ab12-workload' }, { Id: 'ou-ab12-queues' }] },
    'ou-ab12-workload': { OrganizationalUnits: [] },
    'ou-ab12-queues': { OrganizationalUnits: [] },
  },
  'list-accounts-for-parent': {
    'r-ab12': { Accounts: [{ Id: management }] },
    'ou-ab12-workload': { Accounts: [{ Id: '111122223333' }] },
    'ou-ab12-queues': { Accounts: [{ Id: '444455556666' }] },
  },
  'list-policies-for-target': {
    'r-ab12': [
      attachedHere(['p-FullAWSAccess', 'SERVICE'], ['p-nokeys', 'SERVICE']),
      attachedHere(['p-RCPFullAWSAccess', 'RESOURCE'], ['p-onlyours', 'RESOURCE']),
    ],
    'ou-ab12-workload': scps('p-FullAWSAccess', 'p-keeplogs'),
    'ou-ab12-queues': scps('p-FullAWSAccess'),
    [management]: scps('p-FullAWSAccess'),
    '111122223333': scps('p-FullAWSAccess'),
    '444455556666': scps('p-onlyqueues'),
  },
  'describe-policy': {
    'p-nokeys': described('p-nokeys', policy(denyKeys)),
    'p-keeplogs': described('p-keeplogs', policy(denyStop)),
    'p-onlyqueues': described('p-onlyqueues', policy(allow('sqs:*'))),
    'p-onlyours': described('p-onlyours', policy(onlyOurs)),
  },
};

const forms = [
  ['in our own words', { 'organization.yaml': tree }],
  ['as the AWS CLI tells it', { 'organization.json': printed(gathered) }],
] as const;

const dana = iam('user/dana');
const other = iam('user/other', '444455556666');
const boss = iam('user/boss', management);

describe.each(forms)('an organization %s', (_form, organization) => {
  test.each([
    ['limits at the root', dana, 'iam:CreateAccessKey', 'deny'],
    ['limits in the unit', dana, 'cloudtrail:StopLogging', 'deny'],
    ['leaves all else', dana, 's3:ListAllMyBuckets', 'allow'],
    ['limits no other unit', other, 'cloudtrail:StopLogging', 'deny: no SCP allows it'],
    ['allows at the account only what is listed there', other, 'sqs:ListQueues', 'allow'],
    ['allows nothing else there', other, 's3:ListAllMyBuckets', 'deny: no SCP allows it'],
    ['spares the management account', boss, 'iam:CreateAccessKey', 'allow'],
  ])('%s', async (_rule, who, action, expected) => {
    const asked = await defined({ 'account.json': accounts, ...organization });
    expect(asked.imported.diagnostics).toEqual([]);
    const [decision] = verdict(asked, who, action, '*').split(';');
    expect(decision).toBe(expected.split(':')[0]);
  });

  test('keeps strangers from a role that trusts everybody, by a policy on resources', async () => {
    const stranger = async (texts: Readonly<Record<string, string>>) => {
      const { ask } = await defined(texts);
      return ask.access.decide({
        caller: { kind: 'any-aws-account' },
        action: 'sts:AssumeRole',
        resource: [iam('role/shared')],
      }).verdict;
    };
    expect(await stranger({ 'account.json': accounts })).toBe('allow');
    expect(await stranger({ 'account.json': accounts, ...organization })).toBe('deny');
  });

  test('counts as context as well', async () => {
    const asked = await defined({ 'account.json': accounts }, { context: organization });
    expect(verdict(asked, dana, 'iam:CreateAccessKey', '*')).toMatch(/^deny/);
  });

  test('says where its accounts stand', async () => {
    const { imported } = await defined({ 'account.json': accounts, ...organization });
    expect(imported.organization?.id).toBe('o-ours');
    expect(imported.organization?.accounts.get('111122223333')?.path).toBe('o-ours/r-ab12/ou-ab12-workload/');
  });
});

describe('what the outputs do not say is unknown and told', () => {
  type Key = keyof typeof gathered;
  const without = (command: Key, key?: string) => {
    const inner = Object.entries(gathered[command]).filter(([name]) => key !== undefined && name !== key);
    return { ...gathered, [command]: Object.fromEntries(inner) };
  };
  test.each([
    // A document that is not known is not taken to deny, as nowhere; it may allow, which the other one does here.
    ['the content of a policy', without('describe-policy', 'p-keeplogs'), 'describe-policy', 'allow'],
    ['the policies of a unit', without('list-policies-for-target', 'ou-ab12-workload'), 'list-policies', 'conditional'],
    [
      'the units below a unit',
      without('list-organizational-units-for-parent', 'ou-ab12-workload'),
      'list-organizational-units-for-parent',
      'deny',
    ],
  ])('%s', async (_what, document, command, expected) => {
    const asked = await defined({ 'account.json': accounts, 'organization.json': printed(document) });
    expect(verdict(asked, dana, 'cloudtrail:StopLogging', '*').split(';')[0]).toBe(expected);
    expect(asked.imported.diagnostics).toMatchObject([
      { level: 'warning', code: 'organization-incomplete', message: expect.stringContaining(command) },
    ]);
  });

  test('policies of a kind that is not in use limit nothing', async () => {
    const roots = { Roots: [{ Id: 'r-ab12', PolicyTypes: [] }] };
    const document = printed({ ...gathered, 'list-roots': roots });
    const asked = await defined({ 'account.json': accounts, 'organization.json': document });
    expect(verdict(asked, dana, 'iam:CreateAccessKey', '*')).toMatch(/^allow/);
  });

  test('units that hold each other end somewhere', () => {
    const circle = {
      ...gathered,
      'list-organizational-units-for-parent': {
        'r-ab12': { OrganizationalUnits: [{ Id: 'ou-ab12-workload' }] },
        'ou-ab12-workload': { OrganizationalUnits: [{ Id: 'ou-ab12-queues' }] },
        'ou-ab12-queues': { OrganizationalUnits: [{ Id: 'ou-ab12-workload' }] },
      },
    };
    const read = importInputs(inputsFromTexts({ 'organization.json': printed(circle), 'account.json': accounts }));
    expect([...(read.organization?.accounts.keys() ?? [])]).toHaveLength(3);
  });
});

describe('mistakes in our own words are told with their line', () => {
  const wrong: readonly (readonly [string, string, number])[] = [
    ['a policy that nobody wrote', tree.replace('[keep-logs]', '[keep-lgos]'), 17],
    ['an account that is no number', tree.replace('"111122223333"', 'mine'), 19],
    ['an unknown key', tree.replace('- name: queues', '- name: queues\n      owner: me'), 21],
    [
      'a document that is none',
      tree.replace(/only-queues, type: scp, document: .*/, 'only-queues, type: scp, document: x }'),
      8,
    ],
  ];
  test.each(wrong)('%s', (_what, text, line) => {
    const { diagnostics } = importInputs(inputsFromTexts({ 'organization.yaml': text, 'account.json': accounts }));
    expect(diagnostics).toMatchObject([
      { level: 'error', code: 'organization-document', source: { file: 'organization.yaml', line } },
    ]);
  });

  test('and a second organization', () => {
    const { diagnostics } = importInputs(
      inputsFromTexts({ 'a.yaml': tree, 'b.yaml': tree.replace('o-ours', 'o-theirs'), 'account.json': accounts }),
    );
    expect(diagnostics).toMatchObject([{ code: 'organization-second', source: { file: 'b.yaml' } }]);
  });
});
