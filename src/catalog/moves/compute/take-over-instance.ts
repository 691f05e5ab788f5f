import { defineMove } from '../../../model/attack.ts';
import { carriedByProfile } from '../instance-profiles.ts';
import { instanceArn, managed } from '../instances.ts';
import { takeOver } from '../take-over.ts';

const runCommand = ['ssm:SendCommand', '::document/AWS-RunShellScript'] as const;

export default defineMove(
  takeOver({
    title: 'Open a shell in an instance',
    description:
      'The identity may start a session or send commands to an instance that Systems Manager manages, and runs code there.',
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    cost: 1,
    thing: 'a managed instance',
    types: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup'],
    kind: 'instance/',
    arn: instanceArn,
    service: 'ec2.amazonaws.com',
    unseenRoles: carriedByProfile,
    ways: [
      { on: ['ssm:StartSession'], when: managed, unseen: 'its agent is registered' },
      { on: ['ssm:SendCommand'], also: [runCommand], when: managed, unseen: 'its agent is registered' },
      {
        on: ['ssm:SendCommand'],
        also: [
          ['ssm:CreateDocument', 'document/'],
          ['ssm:SendCommand', 'document/'],
        ],
        when: managed,
        unseen: 'its agent is registered',
      },
      {
        on: ['ssm:CreateAssociation'],
        also: [['ssm:CreateAssociation', '::document/AWS-RunShellScript']],
        when: managed,
        unseen: 'its agent is registered',
      },
    ],
  }),
);
