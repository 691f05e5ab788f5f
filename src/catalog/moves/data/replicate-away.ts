import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import { strangersAccount } from '../../../model/caller.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, or } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { dataArn } from '../../data-arn.ts';
import { instance } from '../instance.ts';
import { leaveOut } from '../left-out.ts';
import { trustingRoles } from '../pass-role.ts';
import { type Allowed, allowed } from '../permission.ts';
import { type Permission, permissions } from '../permissions.ts';
import { byPrincipal } from '../ways.ts';

const [configures, passes] = ['s3:PutReplicationConfiguration', 'iam:PassRole'];
const [reads, copies] = ['s3:GetObjectVersionForReplication', 's3:ReplicateObject'];
const service = 's3.amazonaws.com';
/** More pairs of a principal and a bucket than these are not looked at. */
const mostPairs = 20_000;

export default defineMove({
  title: 'Have a bucket replicated to one of one’s own',
  description:
    'The identity sets up a replication with a role it may pass: whatever is written to the bucket is copied to a bucket of the attacker.',
  technique: 'T1537',
  actions: [configures, passes],
  ways: [[configures, passes]],
  does: [reads, copies],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html'],
  harmful: true,
  cost: 2,
  *instances(ask) {
    const workers = trustingRoles(ask, service).flatMap((one) => copying(ask, one));
    if (workers.length === 0) return;
    const roles = workers.map(({ role }) => role);
    const context = new Map([['iam:PassedToService', [service]]]);
    const passing = byPrincipal(permissions(ask, { action: passes, targets: roles, context }));
    if (passing.size === 0) return;
    const targets = [...new Set(workers.flatMap(({ from }) => [...from.keys()]))];
    const configuring = permissions(ask, { action: configures, targets });
    if (configuring.length > mostPairs) leaveOut(ask, `replications of buckets, beyond ${mostPairs} pairs`);
    for (const one of configuring.slice(0, mostPairs))
      for (const pass of passing.get(one.principal) ?? []) yield* replicated(ask, one, { pass, workers });
  },
});

/** A role with which S3 copies from these buckets to one of anybody. */
interface Worker {
  readonly role: Resource;
  readonly trust: ProofItem;
  readonly to: Allowed;
  readonly from: ReadonlyMap<Resource, Allowed>;
}

function copying(
  ask: Questions,
  { role, item }: { readonly role: Resource; readonly item: ProofItem },
): readonly Worker[] {
  const own = { symbol: 'own:bucket', kind: 'expression', settledBy: 'a bucket of the attacker' } as const;
  // The bucket is in an account of the attacker's, which what a policy says of `aws:ResourceAccount` keeps out.
  const context = new Map([['aws:ResourceAccount', [strangersAccount]]]);
  const asked = allowed(ask, role, { action: copies, on: '*', resource: ['arn:aws:s3:::', own, '/object'], context });
  const to = asked === undefined ? undefined : intoOwnBucket(asked);
  if (to === undefined) return [];
  const from = new Map(
    ask.system.ofType('AWS::S3::Bucket').flatMap((bucket) => {
      const right = allowed(ask, role, { action: reads, on: bucket, resource: dataArn(bucket) });
      return right === undefined ? [] : [[bucket, right] as const];
    }),
  );
  return from.size === 0 ? [] : [{ role, trust: item, to, from }];
}

/** The policy of the attacker's own bucket says what he likes, and whose account it is in is known. */
function intoOwnBucket(item: Allowed): Allowed {
  const { request: _, ...premise } = item;
  const conditions = item.decision.conditions.filter(
    ({ key, operator, control }) =>
      (operator !== 'matches' || control !== 'unknown') && (key !== 'aws:ResourceAccount' || control !== 'topology'),
  );
  const verdict = conditions.length === 0 ? 'allow' : item.decision.verdict;
  return { ...premise, decision: { ...item.decision, conditions, verdict } };
}

function replicated(
  ask: Questions,
  { principal, target, item }: Permission,
  { pass, workers }: { readonly pass: Permission; readonly workers: readonly Worker[] },
): readonly MoveInstance[] {
  const worker = workers.find(({ role }) => role === pass.target);
  const right = worker?.from.get(target);
  const versioned = keepsVersions(ask, target);
  if (worker === undefined || right === undefined || versioned === undefined) return [];
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'reads', resource: target.id },
    proof: [item, pass.item, worker.trust, right, worker.to],
    guard: and(target.guard, worker.role.guard, versioned),
  });
}

/** "Both source and destination buckets must have versioning enabled." */
function keepsVersions(ask: Questions, bucket: Resource): Guard | undefined {
  const kept = casesOf(ask.system.fact(bucket.id, 'recovery')).filter(
    ({ fact }) => fact.kind === 'unknown' || (fact.kind === 'known' && fact.value.backups === 'versions'),
  );
  return kept.length === 0 ? undefined : or(...kept.map(({ guard }) => guard));
}
