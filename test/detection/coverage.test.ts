import { describe, expect, it } from 'vitest';
import type { DocumentSight } from '../../src/model/detection-document.ts';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** What is seen of an attack follows from what is switched on in the account and region, and from nothing else. */
const system = `
Resources:
  Admin:
    Type: AWS::IAM::User
    Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }
  Helper:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: keys
          PolicyDocument: { Statement: [{ Effect: Allow, Action: iam:CreateAccessKey, Resource: !GetAtt Admin.Arn }] }
  HelperKey: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Helper } }
  Reader:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: read
          PolicyDocument: { Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Data.Arn}/*' }] }
  Deputy:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: keys
          PolicyDocument: { Statement: [{ Effect: Allow, Action: iam:CreateAccessKey, Resource: !GetAtt Reader.Arn }] }
  DeputyKey: { Type: AWS::IAM::AccessKey, Properties: { UserName: !Ref Deputy } }
  Data: { Type: AWS::S3::Bucket }
  Logs: { Type: AWS::S3::Bucket }
  Group: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 90 } }
  Topic: { Type: AWS::SNS::Topic }
`;
const trail = (more = '') => `
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: true
      IncludeGlobalServiceEvents: true
      S3BucketName: !Ref Logs
      CloudWatchLogsLogGroupArn: !GetAtt Group.Arn
${more}`;
const selector = (values: string, readWrite = 'All') => `
      EventSelectors:
        - ReadWriteType: ${readWrite}
          DataResources: [{ Type: 'AWS::S3::Object', Values: [${values}] }]`;
const filter = (pattern: string) => `
  Filter:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: !Ref Group
      FilterPattern: '${pattern}'
      MetricTransformations: [{ MetricName: keys, MetricNamespace: ours, MetricValue: '1' }]`;
const alarm = (actions: string) => `
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: { MetricName: keys, Namespace: ours, ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, AlarmActions: [${actions}] }`;
const detector = (more = '') => `
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties: { Enable: true${more} }`;

interface Seen {
  readonly document: ThreatModelDocument;
  readonly risk: number;
  readonly sights: readonly DocumentSight[];
  readonly visibility: string;
}

/** What is seen of the only step with this action on the paths of a user. */
async function seen(action: string, added: string, declared = ''): Promise<Seen> {
  const { document } = await modelOfTexts({
    'app.yaml': system + added,
    ...(declared !== '' && { 'bartizan.yaml': declared }),
  });
  const path = document.attackPaths.find(
    ({ attacker, steps }) =>
      ['user:app/Helper', 'user:app/Deputy'].includes(attacker) &&
      steps.some(({ actions }) => actions.includes(action)),
  );
  const at = path?.steps.findIndex(({ actions }) => actions.includes(action)) ?? -1;
  const step = document.detection?.paths.find((one) => one.path === path?.id)?.steps[at];
  const ids = new Set([...(step?.seenBy ?? []), ...(step?.gaps ?? [])]);
  return {
    document,
    risk: path?.risk.score ?? 0,
    sights: document.detection?.sights.filter(({ id }) => ids.has(id)) ?? [],
    visibility: step?.visibility ?? 'no such step',
  };
}

const stateOf = ({ sights }: Seen, by: string, what = '') =>
  sights.find((sight) => sight.by === by && sight.what.includes(what))?.state;

describe('reading objects', () => {
  it.each([
    ['no trail', '', 'unknown'],
    ['a trail of management events', trail(), 'unknown'],
    ['a trail with data events of all buckets', trail(selector("'arn:aws:s3'")), 'on'],
    ['a trail with data events of this bucket', trail(selector("!Sub '${Data.Arn}/'")), 'on'],
    ['a trail with data events of another bucket', trail(selector("'arn:aws:s3:::other-bucket/'")), 'unknown'],
    ['a trail that leaves reading out', trail(selector("'arn:aws:s3'", 'WriteOnly')), 'unknown'],
    [
      'a trail that is switched off',
      trail(selector("'arn:aws:s3'")).replace('IsLogging: true', 'IsLogging: false'),
      'unknown',
    ],
  ] as const)('with $0 is $2', async (_, added, state) => {
    const found = await seen('s3:GetObject', added);
    expect(stateOf(found, 'trail')).toBe(state);
    expect(found.visibility).toBe(state === 'on' ? 'record' : 'unknown');
  });

  it.each([
    ['a detector', detector(), 'on'],
    ['a detector without S3 protection', detector(', Features: [{ Name: S3_DATA_EVENTS, Status: DISABLED }]'), 'off'],
    ['a detector that is switched off', detector().replace('Enable: true', 'Enable: false'), 'off'],
    ['no detector', '', 'unknown'],
  ] as const)('with $0 raises findings: $2', async (_, added, state) => {
    const found = await seen('s3:GetObject', added);
    expect(stateOf(found, 'guard-duty', 'Exfiltration:S3')).toBe(state);
    if (state === 'on') expect(found.visibility).toBe('anomaly');
  });
});

describe('making an access key', () => {
  it('is always recorded, by the account itself', async () => {
    const found = await seen('iam:CreateAccessKey', '');
    expect(found.visibility).toBe('record');
    expect(stateOf(found, 'event-history')).toBe('on');
    expect(stateOf(found, 'trail')).toBe('unknown');
  });

  it.each([
    ['a filter and an alarm that acts', filter('{ ($.eventName = CreateAccessKey) }') + alarm('!Ref Topic'), 'alert'],
    ['an alarm without action', filter('{ ($.eventName = CreateAccessKey) }') + alarm(''), 'record'],
    ['a filter on something else', filter('{ ($.eventName = StopLogging) }') + alarm('!Ref Topic'), 'record'],
    [
      'a filter on the root user alone',
      filter('{ ($.eventName = CreateAccessKey) && ($.userIdentity.type = Root) }') + alarm('!Ref Topic'),
      'record',
    ],
  ] as const)('with $0 is seen as $2', async (_, added, visibility) => {
    expect((await seen('iam:CreateAccessKey', trail() + added)).visibility).toBe(visibility);
  });

  it('on the way to more is less likely to succeed with an alarm, and likelier again without any part of it', async () => {
    const parts = [trail(), filter('{ ($.eventName = CreateAccessKey) }'), alarm('!Ref Topic')];
    const all = await seen('iam:CreateAccessKey', parts.join(''));
    for (const left of parts) {
      const without = await seen('iam:CreateAccessKey', parts.filter((part) => part !== left).join(''));
      expect(without.risk, left).toBeGreaterThan(all.risk);
    }
  });

  it('counts for a rule of EventBridge only when it listens and is on the call', async () => {
    const rule = (more: string) => `${trail()}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.iam], detail-type: [AWS API Call via CloudTrail], detail: { eventName: [CreateAccessKey] } }
      ${more}`;
    const targets = 'Targets: [{ Id: a, Arn: !Ref Topic }]';
    expect((await seen('iam:CreateAccessKey', rule(targets))).visibility).toBe('alert');
    expect((await seen('iam:CreateAccessKey', rule(`${targets}\n      State: DISABLED`))).visibility).toBe('record');
    expect((await seen('iam:CreateAccessKey', rule('Targets: []'))).visibility).toBe('record');
  });
});

describe('what people say', () => {
  const attested = (expires: string) =>
    `controls: [{ control: threat-detection, owner: sec, expires: ${expires}, because: on in all accounts }]`;
  const failed = (test: string) =>
    `tests: [{ test: ${test}, date: 2026-11-01, outcome: failed, control: threat-detection, owner: sec, expires: 2027-11-01, because: nobody noticed }]`;

  it('counts until it expires', async () => {
    expect(stateOf(await seen('s3:GetObject', '', attested('2027-01-01')), 'guard-duty')).toBe('attested');
    expect(stateOf(await seen('s3:GetObject', '', attested('2026-01-01')), 'guard-duty')).toBe('unknown');
  });

  it('takes out of force what failed a test, for the calls of the test alone', async () => {
    const test = 'detonate/aws.persistence.iam-backdoor-user';
    expect(stateOf(await seen('iam:CreateAccessKey', detector(), failed(test)), 'guard-duty')).toBe('off');
    expect(stateOf(await seen('s3:GetObject', detector(), failed(test)), 'guard-duty')).toBe('on');
  });

  it('raises the paths that a failed test went', async () => {
    const before = await seen('iam:CreateAccessKey', '');
    const after = await seen('iam:CreateAccessKey', '', failed('detonate/aws.persistence.iam-backdoor-user'));
    expect(after.risk).toBeGreaterThan(before.risk);
  });
});

describe('the document', () => {
  it('tells of every path and of every technique of a path, and names only sights that it has', async () => {
    const { document } = await seen('s3:GetObject', trail() + detector());
    const { paths = [], techniques = [], sights = [] } = document.detection ?? {};
    expect(paths.map(({ path }) => path)).toEqual(document.attackPaths.map(({ id }) => id));
    const used = new Set(document.attackPaths.flatMap(({ steps }) => steps.map(({ technique }) => technique)));
    expect([...used].filter((one) => !techniques.some(({ technique }) => technique === one))).toEqual([]);
    const ids = new Set(sights.map(({ id }) => id));
    const named = [...techniques, ...paths.flatMap(({ steps }) => steps)].flatMap(({ seenBy, gaps }) => [
      ...seenBy,
      ...gaps,
    ]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    expect(
      sights.filter(({ state, enable }) => (state === 'off' || state === 'unknown') === (enable === undefined)),
    ).toEqual([]);
  });
});
