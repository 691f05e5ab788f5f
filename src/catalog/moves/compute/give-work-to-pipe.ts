import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a pipe',
    description:
      'The identity makes a pipe with a role it may pass: what the role may read from one place arrives in another.',
    service: 'pipes.amazonaws.com',
    ways: [
      {
        rights: [['pipes:CreatePipe', 'pipe/']],
        provided: 'the role may read where the pipe begins and write where it ends',
      },
    ],
    does: [
      ['sqs:ReceiveMessage', 'AWS::SQS::Queue'],
      ['kinesis:GetRecords', 'AWS::Kinesis::Stream'],
      ['sqs:SendMessage', 'AWS::SQS::Queue'],
      ['sns:Publish', 'AWS::SNS::Topic'],
      ['kinesis:PutRecord', 'AWS::Kinesis::Stream'],
      ['firehose:PutRecordBatch', 'AWS::KinesisFirehose::DeliveryStream'],
      ['events:PutEvents', 'AWS::Events::EventBus'],
    ],
    technique: 'T1119',
    reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
  }),
);
