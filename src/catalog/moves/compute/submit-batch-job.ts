import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Submit a job with a command of one’s own',
    description:
      'The identity submits a job of a definition that has a role, and overrides the command that its container runs.',
    technique: 'T1610',
    reference: 'https://docs.aws.amazon.com/batch/latest/APIReference/API_SubmitJob.html',
    cost: 1,
    thing: 'a Batch job definition',
    types: ['AWS::Batch::JobDefinition'],
    kind: 'job-definition/',

    service: 'ecs-tasks.amazonaws.com',

    ways: [
      {
        on: ['batch:SubmitJob'],
        there: { types: ['AWS::Batch::JobQueue'], what: 'a Batch job queue' },
        unseen: 'a job queue',
      },
    ],
  }),
);
