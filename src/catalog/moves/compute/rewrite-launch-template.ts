import { defineMove } from '../../../model/attack.ts';
import { startedFrom } from '../started-from.ts';
import { takeOver } from '../take-over.ts';

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
      { on: ['ec2:CreateLaunchTemplateVersion'], leadsTo: (ask, target) => startedFrom(ask, target, /^\$Latest$/) },
      {
        on: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
        leadsTo: (ask, target) => startedFrom(ask, target, /^\$Default$|^$/),
      },
    ],
  }),
);
