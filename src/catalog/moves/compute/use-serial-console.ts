import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Going } from '../going.ts';
import { carriedByProfile } from '../instance-profiles.ts';
import { instanceArn } from '../instances.ts';
import { takeOver } from '../take-over.ts';
import { throughShell } from '../workloads.ts';

export default defineMove(
  takeOver({
    title: 'Open the serial console of an instance',
    description: 'The identity connects to the console of an instance, which needs no network, and signs in there.',
    technique: 'T1021.008',
    reference: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html',
    cost: 3,
    thing: 'an instance',
    types: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup'],
    kind: 'instance/',
    arn: instanceArn,
    service: 'ec2.amazonaws.com',
    unseenRoles: carriedByProfile,
    ways: [
      {
        on: ['ec2-instance-connect:SendSerialConsoleSSHPublicKey'],
        when: throughConsole,
        unseen: 'the account has the serial console switched on',
      },
    ],
  }),
);

function throughConsole(ask: Questions, target: Resource): Going | undefined {
  return throughShell(ask, target, 'serial-console');
}
