import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a stream application',
    description:
      'The identity makes and starts an application of Managed Service for Apache Flink with its own code, which runs as a role it may pass.',
    service: 'kinesisanalytics.amazonaws.com',
    ways: [
      {
        rights: [
          ['kinesisanalytics:CreateApplication', '*'],
          ['kinesisanalytics:StartApplication', 'application/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/managed-flink/latest/java/using-iam.html',
  }),
);
