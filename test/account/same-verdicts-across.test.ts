import { describe, expect, test } from 'vitest';
import {
  allow,
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
import { defined, verdicts } from './verdicts.ts';

/** Two accounts that trust each other, once as the code that makes them and once as what IAM says of them. */
const [shop, data] = ['111122223333', '444455556666'];

const trustIn = (principal: Json, more: Readonly<Record<string, Json>> = {}): Json =>
  policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
const external = { Condition: { StringEquals: { 'sts:ExternalId': 'shop' } } };

const takesAll = policy(allow('sts:AssumeRole', `arn:aws:iam::${data}:role/*`));
const takesOne = policy(allow('sts:AssumeRole', iam('role/reports/reader', data)));
const reads = policy(allow(['s3:GetObject', 'sqs:*']), { Effect: 'Deny', Action: 'sqs:Purge*', Resource: '*' });
const onlyQueues = policy(allow('sqs:*'));

const byRole = { AWS: iam('role/web', shop) };
const bySession = { AWS: `arn:aws:sts::${shop}:assumed-role/web/deploy` };

const code = {
  'shop.yaml': JSON.stringify({
    Resources: {
      Web: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'web',
          AssumeRolePolicyDocument: trustIn({ Service: 'ec2.amazonaws.com' }),
          Policies: [{ PolicyName: 'take', PolicyDocument: takesAll }],
        },
      },
      Dana: {
        Type: 'AWS::IAM::User',
        Properties: { UserName: 'dana', Groups: [{ Ref: 'Readers' }] },
      },
      Readers: {
        Type: 'AWS::IAM::Group',
        Properties: { GroupName: 'readers', Policies: [{ PolicyName: 'take', PolicyDocument: takesOne }] },
      },
    },
  }),
  'data.yaml': JSON.stringify({
    Resources: {
      Boundary: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { ManagedPolicyName: 'queues', PolicyDocument: onlyQueues },
      },
      Reader: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'reader',
          Path: '/reports/',
          AssumeRolePolicyDocument: trustIn({ AWS: iam('root', shop) }),
          PermissionsBoundary: { Ref: 'Boundary' },
          Policies: [{ PolicyName: 'read', PolicyDocument: reads }],
        },
      },
      Partner: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: 'partner', AssumeRolePolicyDocument: trustIn(byRole, external) },
      },
      Session: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: 'session', AssumeRolePolicyDocument: trustIn(bySession) },
      },
    },
  }),
  'bartizan.yaml': JSON.stringify({
    deployments: [
      { name: 'shop', template: 'shop.yaml', account: shop, region: 'eu-west-1' },
      { name: 'data', template: 'data.yaml', account: data, region: 'eu-west-1' },
    ],
  }),
};

const trusting = (name: string, trust: Json, more: Readonly<Record<string, Json>> = {}) => ({
  ...role(name, { Service: 'ec2.amazonaws.com' }, more, data),
  AssumeRolePolicyDocument: trust,
});
const shopAccount = details({
  UserDetailList: [user('dana', { GroupList: ['readers'] }, shop)],
  GroupDetailList: [group('readers', { GroupPolicyList: [inline('take', takesOne)] })],
  RoleDetailList: [role('web', { Service: 'ec2.amazonaws.com' }, { RolePolicyList: [inline('take', takesAll)] }, shop)],
});
const dataAccount = details({
  RoleDetailList: [
    trusting('reader', trustIn({ AWS: iam('root', shop) }), {
      Path: '/reports/',
      Arn: iam('role/reports/reader', data),
      RolePolicyList: [inline('read', reads)],
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: iam('policy/queues', data) },
    }),
    trusting('partner', trustIn(byRole, external)),
    trusting('session', trustIn(bySession)),
  ],
  Policies: [managedPolicy('queues', onlyQueues, { Arn: iam('policy/queues', data) })],
});

const actions = ['sts:AssumeRole', 's3:GetObject', 'sqs:SendMessage', 'sqs:PurgeQueue', 'iam:PutRolePolicy'];
const resources = [
  ...['reports/reader', 'partner', 'session'].map((name) => iam(`role/${name}`, data)),
  iam('role/web', shop),
  `arn:aws:sqs:eu-west-1:${data}:jobs`,
  `arn:aws:sqs:eu-west-1:${shop}:jobs`,
  'arn:aws:s3:::reports/june.csv',
  '*',
];

describe('two accounts decide as the code that made them', () => {
  const wanted = defined(code).then((asked) => verdicts(asked, actions, resources));

  test.each([
    ['in one file', { 'accounts.json': printed([shopAccount, dataAccount]) }, {}],
    ['in a file each', { 'shop.json': printed(shopAccount), 'data.json': printed(dataAccount) }, {}],
    [
      'one of them as context',
      { 'shop.json': printed(shopAccount) },
      { context: { 'data.json': printed(dataAccount) } },
    ],
  ])('%s', async (_, texts, options) => {
    const asked = await defined(texts, options);
    expect(asked.imported.diagnostics).toEqual([]);
    expect(verdicts(asked, actions, resources)).toEqual(await wanted);
  });

  test('and what they decide is not all the same', async () => {
    const decided = await wanted;
    const of = (who: string, what: string) => decided.get(`${who} sts:AssumeRole ${what}`)?.split(';')[0];
    const [web, dana] = [iam('role/web', shop), iam('user/dana', shop)];
    expect(of(web, iam('role/reports/reader', data))).toBe('allow');
    expect(of(web, iam('role/partner', data))).toBe('conditional');
    expect(of(web, iam('role/session', data))).toBe('conditional');
    expect(of(dana, iam('role/reports/reader', data))).toBe('allow');
    expect(of(dana, iam('role/partner', data))).toBe('deny');
  });
});
