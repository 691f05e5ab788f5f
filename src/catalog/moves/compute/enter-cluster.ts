import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { partsOf, reachesApi, takesAccessEntries } from '../cluster-parts.ts';
import type { Going } from '../going.ts';
import { type Destination, takeOver } from '../take-over.ts';

/** The policy is associated with the entry that was just made. */
const also = [['eks:AssociateAccessPolicy', 'access-entry/']] as const;

export default defineMove(
  takeOver({
    title: 'Enter a cluster',
    description:
      'The identity makes itself an administrator of a Kubernetes cluster by an access entry: it runs pods of its own on the nodes and with the roles of other pods.',
    technique: 'T1098.006',
    reference: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
    cost: 2,
    thing: 'a cluster',
    types: ['AWS::EKS::Cluster'],
    kind: 'cluster/',
    service: 'pods.eks.amazonaws.com',
    unseenRoles: () => false,
    ways: [
      {
        on: ['eks:CreateAccessEntry'],
        also,
        when: (_, cluster) => (takesAccessEntries(cluster) ? reachesApi(cluster) : undefined),
        leadsTo: within,
      },
      {
        on: ['eks:CreateAccessEntry', 'eks:UpdateClusterConfig'],
        also,
        when: (_, cluster): Going => reachesApi(cluster),
        leadsTo: within,
      },
    ],
  }),
);

/** Nodes, where a pod may do what it wants, and the roles that pods are given. */
function within(ask: Questions, cluster: Resource): readonly Destination[] {
  return ['AWS::EKS::Nodegroup', 'AWS::EKS::PodIdentityAssociation'].flatMap((type) =>
    partsOf(ask, cluster, type).map(({ part, guard }): Destination => {
      const note = `${part.address} is part of ${cluster.address}`;
      return {
        resource: part,
        proof: [{ kind: 'setting', resource: part.id, property: 'ClusterName', note, origin: part.origin }],
        guard,
      };
    }),
  );
}
