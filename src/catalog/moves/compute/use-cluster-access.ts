import { type AttackFact, defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { rolesOf } from '../../roles-of.ts';
import { entriesOf, type Scope } from '../cluster-entries.ts';
import { type ClusterPart, partsOf, reachesApi } from '../cluster-parts.ts';
import { together } from '../going.ts';
import { instance } from '../instance.ts';
import { byWorkload } from '../sessions.ts';

export default defineMove({
  title: 'Start pods in a cluster',
  description:
    'An access entry lets the identity start pods in a Kubernetes cluster: it runs code on the nodes and with the roles of other pods.',
  technique: 'T1610',
  actions: [],
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html'],
  cost: 1,
  *instances(ask) {
    for (const cluster of ask.system.ofType('AWS::EKS::Cluster')) {
      for (const { principal, entry, scope, guard } of entriesOf(ask, cluster))
        for (const end of within(ask, cluster, scope))
          yield* started({ principal, entry, cluster, end: { ...end, guard: and(guard, end.guard) } }, ask);
    }
  },
});

/** Nodes, and the roles of pods in the namespaces; whoever starts pods in one namespace may still run them on any node. */
function within(ask: Questions, cluster: Resource, scope: Scope): readonly ClusterPart[] {
  const given = partsOf(ask, cluster, 'AWS::EKS::PodIdentityAssociation').filter(
    ({ part }) =>
      scope === 'cluster' ||
      scope.includes(literalOf(textOf(part.properties.entries.get('Namespace') ?? part.properties) ?? []) ?? ''),
  );
  return [...partsOf(ask, cluster, 'AWS::EKS::Nodegroup'), ...given];
}

interface Start {
  readonly principal: Resource;
  readonly entry: Resource;
  readonly cluster: Resource;
  readonly end: ClusterPart;
}

function started({ principal, entry, cluster, end: { part, guard } }: Start, ask: Questions): readonly MoveInstance[] {
  const proof: readonly ProofItem[] = [
    about(entry, `${entry.address} lets ${principal.address} start pods in ${cluster.address}`),
    about(part, `${part.address} is part of ${cluster.address}`),
  ];
  const step = (gives: AttackFact, more: readonly ProofItem[]) =>
    instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives,
      ...together({ proof: [...proof, ...more] }, reachesApi(cluster)),
      guard: and(entry.guard, part.guard, guard),
    });
  if (part.type === 'AWS::EKS::Nodegroup') return step({ kind: 'runs-code', resource: part.id }, []);
  return rolesOf(ask.system, part.id).flatMap(({ role, guard: own }) =>
    step({ kind: 'acts-as', principal: role.id, session: byWorkload() }, [
      { kind: 'runs-as', workload: part.id, role: role.id, origin: part.origin },
    ]).map((one) => ({ ...one, guard: and(one.guard, own) })),
  );
}

function about({ id, origin }: Resource, note: string): ProofItem {
  return { kind: 'setting', resource: id, property: '', note, origin };
}
