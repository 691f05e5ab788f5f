import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'an event rule',
    description:
      'The identity makes a rule that fires by itself and passes its target a role: what the rule sends, or the command that it runs in instances, is of the attacker’s choice.',
    service: 'events.amazonaws.com',
    ways: [
      {
        rights: [
          ['events:PutRule', 'rule/'],
          ['events:PutTargets', 'rule/'],
        ],
      },
    ],
    does: [
      ['ssm:SendCommand', 'AWS::EC2::Instance'],
      ['ssm:SendCommand', 'AWS::AutoScaling::AutoScalingGroup'],
      ['kinesis:PutRecord', 'AWS::Kinesis::Stream'],
      ['firehose:PutRecord', 'AWS::KinesisFirehose::DeliveryStream'],
      ['events:PutEvents', 'AWS::Events::EventBus'],
      ['sqs:SendMessage', 'AWS::SQS::Queue'],
      ['sns:Publish', 'AWS::SNS::Topic'],
    ],
    technique: 'T1546',
    reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html',
  }),
);
