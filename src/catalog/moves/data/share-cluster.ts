import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { accountKey, isAdministrator } from '../administrators.ts';
import { withKey } from '../copying.ts';
import { instance } from '../instance.ts';
import { leaveOut } from '../left-out.ts';
import { type Making, makesNew } from '../new-things.ts';
import { type Allowed, allowed, type Context } from '../permission.ts';
import { encryptionsOf } from '../store-keys.ts';

const sharing: Making = [['ram:CreateResourceShare', 'resource-share/']];
/** More pairs of an identity and a cluster are not tried. */
const mostPairs = 2_000;
const giving = ['kms:CreateGrant', 'kms:PutKeyPolicy'];
/** What the share is about: keys of conditions on the call. */
const asked: NonNullable<Context> = new Map([
  ['ram:RequestedResourceType', ['rds:Cluster']],
  ['ram:RequestedAllowsExternalPrincipals', ['true']],
]);

export default defineMove({
  title: 'Share a database cluster with an account of one’s own',
  description:
    'The identity may share resources through AWS RAM: whoever is shared an Aurora cluster with makes a clone of it in his account and reads that.',
  technique: 'T1537',
  actions: ['ram:CreateResourceShare', ...giving],
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Clone.Cross-Account.html',
    'https://docs.aws.amazon.com/ram/latest/userguide/shareable.html',
  ],
  harmful: true,
  cost: 2,
  *instances(ask) {
    const clusters = ask.system.ofType('AWS::RDS::DBCluster').filter((cluster) => !isByDefaultKey(ask, cluster));
    if (clusters.length === 0) return;
    let pairs = 0;
    for (const principal of ask.access.candidates('ram:CreateResourceShare')) {
      const shared = isAdministrator(ask, principal) ? undefined : makesNew(ask, principal, [sharing], asked);
      if (shared === undefined) continue;
      for (const cluster of clusters) {
        if (accountKey(ask, cluster) !== accountKey(ask, principal)) continue;
        pairs += 1;
        if (pairs > mostPairs) return leaveOut(ask, `who shares database clusters, beyond ${mostPairs} pairs`);
        for (const { guard, key } of keysOf(ask, principal, cluster))
          yield* given(ask, { principal, cluster, guard, proof: [...shared, ...key] });
      }
    }
  },
});

/** What is encrypted with the default key of RDS cannot be cloned from another account. */
function isByDefaultKey(ask: Questions, { id }: Resource): boolean {
  return casesOf(ask.system.fact(id, 'encryptionAtRest')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.by === 'aws-managed-key',
  );
}

interface Unlocked {
  readonly guard: MoveInstance['guard'];
  readonly key: readonly Allowed[];
}

/** The right to let another account use the key, where there is one. */
function keysOf(ask: Questions, principal: Resource, cluster: Resource): readonly Unlocked[] {
  return encryptionsOf(ask, cluster, 'kms:Decrypt').flatMap(({ guard, wish, foreign }): readonly Unlocked[] => {
    if (foreign !== undefined) return [];
    if (wish === undefined || wish.on === '*') return [{ guard, key: [] }];
    const lock = wish.on;
    const [right] = giving.flatMap((action) => allowed(ask, principal, withKey(action, lock)) ?? []);
    return right === undefined ? [] : [{ guard, key: [right] }];
  });
}

function given(
  ask: Questions,
  {
    principal,
    cluster,
    guard,
    proof,
  }: {
    readonly principal: Resource;
    readonly cluster: Resource;
    readonly guard: MoveInstance['guard'];
    readonly proof: MoveInstance['proof'];
  },
): readonly MoveInstance[] {
  const note = `a clone of ${cluster.address} holds its data`;
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'reads', resource: cluster.id },
    proof: [...proof, { kind: 'setting', resource: cluster.id, property: '', note, origin: cluster.origin }],
    guard,
    provided: `account ${accountKey(ask, cluster)} may share with accounts outside of its organization`,
  });
}
