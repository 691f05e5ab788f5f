import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a schedule',
    description:
      'The identity makes a schedule of EventBridge Scheduler with a role it may pass: its target is any call of the AWS API.',
    service: 'scheduler.amazonaws.com',
    ways: [
      { rights: [['scheduler:CreateSchedule', 'schedule/']] },
      { rights: [['scheduler:UpdateSchedule', 'schedule/', 'AWS::Scheduler::Schedule']] },
    ],
    technique: 'T1053',
    reference: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
  }),
);
