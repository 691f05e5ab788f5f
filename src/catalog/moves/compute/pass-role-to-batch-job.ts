import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a Batch job',
    description:
      'The identity registers a Batch job that runs as a role it may pass, and submits it with code of its own.',
    service: 'ecs-tasks.amazonaws.com',
    ways: [
      {
        rights: [
          ['batch:RegisterJobDefinition', 'job-definition/'],
          ['batch:SubmitJob', 'job-definition/'],
        ],
        there: { types: ['AWS::Batch::JobQueue'], what: 'a Batch job queue' },
      },
    ],
    technique: 'T1610',
    reference: 'https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html',
  }),
);
