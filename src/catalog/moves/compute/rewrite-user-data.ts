import { defineMove } from '../../../model/attack.ts';
import { carriedByProfile } from '../instance-profiles.ts';
import { instanceArn } from '../instances.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Change what an instance runs when it starts',
    description:
      'The identity stops an instance, writes a script of its own into its user data and starts it again: cloud-init runs the script.',
    technique: 'T1578.005',
    reference: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
    cost: 2,
    thing: 'an instance',
    types: ['AWS::EC2::Instance'],
    kind: 'instance/',
    arn: instanceArn,
    service: 'ec2.amazonaws.com',
    unseenRoles: carriedByProfile,
    ways: [{ on: ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'] }],
  }),
);
