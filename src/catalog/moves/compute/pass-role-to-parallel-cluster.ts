import { defineMove } from '../../../model/attack.ts';
import { inProfile } from '../instance-profiles.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a compute node group',
    description:
      'The identity adds nodes to a cluster of Parallel Computing Service from a launch template of its own, with the profile of a role it may pass.',
    service: 'ec2.amazonaws.com',
    ways: [
      {
        rights: [
          ['pcs:CreateComputeNodeGroup', 'cluster/'],
          ['ec2:CreateLaunchTemplate', 'launch-template/'],
        ],
        there: { types: ['AWS::PCS::Cluster'], what: 'a cluster of Parallel Computing Service' },
        fits: inProfile,
      },
    ],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/pcs/latest/userguide/security-instance-profiles.html',
  }),
);
