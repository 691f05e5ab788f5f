import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { takesAccessEntries } from '../cluster-parts.ts';
import type { Going } from '../going.ts';
import { passRole } from '../pass-role.ts';

const associating = ['eks:CreatePodIdentityAssociation', 'cluster/', 'AWS::EKS::Cluster'] as const;

export default defineMove(
  passRole({
    thing: 'a pod',
    description:
      'The identity ties a role that it may pass to a service account of a Kubernetes cluster: pods of that account get the role’s credentials.',
    service: 'pods.eks.amazonaws.com',
    ways: [
      {
        rights: [
          associating,
          ['eks:CreateAccessEntry', 'cluster/', 'AWS::EKS::Cluster'],
          ['eks:AssociateAccessPolicy', 'access-entry/'],
        ],
        which: takesAccessEntries,
        besides: agentRuns,
      },
      {
        rights: [associating],
        provided: 'the attacker has a pod in the cluster run as that account',
        besides: agentRuns,
      },
    ],
    technique: 'T1098.006',
    reference: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
  }),
);

/** Credentials are handed out by an agent on each node, which is an add-on. */
function agentRuns(ask: Questions): Going {
  const agent = ask.system.ofType('AWS::EKS::Addon').find(({ properties }) => {
    const name = properties.entries.get('AddonName');
    return name !== undefined && literalOf(textOf(name) ?? []) === 'eks-pod-identity-agent';
  });
  if (agent === undefined) return { proof: [], provided: 'the agent for pod identities runs in the cluster' };
  const note = `${agent.address} is the agent for pod identities`;
  return {
    proof: [{ kind: 'setting', resource: agent.id, property: 'AddonName', note, origin: agent.origin }],
    guard: agent.guard,
  };
}
