import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Destination, takeOver } from '../take-over.ts';

const application = 'AWS::CodeDeploy::Application';

export default defineMove(
  takeOver({
    title: 'Deploy a revision of one’s own',
    description:
      'The identity has CodeDeploy deploy a revision of its own to the instances of a group, whose hooks run its scripts.',
    technique: 'T1072',
    reference: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html',
    cost: 2,
    thing: 'a deployment group',
    types: ['AWS::CodeDeploy::DeploymentGroup'],
    kind: 'deploymentgroup:',
    service: 'ec2.amazonaws.com',
    unseenRoles: () => false,
    ways: [
      {
        on: ['codedeploy:CreateDeployment'],
        also: [
          ['codedeploy:RegisterApplicationRevision', 'application:', application],
          ['codedeploy:GetDeploymentConfig', 'deploymentconfig:'],
        ],
        leadsTo: deployedTo,
      },
    ],
  }),
);

/** What the group deploys to, as far as it names it. */
function deployedTo(ask: Questions, group: Resource): readonly Destination[] {
  const element = ask.system.elementOf(group.id)?.id;
  return ask.system.model.flows.flatMap(({ kind, from, to, because, origin, guard }): readonly Destination[] => {
    if (kind !== 'deployment' || from !== element) return [];
    const end = ask.system.element(to)?.resource;
    const resource = end === undefined ? undefined : ask.system.resource(end);
    if (resource === undefined) return [];
    return [
      { resource, guard, proof: [{ kind: 'setting', resource: resource.id, property: '', note: because, origin }] },
    ];
  });
}
