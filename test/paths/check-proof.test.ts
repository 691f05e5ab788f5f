import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataActions, dataTypes } from '../../src/catalog/data-actions.ts';
import { checkProof, type ProofSystem, using } from '../../src/identify/paths/check-proof.ts';
import type { Decision } from '../../src/model/access.ts';
import type { AttackPath, AttackStep, ProofItem } from '../../src/model/attack.ts';
import { is, never, not } from '../../src/model/guard.ts';
import { type ElementId, id, type ResourceId, type StepId } from '../../src/model/id.ts';
import type { Origin } from '../../src/model/origin.ts';
import { modelOfTemplate } from '../support/model-of-texts.ts';

/** Real paths are accepted; each of them, spoilt in one place, is refused. */
const template = readFileSync(fileURLToPath(new URL('fixtures/proofs.yaml', import.meta.url)), 'utf8');

let paths: readonly AttackPath[] = [];
let system: ProofSystem;

beforeAll(async () => {
  const { analysis, imported } = await modelOfTemplate(template);
  paths = analysis.paths.map(({ path }) => path);
  system = imported;
});

const nowhere = id<ResourceId>('app/Nowhere');
const bystander = id<ResourceId>('app/Bystander');

type Spoil = (item: ProofItem) => ProofItem | undefined;

/** A lie about a premise; undefined where it cannot be told of this kind. */
const lies: Readonly<Record<string, Spoil>> = {
  'another principal': (item) => (item.kind === 'allowed' ? { ...item, principal: bystander } : undefined),
  'another action': (item) =>
    item.kind === 'allowed' || item.kind === 'open-to' ? { ...item, action: 'rds:DeleteDBCluster' } : undefined,
  'an action that only lists': (item) =>
    item.kind === 'open-to' || (item.kind === 'allowed' && /^(s3|dynamodb):/.test(item.action))
      ? { ...item, action: item.action.startsWith('s3') ? 's3:ListBucket' : 'dynamodb:DescribeTable' }
      : undefined,
  'another thing': (item) =>
    (item.kind === 'allowed' && item.on !== '*') || item.kind === 'open-to' ? { ...item, on: bystander } : undefined,
  'a thing that is not there': (item) =>
    item.kind === 'allowed' || item.kind === 'open-to' ? { ...item, on: nowhere } : undefined,
  'no statement': (item) => withDecision(item, (decision) => ({ ...decision, allowedBy: [] })),
  'a change that nobody may make': (item) =>
    item.kind === 'supposed' ? { ...item, change: { ...item.change, unguarded: true } } : undefined,
  'a change of another': (item) => (item.kind === 'supposed' ? { ...item, principal: bystander } : undefined),
  'a statement from elsewhere': (item) => withDecision(item, moved),
  'a Deny for an Allow': (item) => withDecision(item, denying),
  'a policy of another resource': (item) => withDecision(item, foreign),
  'a denial': (item) => ('decision' in item ? { ...item, decision: { ...item.decision, verdict: 'deny' } } : undefined),
  'trust in somebody else': (item) => (item.kind === 'trusted' ? { ...item, by: bystander } : undefined),
  'trust of another role': (item) => (item.kind === 'trusted' ? { ...item, role: bystander } : undefined),
  'another role of the workload': (item) => (item.kind === 'runs-as' ? { ...item, role: bystander } : undefined),
  'another workload': (item) => (item.kind === 'runs-as' ? { ...item, workload: bystander } : undefined),
  'no way': (item) => (item.kind === 'reachable' ? { ...item, hops: [] } : undefined),
  'a way elsewhere': (item) => (item.kind === 'reachable' ? { ...item, to: bystander } : undefined),
  'a component that is not there': (item) =>
    item.kind === 'reachable' ? { ...item, hops: item.hops.map((hop) => ({ ...hop, resource: nowhere })) } : undefined,
  'a setting of another': (item) => (item.kind === 'setting' ? { ...item, resource: nowhere } : undefined),
};

function withDecision(item: ProofItem, change: (decision: Decision) => Decision): ProofItem | undefined {
  // What an attacker's own policy allows cites nothing.
  const isCited = 'decision' in item && item.decision.allowedBy.length > 0;
  return isCited ? { ...item, decision: change(item.decision) } : undefined;
}

const cited = (decision: Decision, change: (one: Decision['allowedBy'][number]) => Decision['allowedBy'][number]) => ({
  ...decision,
  allowedBy: decision.allowedBy.map(change),
});
const moved = (decision: Decision) =>
  cited(decision, (one) => ({
    policy: { ...one.policy, statedBy: one.policy.statedBy ?? bystander },
    statement: { ...one.statement, origin: 1 as Origin },
  }));
const denying = (decision: Decision) =>
  cited(decision, (one) => ({ ...one, statement: { ...one.statement, effect: 'Deny' } }));
const foreign = (decision: Decision) =>
  cited(decision, (one) => ({ ...one, policy: { ...one.policy, statedBy: bystander } }));

function spoil(path: AttackPath, at: readonly [step: number, item: number], lie: Spoil): AttackPath | undefined {
  const step = path.steps[at[0]];
  const item = step?.instance.proof[at[1]];
  const spoilt = item === undefined ? undefined : lie(item);
  if (step === undefined || spoilt === undefined) return undefined;
  const proof = step.instance.proof.map((one, index) => (index === at[1] ? spoilt : one));
  return withStep(path, at[0], { ...step, instance: { ...step.instance, proof } });
}

function withStep(path: AttackPath, at: number, step: AttackStep): AttackPath {
  const [first, ...rest] = path.steps.map((one, index) => (index === at ? step : one));
  return first === undefined ? path : { ...path, steps: [first, ...rest] };
}

describe('the proof checker', () => {
  it('knows every action by which moves read and change data', () => {
    const actions = dataTypes
      .filter((type) => type !== 'AWS::KMS::Key' && type !== 'AWS::Lambda::Function')
      .map(dataActions);
    expect(actions.flatMap(({ read }) => read).filter((action) => !using.reads.test(action))).toEqual([]);
    expect(actions.flatMap(({ write }) => write).filter((action) => !using.writes.test(action))).toEqual([]);
  });

  it('accepts what the search finds, with moves of every group', () => {
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.map((path) => checkProof(path, system)).filter((fault) => fault !== undefined)).toEqual([]);
    const groups = paths.flatMap(({ steps }) => steps.map(({ move }) => move.id.split('/')[0]));
    expect([...new Set(groups)].sort()).toEqual(['compute', 'data', 'identity', 'network', 'pipeline', 'secrets']);
  });

  it.each(Object.entries(lies))('refuses every path that claims %s', (_, lie) => {
    let told = 0;
    const believed: string[] = [];
    for (const path of paths)
      path.steps.forEach(({ instance, move }, at) => {
        instance.proof.forEach((_item, index) => {
          const spoilt = spoil(path, [at, index], lie);
          if (spoilt === undefined) return;
          told += 1;
          if (checkProof(spoilt, system) === undefined)
            believed.push(`${path.id} step ${at + 1} (${move.id}) premise ${index + 1}`);
        });
      });
    expect(told).toBeGreaterThan(0);
    expect(believed).toEqual([]);
  });

  const faults: Readonly<Record<string, (path: AttackPath) => AttackPath>> = {
    'steps in the wrong order': (path) => {
      const [first, ...rest] = [...path.steps].reverse();
      return first === undefined || rest.length === 0 ? path : { ...path, steps: [first, ...rest] };
    },
    'a step that is left out': (path) => {
      const [, next, ...rest] = path.steps;
      return next === undefined ? path : { ...path, steps: [next, ...rest] };
    },
    'a need that nothing meets': (path) => withStep(path, 0, { ...path.steps[0], needs: [] }),
    'another attacker': (path) => ({ ...path, attacker: { ...path.attacker, holds: [] } }),
    'another gain': (path) => {
      const at = path.steps.length - 1;
      const last = path.steps[at] ?? path.steps[0];
      const gives = { kind: 'administrates', account: 'another' } as const;
      return withStep(path, at, { ...last, instance: { ...last.instance, gives } });
    },
    'another target': (path) => ({ ...path, target: id<ElementId>('app/Bystander') }),
    'one id for two steps': (path) => ({
      ...path,
      steps: [path.steps[0], ...path.steps.slice(1).map((step) => ({ ...step, id: id<StepId>('s1') }))],
    }),
    'steps that exclude each other': (path) => ({ ...path, guard: never }),
    'more certainty than there is': (path) => (path.certainty === 'certain' ? path : { ...path, certainty: 'certain' }),
    'conditions that are kept silent': (path) =>
      withStep(path, 0, {
        ...path.steps[0],
        instance: { ...path.steps[0].instance, guard: is('parameter:app/Other', 'on') },
      }),
    'a certain step that rests on an assumption': (path) => {
      const [step] = path.steps;
      const proof = [...step.instance.proof, { kind: 'assumed', note: 'luck' } as const];
      return withStep(path, 0, { ...step, instance: { ...step.instance, certainty: 'certain', proof } });
    },
  };

  it.each(Object.entries(faults))('refuses every path with %s', (_, change) => {
    const changed = paths.map((path) => [path, change(path)] as const).filter(([path, other]) => path !== other);
    const applicable = changed.filter(([path]) => path.steps.length > 1 || !/order|left out|one id/.test(_));
    expect(applicable.length).toBeGreaterThan(0);
    expect(applicable.filter(([, other]) => checkProof(other, system) === undefined).map(([path]) => path.id)).toEqual(
      [],
    );
  });

  it('refuses a proof for a system that has changed under it', async () => {
    const { imported } = await modelOfTemplate(
      template.replaceAll('Effect: Allow', 'Effect: Deny').replace('AdministratorAccess', 'ReadOnlyAccess'),
    );
    expect(
      paths
        .filter((path) => checkProof(path, imported) === undefined && path.certainty === 'certain')
        .map(({ id: one }) => one),
    ).toEqual([]);
  });

  it('refuses a path through resources that are never there together', () => {
    const guarded = paths.filter(({ guard }) => guard.some((clause) => clause.length > 0));
    expect(guarded.length).toBeGreaterThan(0);
    const opposite = guarded.map((path) => ({ ...path, guard: not(path.guard) }));
    expect(opposite.filter((path) => checkProof(path, system) === undefined)).toEqual([]);
  });
});
