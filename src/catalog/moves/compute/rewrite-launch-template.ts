import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { descend } from '../../answer.ts';
import { type Destination, takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Rewrite a launch template',
    description:
      'The identity adds a version to a launch template, with a script of its own, which the next instance that is started from it runs.',
    technique: 'T1578.005',
    reference: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html',
    cost: 2,
    thing: 'a launch template',
    types: ['AWS::EC2::LaunchTemplate'],
    kind: 'launch-template/',
    service: 'ec2.amazonaws.com',
    unseenRoles: () => false,
    ways: [
      { on: ['ec2:CreateLaunchTemplateVersion'], leadsTo: (ask, target) => starting(ask, target, /^\$Latest$/) },
      {
        on: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
        leadsTo: (ask, target) => starting(ask, target, /^\$Default$|^$/),
      },
    ],
  }),
);

const places = ['LaunchTemplate', 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification'];

/** Groups that start instances from the template in the version that is in force, which they take without being told. */
function starting(ask: Questions, template: Resource, version: RegExp): readonly Destination[] {
  return ask.system.referrers(template.id).flatMap((id) => {
    const group = ask.system.resource(id);
    if (group === undefined || !/::(AutoScalingGroup|Nodegroup)$/.test(group.type)) return [];
    const named = places.flatMap((path) => descend(group.properties, path.split('.')) ?? []);
    const versions = named.map((one) => describeText(textOf(descend(one, ['Version']) ?? one) ?? []));
    if (!versions.some((one) => version.test(one))) return [];
    const note = `${group.address} starts instances from ${template.address}`;
    return [
      {
        resource: group,
        proof: [{ kind: 'setting', resource: group.id, property: '', note, origin: group.origin }],
        provided: `${group.address} starts another instance`,
      },
    ];
  });
}
