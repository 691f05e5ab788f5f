import { defineMove } from '../../../model/attack.ts';
import { inProfile } from '../instance-profiles.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an instance',
    description:
      'The identity starts an EC2 instance with the profile of a role it may pass, and code of its own in the user data takes the role’s credentials.',
    service: 'ec2.amazonaws.com',
    ways: [
      { rights: [['ec2:RunInstances', 'instance/']], fits: inProfile },
      {
        rights: [
          ['ec2:RunInstances', 'instance/'],
          ['iam:CreateInstanceProfile', 'instance-profile/'],
          ['iam:AddRoleToInstanceProfile', 'instance-profile/'],
        ],
      },
      { rights: [['ec2:RequestSpotInstances', 'spot-instances-request/']], fits: inProfile },
      {
        rights: [
          ['ec2:CreateFleet', 'fleet/'],
          ['ec2:CreateLaunchTemplate', 'launch-template/'],
        ],
        fits: inProfile,
      },
      {
        rights: [
          ['autoscaling:CreateLaunchConfiguration', 'launchConfiguration:'],
          ['autoscaling:CreateAutoScalingGroup', 'autoScalingGroup:'],
        ],
        provided: 'the account may still make launch configurations',
        fits: inProfile,
      },
      {
        rights: [
          ['autoscaling:CreateLaunchConfiguration', 'launchConfiguration:'],
          ['autoscaling:UpdateAutoScalingGroup', 'autoScalingGroup:', 'AWS::AutoScaling::AutoScalingGroup'],
        ],
        provided: 'the account may still make launch configurations',
        fits: inProfile,
      },
    ],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
  }),
);
