import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a topic rule',
    description:
      'The identity makes a rule of IoT Core with a role it may pass: what somebody publishes is written to stores with the rights of the role.',
    service: 'iot.amazonaws.com',
    ways: [
      {
        rights: [
          ['iot:CreateTopicRule', 'rule/'],
          ['iot:Publish', 'topic/'],
        ],
      },
      { rights: [['iot:CreateTopicRule', 'rule/']], provided: 'a device publishes what the rule takes up' },
    ],
    does: [
      ['s3:PutObject', 'AWS::S3::Bucket'],
      ['dynamodb:PutItem', 'AWS::DynamoDB::Table'],
      ['sqs:SendMessage', 'AWS::SQS::Queue'],
      ['sns:Publish', 'AWS::SNS::Topic'],
      ['kinesis:PutRecord', 'AWS::Kinesis::Stream'],
      ['firehose:PutRecord', 'AWS::KinesisFirehose::DeliveryStream'],
    ],
    technique: 'T1546',
    reference: 'https://docs.aws.amazon.com/iot/latest/developerguide/iot-create-role.html',
  }),
);
