import { describe, expect, test } from 'vitest';
import { describeText } from '../../src/model/text.ts';
import { allow, details, iam, type Json, policy, printed, role } from './snapshot.ts';
import { type Asked, defined } from './verdicts.ts';

/**
 * Permission sets of IAM Identity Center become roles in the accounts that they are assigned in.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
 */
const [central, shop] = ['999900001111', '111122223333'];
const instance = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

const permissionSet = (more: Readonly<Record<string, Json>> = {}): Json => ({
  Type: 'AWS::SSO::PermissionSet',
  Properties: { InstanceArn: instance, Name: 'Operators', ...more },
});

const assignment = (account: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  Type: 'AWS::SSO::Assignment',
  ...more,
  Properties: {
    InstanceArn: instance,
    PermissionSetArn: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] },
    PrincipalId: '11111111-2222-3333-4444-555555555555',
    PrincipalType: 'GROUP',
    TargetId: account,
    TargetType: 'AWS_ACCOUNT',
  },
});

const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } };
const bounds: Json = {
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { ManagedPolicyName: 'only-queues', Path: '/team/', PolicyDocument: policy(allow('sqs:*')) },
};

const manifest = `deployments:
  - {name: central, account: '${central}', region: eu-west-1}
  - {name: shop, account: '${shop}', region: eu-west-1}
`;

function given(resources: Readonly<Record<string, Json>>, more: Readonly<Record<string, string>> = {}) {
  return defined({
    'bartizan.yaml': manifest,
    'central.yaml': JSON.stringify({
      Parameters: { Account: { Type: 'String' }, Wide: { Type: 'String' } },
      Conditions: { IsWide: { 'Fn::Equals': [{ Ref: 'Wide' }, 'yes'] } },
      Resources: resources,
    }),
    'shop.yaml': JSON.stringify({ Resources: { Jobs: queue, Bounds: bounds } }),
    ...more,
  });
}

/** The reserved roles by ARN, each with what it may do with the queue of the shop. */
function roles(asked: Asked, actions: readonly string[] = []): readonly string[] {
  return asked.ask.access.principals().map(({ id, arn }) => {
    const verdicts = actions.map((action) => {
      const on = asked.imported.resources.find(({ type }) => type === 'AWS::SQS::Queue');
      const { verdict, blockedBy } = asked.ask.access.decide({
        caller: { kind: 'resource', resource: id },
        action,
        resource: on?.arn ?? [],
      });
      return ` ${action} ${[verdict, ...new Set(blockedBy.map(({ kind }) => kind))].join(' ')}`;
    });
    return `${describeText(arn ?? [])}${verdicts.join(',')}`;
  });
}

const codes = ({ imported }: Asked) =>
  imported.diagnostics.flatMap(({ code, level }) => (code.startsWith('identity-center') ? [`${level} ${code}`] : []));

const arnIn = (account: string) =>
  `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Operators_<Set.suffix>`;

describe('a permission set', () => {
  test('is a role in the account that it is assigned in, and nobody in its own', async () => {
    const asked = await given({ Set: permissionSet({ InlinePolicy: policy(allow('sqs:*')) }), To: assignment(shop) });
    expect(roles(asked, ['sqs:SendMessage', 's3:ListAllMyBuckets'])).toEqual([
      `${arnIn(shop)} sqs:SendMessage allow, s3:ListAllMyBuckets deny no-allow`,
    ]);
    expect(codes(asked)).toEqual([]);
  });

  test('that is assigned nowhere is no role', async () => {
    expect(roles(await given({ Set: permissionSet() }))).toEqual([]);
  });

  test('is one role in each account, whoever is assigned', async () => {
    const asked = await given({
      Set: permissionSet(),
      A: assignment(shop),
      B: assignment(shop),
      C: assignment(central),
    });
    expect(roles(asked).toSorted()).toEqual([arnIn(shop), arnIn(central)]);
  });

  test('has managed policies of AWS and, by name and path, of the account that it is assigned in', async () => {
    const set = permissionSet({
      ManagedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      CustomerManagedPolicyReferences: [{ Name: 'only-queues', Path: '/team/' }],
    });
    expect(
      roles(await given({ Set: set, To: assignment(shop) }), [
        'sqs:SendMessage',
        's3:ListAllMyBuckets',
        's3:PutObject',
      ]),
    ).toEqual([`${arnIn(shop)} sqs:SendMessage allow, s3:ListAllMyBuckets allow, s3:PutObject deny no-allow`]);
  });

  test('is bounded by the policy of that name in the account', async () => {
    const set = permissionSet({
      InlinePolicy: policy(allow('*')),
      PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'only-queues', Path: '/team/' } },
    });
    expect(roles(await given({ Set: set, To: assignment(shop) }), ['sqs:SendMessage', 's3:ListAllMyBuckets'])).toEqual([
      `${arnIn(shop)} sqs:SendMessage allow, s3:ListAllMyBuckets deny boundary`,
    ]);
  });

  test('whose customer policy the account lacks may be allowed anything by it', async () => {
    const set = permissionSet({ CustomerManagedPolicyReferences: [{ Name: 'elsewhere' }] });
    expect(roles(await given({ Set: set, To: assignment(shop) }), ['sqs:SendMessage'])).toEqual([
      `${arnIn(shop)} sqs:SendMessage conditional`,
    ]);
  });

  test('is there when one of its assignments is', async () => {
    const asked = await given({ Set: permissionSet(), To: assignment(shop, { Condition: 'IsWide' }) });
    const [role] = asked.ask.access.principals();
    expect(role?.guard).toEqual([
      [expect.objectContaining({ symbol: 'parameter:central/Wide', value: 'yes', holds: true })],
    ]);
  });

  test('in an account that no input is in is told, and counts in none', async () => {
    const asked = await given({ Set: permissionSet(), To: assignment('444455556666') });
    expect(roles(asked)).toEqual([]);
    expect(codes(asked)).toEqual(['info identity-center-account']);
  });

  test('in an account that only a parameter tells is told, and counts in none', async () => {
    const asked = await given({ Set: permissionSet(), To: assignment({ Ref: 'Account' }) });
    expect(roles(asked)).toEqual([]);
    expect(codes(asked)).toEqual(['warning identity-center-account']);
  });

  test('of another stack leaves a role that is not assessed, which is told', async () => {
    const to = assignment(shop) as { readonly Properties: Readonly<Record<string, Json>> };
    const elsewhere = {
      ...to,
      Properties: { ...to.Properties, PermissionSetArn: 'arn:aws:sso:::permissionSet/x/ps-1' },
    };
    const asked = await given({ To: elsewhere });
    expect(roles(asked)).toEqual([]);
    expect(codes(asked)).toEqual(['warning identity-center-permission-set']);
  });
});

describe('a role of a permission set', () => {
  const trust = { Federated: iam('saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE') };
  const path = 'role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Operators_0123456789abcdef';
  const shown = printed(
    details({ RoleDetailList: [{ ...role('AWSReservedSSO_Operators_0123456789abcdef', trust), Arn: iam(path) }] }),
  );

  test('that the account shows is not made again', async () => {
    const asked = await given({ Set: permissionSet(), To: assignment(shop) }, { 'account.json': shown });
    expect(roles(asked)).toEqual([iam(path)]);
  });

  test('is changed by nobody in the account', async () => {
    const asked = await given({ Set: permissionSet({ InlinePolicy: policy(allow('*')) }), To: assignment(shop) });
    const [reserved] = asked.ask.access.principals();
    const decision = asked.ask.access.decide({
      caller: { kind: 'account', account: [shop] },
      action: 'iam:PutRolePolicy',
      resource: reserved?.arn ?? [],
    });
    expect(decision.blockedBy.map(({ kind }) => kind)).toContain('reserved');
  });

  test('is entered by whoever has an assertion of the provider of Identity Center, for the sign-in page alone', async () => {
    const asked = await given({ Set: permissionSet(), To: assignment(shop) });
    const [reserved] = asked.ask.access.principals();
    const decide = (audience: string) =>
      asked.ask.access.decide({
        caller: {
          kind: 'federated',
          provider: [iam('saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE')],
          claims: new Map([['aud', { kind: 'values', values: [[audience]] }]]),
        },
        action: 'sts:AssumeRoleWithSAML',
        resource: reserved?.arn ?? [],
        ...(reserved !== undefined && { on: reserved.id }),
      }).verdict;
    expect(decide('https://signin.aws.amazon.com/saml')).toBe('conditional');
    expect(decide('https://elsewhere.example')).toBe('deny');
  });
});
