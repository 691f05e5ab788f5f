import { describe, expect, test } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';
import {
  accountId,
  allow,
  attached,
  details,
  group,
  iam,
  inline,
  managedPolicy,
  policy,
  printed,
  role,
  user,
} from './snapshot.ts';

const account = printed(
  details({
    UserDetailList: [user('dana', { GroupList: ['developers'] })],
    GroupDetailList: [
      group('developers', {
        GroupPolicyList: [
          inline(
            'deploy',
            policy(allow(['lambda:UpdateFunctionCode'], `arn:aws:lambda:*:${accountId}:function:front`)),
          ),
        ],
      }),
    ],
    RoleDetailList: [
      role('exec', { Service: 'lambda.amazonaws.com' }, { AttachedManagedPolicies: attached(iam('policy/orders')) }),
    ],
    Policies: [managedPolicy('orders', policy(allow('dynamodb:*', `arn:aws:dynamodb:*:${accountId}:table/orders`)))],
  }),
);

const template = (executes: string) => `
Resources:
  Front:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: front
      Runtime: nodejs22.x
      Handler: index.handler
      Role: ${executes}
      Code: { ZipFile: "exports.handler = () => {}" }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      BillingMode: PAY_PER_REQUEST
`;
const declared = `deployments: [{ name: shop, account: "${accountId}", region: eu-west-1 }]`;

describe('code beside the snapshot of its account', () => {
  test.each([
    ['by ARN', iam('role/exec')],
    [
      'by an ARN with pseudo parameters',
      '!Join [":", [arn, !Ref "AWS::Partition", iam, "", !Ref "AWS::AccountId", role/exec]]',
    ],
  ])('runs as the role of the account that it names %s', async (_how, named) => {
    const { analysis } = await modelOfTexts(
      { 'shop.yaml': template(named), 'bartizan.yaml': declared },
      { context: { 'account.json': account } },
    );
    const { system } = analysis.defined.ask;
    const ends = system.ofType('AWS::Lambda::Function').flatMap(({ id }) => {
      const fact = system.fact(id, 'runsAs');
      return fact.kind === 'known' ? fact.value.flatMap(({ role: named }) => system.resolve(named, id)) : [];
    });
    expect(ends).toMatchObject([{ kind: 'resource', resource: { address: iam('role/exec') } }]);
  });

  test('is attacked by way of the identities of the account', async () => {
    const { document } = await modelOfTexts(
      { 'shop.yaml': template(iam('role/exec')), 'bartizan.yaml': declared },
      { context: { 'account.json': account } },
    );
    const moves = document.attackPaths
      .filter(({ entry }) => entry === `${accountId}/${iam('user/dana')}`)
      .map(({ target, steps }) => [target, ...steps.map(({ move }) => move)]);
    expect(moves).toContainEqual([
      'shop/Orders',
      'compute/take-over-function',
      'compute/workload-credentials',
      'data/read-data',
    ]);
  });

  test('gets threats of its own only', async () => {
    const { document } = await modelOfTexts(
      { 'shop.yaml': template(iam('role/exec')), 'bartizan.yaml': declared },
      { context: { 'account.json': account } },
    );
    expect(document.threats.filter(({ element }) => element.startsWith(accountId))).toEqual([]);
    expect(document.scope.context).toEqual([accountId]);
  });

  test('whose account nobody gives is told how to get there', async () => {
    const { imported } = await modelOfTexts(
      { 'shop.yaml': template(iam('role/exec')) },
      { context: { 'account.json': account } },
    );
    expect(imported.diagnostics).toMatchObject([{ level: 'info', code: 'account-not-given' }]);
  });

  test('that makes a role of the account itself says what counts of it', async () => {
    const made = `
Resources:
  Exec:
    Type: AWS::IAM::Role
    Properties:
      RoleName: exec
      AssumeRolePolicyDocument: ${JSON.stringify(policy({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }))}
`;
    const { imported } = await modelOfTexts(
      { 'shop.yaml': made, 'bartizan.yaml': declared },
      { context: { 'account.json': account } },
    );
    const execs = imported.resources.filter(({ name }) => name[0] === 'exec');
    expect(execs.map(({ id }) => id)).toEqual(['shop/Exec']);
    expect(imported.diagnostics).toMatchObject([{ level: 'info', code: 'account-made-by-code' }]);
  });
});
