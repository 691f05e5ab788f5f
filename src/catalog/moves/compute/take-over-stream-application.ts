import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Replace the code of a stream application',
    description:
      'The identity gives an application of Managed Service for Apache Flink code of its own, which runs as the application’s role.',
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_UpdateApplication.html',
    cost: 2,
    thing: 'a stream application',
    types: ['AWS::KinesisAnalyticsV2::Application'],
    kind: 'application/',

    service: 'kinesisanalytics.amazonaws.com',

    ways: [{ on: ['kinesisanalytics:UpdateApplication'] }],
  }),
);
