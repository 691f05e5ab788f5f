import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { lettingIn } from '../../src/catalog/written-policy.ts';
import type { Access, Everybody, OpenCondition } from '../../src/model/access.ts';
import type { Guard } from '../../src/model/guard.ts';
import type { Resource } from '../../src/model/resource.ts';
import { type Text, text, textKey } from '../../src/model/text.ts';
import { type Json, worldOf } from '../access/world.ts';
import { drawFrom } from './draw.ts';
import { randomPlan } from './random-world.ts';

const seed = 20_261_128;
const worlds = Number(process.env.BARTIZAN_BULK_WORLDS ?? 3);

const key = { symbol: 'object:key', kind: 'expression', settledBy: 'the object' } as const;
const oneObject = ({ arn, name }: Resource) => text(...(arn ?? name), '/', key);

const questions: readonly {
  readonly action: string;
  readonly type: string;
  readonly arn?: (resource: Resource) => Text;
}[] = [
  { action: 's3:ListBucket', type: 'AWS::S3::Bucket' },
  { action: 's3:GetObject', type: 'AWS::S3::Bucket', arn: oneObject },
  { action: 's3:PutObject', type: 'AWS::S3::Bucket', arn: oneObject },
  { action: 'sqs:SendMessage', type: 'AWS::SQS::Queue' },
  { action: 'sqs:ReceiveMessage', type: 'AWS::SQS::Queue' },
  { action: 'kms:Decrypt', type: 'AWS::KMS::Key' },
  { action: 'kms:Encrypt', type: 'AWS::KMS::Key' },
  { action: 'sts:AssumeRole', type: 'AWS::IAM::Role' },
  { action: 'iam:PassRole', type: 'AWS::IAM::Role' },
];

interface Outcome {
  readonly verdict: string;
  readonly conditions: readonly OpenCondition[];
  readonly guard: Guard;
}

/** What single decisions say of every pair, by positions. */
function byPairs(
  access: Access,
  { action, on, arn, context, opened }: Everybody,
  accountOf: (resource: Resource) => string = () => '',
): ReadonlyMap<string, Outcome> {
  const found = new Map<string, Outcome>();
  access.principals().forEach((principal, who) => {
    on.forEach((resource, what) => {
      if (opened === true && accountOf(principal) !== accountOf(resource)) return;
      const { verdict, conditions, guard } = access.decide({
        caller: { kind: 'resource', resource: principal.id },
        action,
        resource: arn === undefined ? (resource.arn ?? resource.name) : arn(resource),
        on: resource.id,
        ...(context !== undefined && { context }),
        ...(opened === true && { supposing: { target: lettingIn(principal) } }),
      });
      if (verdict !== 'deny') found.set(`${who} ${what}`, { verdict, conditions, guard });
    });
  });
  return found;
}

function byCells(access: Access, question: Everybody): ReadonlyMap<string, Outcome> {
  const found = new Map<string, Outcome>();
  for (const { principals, resources, verdict, conditions, guard } of access.whoMay(question))
    for (const who of principals)
      for (const what of resources) {
        if (found.has(`${who} ${what}`)) throw new Error('a pair is in two cells');
        found.set(`${who} ${what}`, { verdict, conditions, guard });
      }
  return found;
}

test('whom a resource names may do what his own policies allow, whatever was asked about others before', () => {
  const mayDo = (name: string, action: string): Json => ({
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      AssumeRolePolicyDocument: { Statement: [] },
      Policies: [{ PolicyName: 'own', PolicyDocument: documentWith({ Action: action, Resource: '*' }) }],
    },
  });
  const world = worldOf({
    '111111111111': { Sender: mayDo('Sender', 'sqs:SendMessage'), Receiver: mayDo('Receiver', 'sqs:ReceiveMessage') },
    '222222222222': {
      Jobs: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          Policy: documentWith({
            Principal: { AWS: 'arn:aws:iam::111111111111:role/Sender' },
            Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
            Resource: '*',
          }),
        },
      },
    },
  });
  const on = world.base.ofType('AWS::SQS::Queue');
  const whoMay = (action: string) =>
    world.engine
      .whoMay({ action, on })
      .flatMap(({ principals }) => [...principals].map((at) => world.engine.principals()[at]?.address));
  expect(whoMay('sqs:ReceiveMessage')).toEqual([]);
  expect(whoMay('sqs:SendMessage')).toEqual(['Sender']);
});

test('what resources ask of single principals is kept apart, whatever the order in which they ask', () => {
  const tagged = (name: string, team: string): Json => ({
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: name, AssumeRolePolicyDocument: { Statement: [] }, Tags: [{ Key: 'team', Value: team }] },
  });
  const openTo = (team: string, ...actions: readonly string[]): Json => ({
    Type: 'AWS::SQS::Queue',
    Properties: {
      Policy: documentWith({
        Principal: { AWS: '111111111111' },
        Action: actions,
        Resource: '*',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': team } },
      }),
    },
  });
  const own: Json = {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      PolicyDocument: documentWith({ Action: 'sqs:*', Resource: '*' }),
      Roles: [{ Ref: 'Red' }, { Ref: 'Blue' }],
    },
  };
  const world = worldOf({
    '111111111111': { Red: tagged('red', 'red'), Blue: tagged('blue', 'blue'), Own: own },
    '222222222222': {
      First: openTo('blue', 'sqs:ReceiveMessage'),
      Second: openTo('red', 'sqs:ReceiveMessage', 'sqs:SendMessage'),
      Third: openTo('blue', 'sqs:ReceiveMessage', 'sqs:SendMessage'),
    },
  });
  for (const action of ['sqs:SendMessage', 'sqs:ReceiveMessage']) {
    const question = { action, on: world.base.ofType('AWS::SQS::Queue') };
    expect(byCells(world.engine, question)).toEqual(byPairs(world.engine, question));
  }
});

test('whoever has a boundary that is not in the input is told apart from others with one', () => {
  const bounded = (boundary: Json): Json => ({
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: { Statement: [] }, PermissionsBoundary: boundary },
  });
  const world = worldOf({
    '111111111111': {
      Bound: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: documentWith({ Action: 's3:*', Resource: '*' }) },
      },
      Kept: bounded({ Ref: 'Bound' }),
      Open: bounded('arn:aws:iam::222222222222:policy/elsewhere'),
      Jobs: {
        Type: 'AWS::SQS::Queue',
        Properties: { Policy: documentWith({ Principal: '*', Action: 'sqs:*', Resource: '*' }) },
      },
    },
  });
  const question = { action: 'sqs:SendMessage', on: world.base.ofType('AWS::SQS::Queue') };
  expect(byPairs(world.engine, question).size).toBe(1);
  expect(byCells(world.engine, question)).toEqual(byPairs(world.engine, question));
});

function documentWith(allow: Readonly<Record<string, Json>>): Json {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...allow }] };
}

test('asking for everybody at once is asking for each pair, also of resources whose policy would let each of them in', () => {
  const draw = drawFrom(seed);
  console.log(`seed ${seed}`);
  let pairs = 0;
  for (let count = 0; count < worlds; count += 1) {
    const world = randomPlan(draw).build();
    const accountOf = ({ id }: Resource) => textKey(world.base.deploymentOf(id).account);
    for (const { action, type, arn } of questions)
      for (const how of [{}, { context: new Map([['aws:UserAgent', ['agent-x']]]) }, { opened: true }] as const) {
        const on = world.base.ofType(type);
        const question = { action, on, ...(arn !== undefined && { arn }), ...how };
        const expected = byPairs(world.engine, question, accountOf);
        const found = byCells(world.engine, question);
        pairs += expected.size;
        for (const pair of new Set([...expected.keys(), ...found.keys()]))
          if (!isDeepStrictEqual(found.get(pair), expected.get(pair))) {
            const [who, what] = pair.split(' ').map(Number);
            const names = [world.engine.principals()[who ?? 0]?.id, on[what ?? 0]?.id];
            expect({ names, action, count, how, is: found.get(pair) }).toEqual({
              names,
              action,
              count,
              how,
              is: expected.get(pair),
            });
          }
      }
  }
  expect(pairs).toBeGreaterThan(worlds * 20);
});
