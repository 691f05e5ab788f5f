import { describe, expect, test } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { literalOf } from '../../src/model/text.ts';
import { at, refsOf, textOf } from '../../src/model/value.ts';
import {
  accountId,
  allow,
  attached,
  details,
  group,
  iam,
  inline,
  type Json,
  managedPolicy,
  policy,
  printed,
  role,
  user,
} from './snapshot.ts';
import { defined, verdict } from './verdicts.ts';

const imported = (texts: Readonly<Record<string, string>>) => importInputs(inputsFromTexts(texts));
const account = (lists: { readonly [name: string]: Json }) => imported({ 'account.json': printed(details(lists)) });
const decides = async (output: Json, who: string, action: string, arn = '*') =>
  verdict(await defined({ 'account.json': printed(output) }), iam(who), action, arn).split(';')[0];

const lambda = { Service: 'lambda.amazonaws.com' };

describe('an account becomes identities', () => {
  const whole = account({
    UserDetailList: [
      user('dana', {
        GroupList: ['developers'],
        Tags: [{ Key: 'team', Value: 'web' }],
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: iam('policy/limit') },
      }),
    ],
    GroupDetailList: [group('developers', { AttachedManagedPolicies: attached(iam('policy/limit')) })],
    RoleDetailList: [
      role('worker', lambda, {
        Arn: iam('role/app/worker'),
        Path: '/app/',
        RolePolicyList: [inline('own', policy(allow('s3:*')))],
        InstanceProfileList: [
          {
            Path: '/',
            InstanceProfileName: 'hosts',
            Arn: iam('instance-profile/hosts'),
            Roles: [{ RoleName: 'worker' }],
          },
        ],
      }),
      role(
        'AWSServiceRoleForECS',
        { Service: 'ecs.amazonaws.com' },
        {
          Arn: iam('role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'),
          Path: '/aws-service-role/ecs.amazonaws.com/',
        },
      ),
    ],
    Policies: [managedPolicy('limit', policy(allow('s3:*')))],
  });
  const found = (arn: string) => whole.resources.find((resource) => resource.address === arn);

  test.each([
    ['AWS::IAM::User', iam('user/dana'), 'dana'],
    ['AWS::IAM::Group', iam('group/developers'), 'developers'],
    ['AWS::IAM::Role', iam('role/app/worker'), 'worker'],
    ['AWS::IAM::InstanceProfile', iam('instance-profile/hosts'), 'hosts'],
    ['AWS::IAM::ManagedPolicy', iam('policy/limit'), 'limit'],
    [
      'AWS::IAM::ServiceLinkedRole',
      iam('role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'),
      'AWSServiceRoleForECS',
    ],
  ])('%s with its ARN as address and its name', (type, arn, name) => {
    expect(found(arn)).toMatchObject({
      id: `${accountId}/${arn}`,
      type,
      deployment: accountId,
      name: [name],
      arn: [arn],
    });
  });

  test('of a complete deployment that is called by the number of the account', () => {
    expect(whole.deployments).toMatchObject([
      { id: accountId, account: [accountId], partition: ['aws'], role: 'subject', completeness: 'complete' },
    ]);
    expect(whole.diagnostics).toEqual([]);
    expect(whole.nothingRead).toBe(false);
  });

  test.each([
    ['Groups', 0, 'group/developers'],
    ['PermissionsBoundary', undefined, 'policy/limit'],
  ])('whose %s refer to what the account has', (property, item, target) => {
    const value = at(found(iam('user/dana'))?.properties, property, ...(item === undefined ? [] : [item]));
    expect(value === undefined ? [] : refsOf(value)).toEqual([
      { resource: `${accountId}/${iam(target)}`, attribute: 'Ref' },
    ]);
  });

  test('with the line of each thing in the file', () => {
    const worker = found(iam('role/app/worker'));
    const span = worker === undefined ? undefined : whole.origins.span(worker.origin);
    const lines = printed(details({})).split('\n').length;
    expect(span?.file).toBe('account.json');
    expect(span?.line).toBeGreaterThan(lines);
    expect(span?.endLine).toBeGreaterThan(span?.line ?? 0);
  });

  test('in YAML as well, as the AWS CLI prints it when told to', () => {
    const text = `UserDetailList:\n- Arn: ${iam('user/dana')}\n  UserName: dana\nGroupDetailList: []\nRoleDetailList: []\nPolicies: []\n`;
    expect(imported({ 'account.yaml': text }).resources.map(({ address }) => address)).toEqual([iam('user/dana')]);
  });
});

describe('what policies say', () => {
  const documents: readonly (readonly [string, Json])[] = [
    ['an object', policy(allow('s3:*'))],
    ['URL-encoded text', encodeURIComponent(JSON.stringify(policy(allow('s3:*'))))],
    ['JSON text', JSON.stringify(policy(allow('s3:*')))],
  ];
  test.each(documents)('counts when the document is %s', async (_form, document) => {
    const output = details({ UserDetailList: [user('dana', { UserPolicyList: [inline('own', document)] })] });
    expect(await decides(output, 'user/dana', 's3:ListAllMyBuckets')).toBe('allow');
    expect(await decides(output, 'user/dana', 'iam:ListRoles')).toBe('deny');
  });

  test('counts in the default version alone', async () => {
    const versions = [
      { VersionId: 'v3', IsDefaultVersion: false, Document: policy(allow('*')) },
      { VersionId: 'v2', IsDefaultVersion: true, Document: policy(allow('s3:*')) },
    ];
    const output = details({
      UserDetailList: [user('dana', { AttachedManagedPolicies: attached(iam('policy/p')) })],
      Policies: [managedPolicy('p', policy(), { DefaultVersionId: 'v2', PolicyVersionList: versions })],
    });
    expect(await decides(output, 'user/dana', 's3:ListAllMyBuckets')).toBe('allow');
    expect(await decides(output, 'user/dana', 'iam:ListRoles')).toBe('deny');
  });

  test('of AWS counts as the account has it, before what is known of it otherwise', async () => {
    const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const output = details({
      UserDetailList: [user('dana', { AttachedManagedPolicies: attached(readOnly) })],
      Policies: [managedPolicy('ReadOnlyAccess', policy(allow('sqs:*')), { Arn: readOnly })],
    });
    expect(await decides(output, 'user/dana', 'sqs:ListQueues')).toBe('allow');
    expect(await decides(output, 'user/dana', 's3:ListAllMyBuckets')).toBe('deny');
    const without = details({ UserDetailList: [user('dana', { AttachedManagedPolicies: attached(readOnly) })] });
    expect(await decides(without, 'user/dana', 's3:ListAllMyBuckets')).toBe('allow');
  });

  test('that cannot be read is unknown, not empty', async () => {
    const output = details({ UserDetailList: [user('dana', { UserPolicyList: [inline('own', '%7B broken')] })] });
    expect(await decides(output, 'user/dana', 's3:ListAllMyBuckets')).toBe('conditional');
    expect(imported({ 'account.json': printed(output) }).diagnostics).toMatchObject([
      { level: 'error', code: 'account-policy-document', source: { file: 'account.json' } },
    ]);
  });
});

describe('several outputs', () => {
  const dana = details({ UserDetailList: [user('dana', { GroupList: ['developers'] })] });
  const developers = details({ GroupDetailList: [group('developers')] });
  const other = details({ RoleDetailList: [role('elsewhere', lambda, {}, '444455556666')] });

  test('of one account are one deployment, whether pages of one file or files', () => {
    const inOneFile = imported({ 'all.json': printed([{ ...dana, IsTruncated: true, Marker: 'next' }, developers]) });
    const inTwo = imported({
      'page-1.json': printed({ ...dana, IsTruncated: true, Marker: 'next' }),
      'page-2.json': printed(developers),
    });
    for (const { deployments, resources, diagnostics } of [inOneFile, inTwo]) {
      expect(deployments).toMatchObject([{ id: accountId, completeness: 'complete' }]);
      expect(resources.map(({ address }) => address)).toEqual([iam('group/developers'), iam('user/dana')]);
      expect(diagnostics).toEqual([]);
    }
  });

  test('of two accounts are two', () => {
    const { deployments, resources } = imported({
      'all.json': printed([{ ...dana, ...developers, UserDetailList: [] }, other]),
    });
    expect(deployments.map(({ id }) => id)).toEqual([accountId, '444455556666']);
    expect(resources.map(({ deployment }) => deployment)).toEqual([accountId, '444455556666']);
  });

  test('in any order and under any name give the same ids', () => {
    const ids = (texts: Readonly<Record<string, string>>) => imported(texts).resources.map(({ id }) => id);
    expect(ids({ 'a.json': printed(developers), 'b.json': printed(dana) })).toEqual(
      ids({ 'x/z.json': printed(dana), 'y.json': printed(developers) }),
    );
  });

  test('that say the same thing twice count once, and it is told', () => {
    const { resources, diagnostics } = imported({ 'a.json': printed(developers), 'b.json': printed(developers) });
    expect(resources).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'account-duplicate', source: { file: 'b.json' } }]);
  });
});

describe('an output with gaps makes a partial account, and says what to do', () => {
  const gaps: readonly (readonly [string, Json, string])[] = [
    [
      'that stopped at a page',
      { ...details({ UserDetailList: [user('dana')] }), IsTruncated: true },
      'account-truncated',
    ],
    ['that the AWS CLI cut', { ...details({ UserDetailList: [user('dana')] }), NextToken: 'x' }, 'account-truncated'],
    [
      'without the list of roles',
      { UserDetailList: [user('dana')], GroupDetailList: [], Policies: [] },
      'account-incomplete',
    ],
    [
      'without the group of a user',
      details({ UserDetailList: [user('dana', { GroupList: ['lost'] })] }),
      'account-incomplete',
    ],
    [
      'without a policy that is attached',
      details({ UserDetailList: [user('dana', { AttachedManagedPolicies: attached(iam('policy/lost')) })] }),
      'account-incomplete',
    ],
  ];
  test.each(gaps)('%s', (_gap, output, code) => {
    const { deployments, diagnostics } = imported({ 'account.json': printed(output) });
    expect(deployments).toMatchObject([{ completeness: 'partial' }]);
    expect(diagnostics).toMatchObject([{ level: 'warning', code, source: { file: 'account.json' } }]);
  });

  test('and what an attached policy that is not there allows is unknown', async () => {
    const output = details({
      UserDetailList: [user('dana', { AttachedManagedPolicies: attached(iam('policy/lost')) })],
    });
    expect(await decides(output, 'user/dana', 's3:ListAllMyBuckets')).toBe('conditional');
  });
});

describe('broken input is told and the rest goes on', () => {
  const bad: readonly (readonly [string, Json])[] = [
    ['nothing', null],
    ['a text', 'dana'],
    ['a user without ARN', { UserName: 'lost' }],
    ['an ARN of something else', { UserName: 'lost', Arn: 'arn:aws:s3:::bucket' }],
    ['an ARN of another kind', { UserName: 'lost', Arn: iam('role/lost') }],
    ['an ARN of AWS itself', { UserName: 'lost', Arn: 'arn:aws:iam::aws:user/lost' }],
    ['a list', [[]]],
  ];
  test.each(bad)('%s among the users', (_what, entry) => {
    const { resources, diagnostics } = account({ UserDetailList: [entry, user('dana')] });
    expect(resources.map(({ address }) => address)).toEqual([iam('user/dana')]);
    expect(diagnostics).toMatchObject([{ code: 'account-entry', source: { file: 'account.json', line: 3 } }]);
  });

  test('a list that is none', () => {
    const { resources, diagnostics } = account({ UserDetailList: [user('dana')], Policies: 'all of them' });
    expect(resources).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'account-entry' }]);
  });

  test.each([
    ['an account without anything', printed(details({}))],
    ['lists that are not at the top', printed({ account: details({ UserDetailList: [user('dana')] }) })],
    ['half a file', printed(details({ UserDetailList: [user('dana')] })).slice(0, 40)],
    ['nesting without end', `{"UserDetailList":${'['.repeat(100_000)}`],
  ])('%s cannot be modelled', (_what, text) => {
    const { nothingRead, diagnostics } = imported({ 'account.json': text });
    expect(nothingRead).toBe(true);
    expect(diagnostics).toMatchObject([{ level: 'error', source: { file: 'account.json' } }]);
  });

  test('names from the input stay names', () => {
    const name = '__proto__';
    const { resources } = account({
      UserDetailList: [
        user(name, { GroupList: ['constructor'], UserPolicyList: [inline(name, policy(allow('s3:*')))] }),
      ],
      GroupDetailList: [group('constructor')],
    });
    const [, found] = resources;
    expect(found?.name).toEqual([name]);
    const member = at(found?.properties, 'Groups', 0);
    expect(member === undefined ? undefined : literalOf(textOf(member) ?? [])).toBe('constructor');
  });
});
