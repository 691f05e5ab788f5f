import { byDefault, given } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { guardedMembers, memberCases } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

/**
 * Hands a role to EC2 instances. Workloads name the profile, not the role: the profile answers `runsAs` with its role, and
 * `rolesMeant` follows from the one to the other.
 */
export default defineService({
  type: 'AWS::IAM::InstanceProfile',
  title: 'instance profile',
  element: 'part',
  aloneAs: 'identity',
  partOf: (view) => memberCases(view, 'Roles').map(({ value }) => value),
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
  facts: {
    ...noAnswers('A profile carries a role to instances; both of them answer.'),
    runsAs: (view) => {
      const roles = guardedMembers(view, 'Roles').map(
        (role): RunsAs => ({ role, purpose: 'workload', service: 'ec2.amazonaws.com' }),
      );
      return roles.length === 0 ? byDefault([]) : given(roles, [view.origin('Roles')]);
    },
  },
  ignored: {},
});
