import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import { and, type Guard } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { entriesOf, type Scope } from '../cluster-entries.ts';
import { reachesApi, takesAccessEntries } from '../cluster-parts.ts';
import { together } from '../going.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';
import { goingBy } from '../ways.ts';

export default defineMove({
  title: 'Start a pod with the service account of others',
  description:
    'Who starts pods in a cluster chooses their service account: the cluster signs tokens of it, which the roles for service accounts believe.',
  technique: 'T1610',
  actions: ['eks:CreateAccessEntry', 'eks:AssociateAccessPolicy'],
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html'],
  cost: 2,
  *instances(ask) {
    for (const cluster of ask.system.ofType('AWS::EKS::Cluster'))
      for (const provider of providersOf(ask, cluster)) {
        for (const one of entriesOf(ask, cluster)) yield* byEntry({ cluster, provider, ...one });
        yield* byNewEntry(ask, cluster, provider);
      }
  },
});

/** The identity providers of the account that believe tokens of the cluster. */
function providersOf(ask: Questions, cluster: Resource): readonly Resource[] {
  return ask.system
    .referrers(cluster.id)
    .flatMap((id) => ask.system.resource(id) ?? [])
    .filter(({ type }) => type === 'AWS::IAM::OIDCProvider');
}

interface Signed {
  readonly cluster: Resource;
  readonly provider: Resource;
  readonly principal: Resource;
  readonly entry: Resource;
  readonly scope: Scope;
  readonly guard: Guard;
}

function byEntry({ cluster, provider, principal, entry, scope, guard }: Signed): readonly MoveInstance[] {
  const note = `${entry.address} lets ${principal.address} start pods in ${cluster.address}`;
  const item: ProofItem = { kind: 'setting', resource: entry.id, property: '', note, origin: entry.origin };
  const known = scope === 'cluster' ? {} : { provided: `the role is for a service account of ${scope.join(' or ')}` };
  return instance({
    needs: [{ kind: 'acts-as', principal: principal.id }],
    gives: { kind: 'controls-external', party: provider.id },
    ...together({ proof: [item], ...known }, reachesApi(cluster)),
    guard: and(cluster.guard, provider.guard, entry.guard, guard),
  });
}

/** Whoever may make an entry for himself may start pods everywhere in the cluster. */
function* byNewEntry(ask: Questions, cluster: Resource, provider: Resource): Generator<MoveInstance> {
  if (!takesAccessEntries(cluster)) return;
  const associates = goingBy(ask, { rights: [['eks:AssociateAccessPolicy', 'access-entry/']] });
  for (const { principal, item } of permissions(ask, { action: 'eks:CreateAccessEntry', targets: [cluster] })) {
    const going = associates(principal);
    if (going === undefined) continue;
    yield* instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'controls-external', party: provider.id },
      ...together({ proof: [item] }, going, reachesApi(cluster)),
      guard: and(cluster.guard, provider.guard),
    });
  }
}
