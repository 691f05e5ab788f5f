// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written like this
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/model/access.ts';
import { underAssumptions } from '../../src/model/guard.ts';
import { callerArn, hereRoot, send, thereRoot, userArn } from './case.ts';
import { decideIn, describeDecision, type Question, type Scene, type SessionSaid } from './scene.ts';
import type { Json } from './world.ts';

/** What holds of every scene, whatever its policies say. */

type Statement = Readonly<Record<string, Json>>;

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const actions = one<Json>('*', 'sqs:*', 'sqs:SendMessage', 's3:*', ['sqs:Send*', 's3:GetObject'], { Ref: 'Open' });
const resources = one<Json>(
  '*',
  'arn:aws:sqs:*:*:jobs',
  'arn:aws:sqs:eu-west-1:111111111111:*',
  'arn:aws:sqs:*:*:other',
  { 'Fn::GetAtt': ['Target', 'Arn'] },
  { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:111111111111:${Open}' },
);
const principals = one<Json>(
  '*',
  { AWS: '*' },
  { AWS: callerArn },
  { AWS: userArn },
  { AWS: hereRoot },
  { AWS: thereRoot },
  { AWS: { Ref: 'Open' } },
  { Service: 'sns.amazonaws.com' },
);
const conditions = one<Json | undefined>(
  undefined,
  undefined,
  { Bool: { 'aws:SecureTransport': 'true' } },
  { StringEquals: { 'aws:PrincipalAccount': '111111111111' } },
  { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' } },
  { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
  { StringEquals: { 'aws:UserAgent': { Ref: 'Open' } } },
  { Null: { 'aws:SourceArn': 'false' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  { DateLessThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' } },
  { DateLessThan: { 'aws:TokenIssueTime': '2026-01-30T00:00:00Z' } },
  { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
  { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
);

const inner = fc.record({ action: actions, resource: resources, condition: conditions, negated: one('', '', 'Not') });

const statementOf = (effect: 'Allow' | 'Deny') =>
  inner.map(
    ({ action, resource, condition, negated }): Statement => ({
      Effect: effect,
      [`${negated}Action`]: action,
      Resource: resource,
      ...(condition !== undefined && { Condition: condition }),
    }),
  );
const statement = fc.oneof(statementOf('Allow'), statementOf('Allow'), statementOf('Deny'));
const ofResource = (from: fc.Arbitrary<Statement>) =>
  fc.record({ from, principal: principals }).map(({ from: said, principal }) => ({ ...said, Principal: principal }));

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const scenes: fc.Arbitrary<Scene> = fc
  .record({
    caller: one<'role' | 'user'>('role', 'user'),
    identity: maybe(some(statement)),
    boundary: maybe(some(statement)),
    session: maybe(some(statementOf('Allow'))),
    scp: maybe(some(some(statement))),
    resource: maybe(some(ofResource(statement))),
    endpoint: one<'none' | 'open'>('none', 'open'),
    owner: one<'here' | 'there' | 'unknown'>('here', 'here', 'there', 'unknown'),
  })
  // Policies from outside of the template have no parameters.
  .map(({ session, scp, endpoint, ...scene }) => ({
    ...scene,
    ...filledWith({ session, scp }, 'x'),
    ...(endpoint === 'open' && { endpoint: [] }),
  }))
  .map((scene) => Object.fromEntries(Object.entries(scene).filter(([, value]) => value !== undefined)));

const questions: fc.Arbitrary<Question> = one('caller', 'caller', 'anonymous', 'stranger', 'account:222222222222').map(
  (who) => ({ who, action: 'sqs:SendMessage' }),
);

/** The question asked through the endpoint, where the scene has one. */
const place = (scene: Scene, question: Question): Question =>
  scene.endpoint === undefined ? question : { ...question, from: 'endpoint' };

const rank = ({ verdict }: Decision) => ({ deny: 0, conditional: 1, allow: 2 })[verdict];

/** The law over scenes: after the change nobody may do more. */
function neverMore(
  change: (scene: Scene, extra: { readonly deny: Statement; readonly toAll: Statement }) => Scene,
  prepare: (scene: Scene) => Scene = (scene) => scene,
) {
  const extra = fc.record({ deny: statementOf('Deny'), toAll: ofResource(statementOf('Deny')) });
  fc.assert(
    fc.property(scenes.map(prepare), questions, extra, (scene, question, more) => {
      const before = decideIn(scene, place(scene, question));
      const after = decideIn(change(scene, more), place(scene, question));
      expect(rank(after), `${describeDecision(before)} → ${describeDecision(after)}`).toBeLessThanOrEqual(rank(before));
    }),
    { numRuns: 80 },
  );
}

describe('nobody may do more', () => {
  test('after a Deny is added to the identity policy', () => {
    neverMore((scene, { deny }) => ({ ...scene, identity: [...(scene.identity ?? []), deny] }));
  });
  test('after a Deny is added to the resource policy', () => {
    neverMore((scene, { toAll }) => ({ ...scene, resource: [...(scene.resource ?? []), toAll] }));
  });
  test('after a Deny is added to a service control policy', () => {
    neverMore(
      (scene, { deny }) => ({ ...scene, scp: (scene.scp ?? []).map((level) => [...level, deny]) }),
      withOrganization,
    );
  });
  test('after an Allow is taken out of the identity policy', () => {
    neverMore((scene) => ({ ...scene, identity: withoutFirstAllow(scene.identity) }));
  });
  test('after an Allow is taken out of the resource policy', () => {
    neverMore((scene) => ({ ...scene, resource: withoutFirstAllow(scene.resource) }));
  });
  test('after an Allow is taken out of the permissions boundary', () => {
    neverMore((scene) => (scene.boundary ? { ...scene, boundary: withoutFirstAllow(scene.boundary) } : scene));
  });
  test('after a permissions boundary is set', () => {
    neverMore((scene, { deny }) => (scene.boundary ? scene : { ...scene, boundary: [deny] }));
  });
  test('after a level of service control policies is added', () => {
    neverMore((scene, { deny }) => ({ ...scene, scp: [...(scene.scp ?? []), [deny]] }), withOrganization);
  });
  test('after the endpoint gets a policy', () => {
    neverMore((scene, { toAll }) => (scene.endpoint === undefined ? scene : { ...scene, endpoint: [toAll] }));
  });
  test('after a Deny is added to a resource control policy', () => {
    neverMore((scene, { toAll }) => ({ ...scene, rcp: [toAll] }), withOrganization);
  });
  test('after it is known how the credentials were got', () => {
    fc.assert(
      fc.property(
        scenes,
        one<SessionSaid['obtained']>('user-key', 'session-token', 'assume-role', 'workload'),
        (scene, obtained) => {
          const open = decideIn(scene, send);
          const known = decideIn(scene, { ...send, session: { obtained } });
          if (open.verdict === 'deny') expect(known.verdict).toBe('deny');
          if (open.verdict === 'allow') expect(known.verdict).toBe('allow');
        },
      ),
      { numRuns: 80 },
    );
  });
  test('after a session policy is passed', () => {
    neverMore((scene, { deny }) => (scene.session ? scene : { ...scene, session: [allowAll, deny] }));
  });
});

/** Policies of an organization come with the organization, which is then known as well. */
function withOrganization(scene: Scene): Scene {
  return scene.scp === undefined ? { ...scene, scp: [[allowAll]] } : scene;
}

const allowAll: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

function withoutFirstAllow(statements: readonly Json[] = []): readonly Json[] {
  const first = statements.findIndex((one) => (one as Statement).Effect === 'Allow');
  return statements.filter((_, at) => at !== first);
}

describe('what is open stays open in the right way', () => {
  test('whatever the parameter turns out to be, yes stays yes and no stays no', () => {
    const values = one('jobs', '*', 'sqs:SendMessage', callerArn, '111111111111', 'x');
    fc.assert(
      fc.property(scenes, questions, values, (scene, question, value) => {
        const open = decideIn(scene, question);
        const filled = decideIn(filledWith(scene, value), question);
        if (open.verdict !== 'conditional') expect(filled.verdict).toBe(open.verdict);
      }),
      { numRuns: 160 },
    );
  });

  test('a decision under conditions of the template agrees with the decision once they are settled', () => {
    fc.assert(
      fc.property(scenes, questions, fc.integer({ min: 0, max: 7 }), (scene, question, which) => {
        const together = decideIn(split(scene, which, 'both'), question);
        for (const stage of ['prod', 'dev'] as const) {
          const settled = decideIn(split(scene, which, stage), question);
          const state = underAssumptions(together.guard, stageIs(together, stage));
          if (together.verdict === 'deny') expect(settled.verdict).toBe('deny');
          else if (state === 'holds') expect(rank(settled)).toBeGreaterThanOrEqual(rank(together));
          else if (together.verdict === 'conditional') expect(settled.verdict).toBe('deny');
          else expect(settled.verdict).not.toBe('allow');
        }
      }),
      { numRuns: 160, examples: [deniedInOneStage] },
    );
  });
});

/** What a Deny of one stage leaves and what a limit leaves exclude each other there, and there only. */
const deniedInOneStage: [Scene, Question, number] = [
  {
    caller: 'role',
    identity: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } },
    ],
    owner: 'here',
    scp: [
      [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
    ],
  },
  { who: 'caller', action: 'sqs:SendMessage' },
  2,
];

/** The scene with a value in the place of the parameter. */
function filledWith<T>(scene: T, value: string): T {
  const text = JSON.stringify(scene)
    .replaceAll('{"Ref":"Open"}', JSON.stringify(value))
    .replaceAll(/\{"Fn::Sub":"([^"]*)\$\{Open\}"\}/g, (_, before: string) => JSON.stringify(before + value));
  return JSON.parse(text) as T;
}

/** Every statement whose position has its bit set in `which` stands under the condition IsProd, or is settled. */
function split(scene: Scene, which: number, stage: 'both' | 'prod' | 'dev'): Scene {
  const change = (statements: readonly Json[] | undefined) =>
    statements?.flatMap((said, at): readonly Json[] => {
      if ((which & (1 << at)) === 0) return [said];
      if (stage === 'both') return [{ 'Fn::If': ['IsProd', said, { Ref: 'AWS::NoValue' }] }];
      return stage === 'prod' ? [said] : [];
    });
  const changed = {
    identity: change(scene.identity),
    boundary: change(scene.boundary),
    resource: change(scene.resource),
  };
  return { ...scene, ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) };
}

/** The one symbol that the conditions of the scenes ask about. */
function stageIs({ guard }: Decision, stage: string): ReadonlyMap<string, string> {
  return new Map(guard.flat().map(({ symbol }) => [symbol, stage]));
}
