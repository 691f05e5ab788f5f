// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written like this
import { describe, expect, test } from 'vitest';
import { describePolicySource } from '../../src/catalog/describe-policy.ts';
import { rolesMeant, rolesOf } from '../../src/catalog/roles-of.ts';
import { loadManagedPolicies } from '../../src/define/access/managed-policies.ts';
import { describeGuard } from '../../src/model/guard.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { at } from '../../src/model/value.ts';
import { allow, callerArn, trust } from './case.ts';
import { describeDecision } from './scene.ts';
import { type Accounts, type Json, type World, type WorldOptions, worldOf } from './world.ts';

const account = '111111111111';
const inOne = (resources: Accounts[string], options: WorldOptions = {}): World =>
  worldOf(
    { [account]: resources },
    { parameters: { Open: { Type: 'String' }, Stage: { Type: 'String' } }, ...options },
  );
const conditions = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
const document = (...statements: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: statements });
const role = (properties: Readonly<Record<string, Json>> = {}): Json => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: document(trust({ Service: 'ec2.amazonaws.com' })), ...properties },
});
const policiesOf = (world: World, logicalId: string) =>
  world.access.policiesOf(world.idOf(logicalId)).map(describePolicySource);

describe('the policies of a principal', () => {
  test('its own, attached ones from either side, and separate inline ones', () => {
    const world = inOne({
      Role: role({
        Policies: [{ PolicyName: 'own', PolicyDocument: document(allow('s3:*')) }],
        ManagedPolicyArns: [{ Ref: 'Attached' }],
      }),
      Attached: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(allow('sqs:*')) } },
      Attaching: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: document(allow('sns:*')), Roles: [{ Ref: 'Role' }] },
      },
      Inline: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'inline', PolicyDocument: document(allow('kms:*')), Roles: [{ Ref: 'Role' }] },
      },
      Separate: {
        Type: 'AWS::IAM::RolePolicy',
        Properties: { PolicyName: 'separate', PolicyDocument: document(allow('ec2:*')), RoleName: { Ref: 'Role' } },
      },
    });
    expect(policiesOf(world, 'Role')).toEqual([
      'own { Allow s3:* on * }',
      'Attached { Allow sqs:* on * }',
      'Attaching { Allow sns:* on * }',
      'inline { Allow kms:* on * }',
      'separate { Allow ec2:* on * }',
    ]);
  });

  test('a name that a role shares with an instance profile still means the role', () => {
    const world = inOne({
      Role: role({ RoleName: 'shared' }),
      Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { InstanceProfileName: 'shared', Roles: ['shared'] } },
      Inline: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'inline', PolicyDocument: document(allow('kms:*')), Roles: ['shared'] },
      },
    });
    expect(policiesOf(world, 'Role')).toEqual(['inline { Allow kms:* on * }']);
  });

  test('those of groups, whichever side names the membership', () => {
    const group = (action: string): Json => ({
      Type: 'AWS::IAM::Group',
      Properties: { Policies: [{ PolicyName: action, PolicyDocument: document(allow(action)) }] },
    });
    const world = inOne({
      One: group('s3:*'),
      Two: group('sqs:*'),
      User: { Type: 'AWS::IAM::User', Properties: { Groups: [{ Ref: 'One' }] } },
      Joining: {
        Type: 'AWS::IAM::UserToGroupAddition',
        Properties: { GroupName: { Ref: 'Two' }, Users: [{ Ref: 'User' }] },
      },
    });
    expect(policiesOf(world, 'User')).toEqual(['s3:* { Allow s3:* on * }', 'sqs:* { Allow sqs:* on * }']);
  });

  test('policies under a condition of the template carry it', () => {
    const world = inOne(
      {
        Role: role({ ManagedPolicyArns: { 'Fn::If': ['IsProd', [{ Ref: 'Attached' }], { Ref: 'AWS::NoValue' }] } }),
        Attached: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(allow('sqs:*')) } },
        Inline: {
          Type: 'AWS::IAM::Policy',
          Condition: 'IsProd',
          Properties: { PolicyName: 'inline', PolicyDocument: document(allow('kms:*')), Roles: [{ Ref: 'Role' }] },
        },
      },
      { conditions },
    );
    expect(policiesOf(world, 'Role')).toEqual([
      'Attached { Allow sqs:* on * } when Stage = prod',
      'inline { Allow kms:* on * } when Stage = prod',
    ]);
  });

  test('policies that AWS manages are put in by ARN, in any partition', () => {
    const managed = { 'arn:aws:iam::aws:policy/service-role/Some': document(allow('logs:*')) };
    const arns = [
      'arn:aws:iam::aws:policy/service-role/Some',
      'arn:aws-cn:iam::aws:policy/service-role/Some',
      'arn:aws:iam::aws:policy/Other',
    ];
    const world = inOne({ Role: role({ ManagedPolicyArns: arns }) }, { managed });
    expect(policiesOf(world, 'Role')).toEqual([
      'Some { Allow logs:* on * }',
      'Some { Allow logs:* on * }',
      'Other { … the AWS-managed policy Other }',
    ]);
  });

  test('a document that is a JSON string, holes included', () => {
    const source =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${Open}/*"}]}';
    const world = inOne({ Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: { 'Fn::Sub': source } }] }) });
    expect(policiesOf(world, 'Role')).toEqual(['own { Allow s3:* on arn:aws:s3:::<Open>/* }']);
  });

  test('a string that is no JSON is a document that could not be read', () => {
    const world = inOne({ Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: 'Allow everything' }] }) });
    expect(policiesOf(world, 'Role')).toEqual(['own { … a policy document that is a JSON object }']);
  });

  test('conditions that exclude each other make no statement', () => {
    const both: Json = {
      Effect: 'Allow',
      Action: { 'Fn::If': ['IsProd', 's3:*', 'sqs:*'] },
      Resource: { 'Fn::If': ['IsProd', 'arn:aws:s3:::prod', 'arn:aws:sqs:*:*:dev'] },
    };
    const world = inOne(
      { Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(both) }] }) },
      { conditions },
    );
    expect(policiesOf(world, 'Role')).toEqual([
      'own { Allow s3:* on arn:aws:s3:::prod when Stage = prod; Allow sqs:* on arn:aws:sqs:*:*:dev when Stage != prod }',
    ]);
  });
});

describe('documents of AWS-managed policies', () => {
  test('are loaded when a resource names one', async () => {
    const world = inOne({ Role: role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }) });
    const origins = createOrigins();
    const managed = await loadManagedPolicies(world.base.resources, origins);
    const found = managed('arn:aws:iam::aws:policy/AdministratorAccess');
    expect(found?.statements.map(({ effect, actions, resources }) => [effect, actions, resources])).toEqual([
      ['Allow', [['*']], [['*']]],
    ]);
    expect(found === undefined ? undefined : origins.get(found.origin)).toEqual({
      kind: 'knowledge',
      document: 'AWS-managed policy AdministratorAccess',
    });
    expect(managed('arn:aws:iam::aws:policy/NoSuchPolicy')).toBeUndefined();
  });

  test('are left alone when none does', async () => {
    const managed = await loadManagedPolicies(inOne({ Role: role() }).base.resources, createOrigins());
    expect(managed('arn:aws:iam::aws:policy/AdministratorAccess')).toBeUndefined();
  });
});

describe('the roles that a reference means', () => {
  const world = inOne(
    {
      Role: role(),
      Other: role(),
      Profile: {
        Type: 'AWS::IAM::InstanceProfile',
        Properties: { Roles: [{ 'Fn::If': ['IsProd', { Ref: 'Role' }, { Ref: 'Other' }] }] },
      },
      ByProfile: role({ Description: { Ref: 'Profile' } }),
      ByProfileArn: role({ Description: { 'Fn::GetAtt': ['Profile', 'Arn'] } }),
      ByRole: role({ Description: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
      ByArn: role({ Description: 'arn:aws:iam::999999999999:role/theirs' }),
      ByParameter: role({ Description: { Ref: 'Open' } }),
    },
    { conditions },
  );
  const throughProfile = ['Role when Stage = prod', 'Other when Stage != prod'];
  test.each([
    ['ByProfile', throughProfile],
    ['ByProfileArn', throughProfile],
    ['ByRole', ['Role when always']],
    ['ByArn', ['external']],
    ['ByParameter', ['unknown: parameter Open of in-111111111111']],
  ])('%s', (logicalId, expected) => {
    const from = world.idOf(logicalId);
    const value = at(world.base.resource(from)?.properties, 'Description');
    const meant = value === undefined ? [] : rolesMeant(world.base, value, from);
    const described = meant.map((target) => {
      if (target.kind === 'resource') return `${target.resource.address} when ${describeGuard(target.guard)}`;
      return target.kind === 'unknown' ? `unknown: ${target.settledBy}` : target.kind;
    });
    expect(described).toEqual(expected);
  });

  test('of a workload, from what it runs as', () => {
    const roles = rolesOf(world.base, world.idOf('Profile'));
    expect(roles.map(({ role: { address }, purpose }) => [address, purpose])).toEqual([
      ['Role', 'workload'],
      ['Other', 'workload'],
    ]);
  });
});

describe('candidates for an action', () => {
  const open = document(allow({ Ref: 'Open' }));
  const named: Json = {
    Type: 'AWS::SQS::Queue',
    Properties: { Policy: document({ ...(allow('sqs:*') as object), Principal: { AWS: callerArn } }) },
  };
  const world = inOne({
    Writer: role({
      Policies: [{ PolicyName: 'own', PolicyDocument: document(allow(['s3:Put*', 'sqs:SendMessage'])) }],
    }),
    Reader: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(allow('s3:Get*')) }] }),
    AllBut: role({
      Policies: [
        { PolicyName: 'own', PolicyDocument: document({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
      ],
    }),
    Unread: role({ Policies: [{ PolicyName: 'own', PolicyDocument: { Ref: 'Open' } }] }),
    Doubtful: role({ Policies: [{ PolicyName: 'own', PolicyDocument: open }] }),
    Named: role({ RoleName: 'caller' }),
    None: role(),
    Queue: named,
  });
  test.each([
    ['s3:PutObject', ['Writer', 'AllBut', 'Unread', 'Doubtful']],
    ['s3:GetObject', ['Reader', 'AllBut', 'Unread', 'Doubtful']],
    ['sqs:sendmessage', ['Writer', 'AllBut', 'Unread', 'Doubtful', 'Named']],
  ])('%s', (action, expected) => {
    expect(world.access.candidates(action).map(({ address }) => address)).toEqual(expected);
  });
});

describe('a resource that is not in the input', () => {
  const world = inOne({ Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(allow('*')) }] }) });
  test.each([
    ['of the own account', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111111111111:theirs', 'allow'],
    [
      'of another account',
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:222222222222:theirs',
      'conditional: unknown policy of the resource, which is not in the input',
    ],
    [
      'a role of the own account',
      'sts:AssumeRole',
      'arn:aws:iam::111111111111:role/theirs',
      'conditional: unknown policy of the resource, which is not in the input',
    ],
  ])('%s', (_what, action, arn, expected) => {
    const decision = world.access.decide({
      caller: { kind: 'resource', resource: world.idOf('Role') },
      action,
      resource: [arn],
    });
    expect(describeDecision(decision)).toBe(expected);
  });

  test('a resource of ours is found by its ARN', () => {
    const other = inOne({
      Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(allow('*')) }] }),
      Target: role({ RoleName: 'target' }),
    });
    const decision = other.access.decide({
      caller: { kind: 'resource', resource: other.idOf('Role') },
      action: 'sts:AssumeRole',
      resource: ['arn:aws:iam::111111111111:role/target'],
    });
    expect(describeDecision(decision)).toBe('deny: trust-policy');
  });
});

describe('a decision cites', () => {
  test('the statements that allow it, with the policy that states them', () => {
    const world = inOne({
      Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(allow('sns:*'), allow('sqs:*')) }] }),
    });
    const decision = world.access.decide({
      caller: { kind: 'resource', resource: world.idOf('Role') },
      action: 'sqs:ListQueues',
      resource: ['*'],
    });
    expect(decision.allowedBy.map(({ policy, statement }) => [policy.name, policy.statedBy, statement.index])).toEqual([
      ['own', world.idOf('Role'), 1],
    ]);
  });

  test('the statement that denies it', () => {
    const denied = { Sid: 'Never', Effect: 'Deny', Action: '*', Resource: '*' };
    const world = inOne({
      Role: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(allow('*'), denied) }] }),
    });
    const decision = world.access.decide({
      caller: { kind: 'resource', resource: world.idOf('Role') },
      action: 'sqs:ListQueues',
      resource: ['*'],
    });
    expect(decision.blockedBy.map(({ kind, because, statement }) => [kind, because, statement?.statement.sid])).toEqual(
      [['explicit-deny', 'own denies it (Never)', 'Never']],
    );
  });
});
