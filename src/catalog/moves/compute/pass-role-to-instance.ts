import { defineMove, type ProofItem } from '../../../model/attack.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesOf } from '../../roles-of.ts';
import { makesNew } from '../new-things.ts';
import { passedRoles } from '../pass-role.ts';

export default defineMove({
  title: 'Pass a role to a new instance',
  description:
    'The identity starts an EC2 instance with the profile of a role it may pass, and code of its own in the user data takes the role’s credentials.',
  technique: 'T1578.002',
  actions: ['iam:PassRole', 'ec2:RunInstances', 'iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html'],
  cost: 2,
  *instances(ask) {
    const profiles = profilesByRole(ask);
    yield* passedRoles(ask, {
      service: 'ec2.amazonaws.com',
      ways: [[['ec2:RunInstances', 'instance/']]],
      fits: (role, principal) => profiles.get(role.id) ?? makingProfile(ask, principal),
    });
  },
});

/** Profiles of the system, by the role that each carries. */
function profilesByRole(ask: Questions): ReadonlyMap<ResourceId, readonly ProofItem[]> {
  const result = new Map<ResourceId, readonly ProofItem[]>();
  for (const profile of ask.system.ofType('AWS::IAM::InstanceProfile'))
    for (const { role } of rolesOf(ask.system, profile.id))
      result.set(role.id, [
        {
          kind: 'setting',
          resource: profile.id,
          property: 'Roles',
          note: `instance profile ${profile.address} carries the role`,
          origin: profile.origin,
        },
      ]);
  return result;
}

/** Without a profile one can be made by whoever may. */
function makingProfile(ask: Questions, principal: Resource): readonly ProofItem[] | undefined {
  return makesNew(ask, principal, [
    [
      ['iam:CreateInstanceProfile', 'instance-profile/'],
      ['iam:AddRoleToInstanceProfile', 'instance-profile/'],
    ],
  ]);
}
