import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import type { Session } from '../../../model/caller.ts';
import { and, type Guard } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesOf } from '../../roles-of.ts';
import { type ClusterPart, partsOf } from '../cluster-parts.ts';
import { instance } from '../instance.ts';
import { arnOf, isUsable } from '../permission.ts';
import { byWorkload } from '../sessions.ts';

export default defineMove({
  title: 'Take the credentials of pods on a node',
  description:
    'Code on a node of a cluster reads the tokens of the pods that run there, and gets the roles that their service accounts are given.',
  technique: 'T1552.007',
  actions: ['sts:AssumeRoleWithWebIdentity'],
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
    'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
  ],
  cost: 2,
  *instances(ask) {
    for (const cluster of ask.system.ofType('AWS::EKS::Cluster')) {
      const given = [...associated(ask, cluster), ...federated(ask, cluster)];
      for (const node of partsOf(ask, cluster, 'AWS::EKS::Nodegroup'))
        for (const one of given) yield* takenOn(node, cluster, one);
    }
  },
});

/** A role for pods of a cluster. */
interface PodRole {
  readonly role: Resource;
  readonly proof: ProofItem;
  readonly session: Session;
  readonly guard: Guard;
}

function takenOn(
  node: ClusterPart,
  cluster: Resource,
  { role, proof, session, guard }: PodRole,
): readonly MoveInstance[] {
  const note = `${node.part.address} runs pods of ${cluster.address}`;
  return instance({
    needs: [{ kind: 'runs-code', resource: node.part.id }],
    gives: { kind: 'acts-as', principal: role.id, session },
    proof: [proof, { kind: 'setting', resource: cluster.id, property: '', note, origin: node.part.origin }],
    guard: and(node.part.guard, node.guard, guard, role.guard),
    provided: `a pod that is given ${role.address} runs in ${node.part.address}`,
  });
}

/** By an association of the cluster with the role. */
function associated(ask: Questions, cluster: Resource): readonly PodRole[] {
  return partsOf(ask, cluster, 'AWS::EKS::PodIdentityAssociation').flatMap(({ part, guard }) =>
    rolesOf(ask.system, part.id).map((own) => ({
      role: own.role,
      proof: { kind: 'runs-as', workload: part.id, role: own.role.id, origin: part.origin } as const,
      session: byWorkload(),
      guard: and(guard, own.guard),
    })),
  );
}

/** By the trust of the role in tokens that the cluster signs. */
function federated(ask: Questions, cluster: Resource): readonly PodRole[] {
  const providers = ask.system
    .referrers(cluster.id)
    .flatMap((id) => ask.system.resource(id) ?? [])
    .filter(({ type }) => type === 'AWS::IAM::OIDCProvider');
  return providers.flatMap((provider) =>
    ask.system.withAnswer('trustPolicy').flatMap((role): readonly PodRole[] => {
      const decision = ask.access.decide({
        caller: { kind: 'federated', provider: arnOf(provider) },
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: arnOf(role),
        on: role.id,
      });
      if (!isUsable(decision) || decision.allowedBy.length === 0) return [];
      return [
        {
          role,
          proof: { kind: 'trusted', role: role.id, by: provider.id, decision },
          session: { obtained: { kind: 'web-identity', provider: arnOf(provider) } },
          guard: provider.guard,
        },
      ];
    }),
  );
}
