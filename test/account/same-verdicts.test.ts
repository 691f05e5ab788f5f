import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defined, verdicts } from './verdicts.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const template = readFileSync(path('fixtures/identities.yaml'), 'utf8');
const recorded = readFileSync(path('fixtures/identities.json'), 'utf8');
const account = 'arn:aws:iam::111122223333:';

const actions = [
  ...['GetObject', 'PutObject', 'DeleteBucket', 'ListBucket', 'PutBucketPolicy'].map((name) => `s3:${name}`),
  ...['CreateFunction', 'InvokeFunction', 'GetFunction', 'UpdateFunctionCode'].map((name) => `lambda:${name}`),
  ...['PassRole', 'CreateUser', 'CreateAccessKey', 'PutUserPolicy', 'AttachRolePolicy', 'CreatePolicyVersion'].map(
    (name) => `iam:${name}`,
  ),
  ...['ListRoles', 'GetRole', 'UpdateAssumeRolePolicy', 'DeleteRole'].map((name) => `iam:${name}`),
  ...['AssumeRole', 'GetCallerIdentity', 'GetFederationToken'].map((name) => `sts:${name}`),
  ...['GetItem', 'PutItem', 'DeleteTable', 'Scan'].map((name) => `dynamodb:${name}`),
  ...['SendMessage', 'ReceiveMessage', 'DeleteQueue'].map((name) => `sqs:${name}`),
  ...['Decrypt', 'ScheduleKeyDeletion'].map((name) => `kms:${name}`),
  ...['RunInstances', 'DescribeInstances', 'TerminateInstances'].map((name) => `ec2:${name}`),
  'logs:PutLogEvents',
  'cloudtrail:StopLogging',
  'secretsmanager:GetSecretValue',
  'aws-portal:ViewBilling',
  'rds:DeleteDBInstance',
];

const resources = [
  '*',
  ...[
    'user/dana',
    'user/machines/robot',
    'user/new',
    'role/app/worker',
    'role/admin',
    'role/operator',
    'role/host',
  ].map((name) => `${account}${name}`),
  `${account}policy/boundary`,
  `${account}policy/team/deploy`,
  'arn:aws:s3:::homes/dana/letter.txt',
  'arn:aws:s3:::homes/robot/letter.txt',
  'arn:aws:s3:::homes',
  'arn:aws:lambda:eu-west-1:111122223333:function:web-front',
  'arn:aws:lambda:us-east-1:111122223333:function:web-front',
  'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  'arn:aws:sqs:eu-west-1:111122223333:jobs',
  'arn:aws:sqs:eu-west-1:444455556666:jobs',
  'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d',
  'arn:aws:logs:eu-west-1:111122223333:log-group:web',
];

const code = {
  'identities.yaml': template,
  'bartizan.yaml': 'deployments: [{ name: identities, account: "111122223333", region: eu-west-1 }]',
};

describe('a snapshot of an account decides as the code that made it', () => {
  test('what IAM answered when it was recorded', async () => {
    const fromCode = await defined(code);
    const fromAccount = await defined({ 'account.json': recorded });
    expect(fromAccount.imported.diagnostics).toEqual([]);
    const decided = verdicts(fromAccount, actions, resources);
    expect(decided).toEqual(verdicts(fromCode, actions, resources));
    expect(decided.size).toBe(6 * actions.length * resources.length);
    const kinds = [...decided.values()].map((line) => line.slice(0, 4));
    for (const kind of ['allo', 'deny', 'cond'])
      expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(50);
  });

  test('and whoever asks by trust alone', async () => {
    const trusted = async (texts: Readonly<Record<string, string>>) => {
      const { ask } = await defined(texts);
      return ['worker', 'admin', 'operator', 'host'].flatMap((name) =>
        [
          { kind: 'service', service: 'lambda.amazonaws.com' } as const,
          { kind: 'account', account: ['444455556666'] } as const,
          { kind: 'any-aws-account' } as const,
        ].map((caller) => {
          const role = ask.access.principals().find((each) => each.name[0] === name);
          const resource = role?.arn ?? [];
          return [name, caller.kind, ask.access.decide({ caller, action: 'sts:AssumeRole', resource }).verdict];
        }),
      );
    };
    const fromAccount = await trusted({ 'account.json': recorded });
    expect(fromAccount).toEqual(await trusted(code));
    expect(fromAccount).toContainEqual(['worker', 'service', 'allow']);
    expect(fromAccount).toContainEqual(['admin', 'account', 'conditional']);
    expect(fromAccount).toContainEqual(['admin', 'any-aws-account', 'deny']);
  });
});

const simulated =
  spawnSync('python3', ['-c', 'import boto3, moto, yaml'], { encoding: 'utf8' }).status === 0 ? undefined : 'no moto';

// Needs Python with moto and boto3; elsewhere what was recorded with it stands for it.
describe.skipIf(simulated !== undefined)('a simulated account', () => {
  test('answers what the code says', { timeout: 60_000 }, async () => {
    const { stdout, stderr, status } = spawnSync(
      'python3',
      [path('deploy_and_collect.py'), path('fixtures/identities.yaml')],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    expect(status, stderr).toBe(0);
    const fromAccount = await defined({ 'account.json': stdout });
    expect(fromAccount.imported.diagnostics).toEqual([]);
    expect(verdicts(fromAccount, actions, resources)).toEqual(verdicts(await defined(code), actions, resources));
  });
});
