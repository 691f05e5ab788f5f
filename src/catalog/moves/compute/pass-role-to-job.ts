import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a Glue job or endpoint',
    description:
      'The identity makes a Glue job, session or endpoint that runs as a role it may pass, or hands a job that is there such a role, with code of its own.',
    service: 'glue.amazonaws.com',
    ways: [
      {
        rights: [
          ['glue:CreateJob', 'job/'],
          ['glue:StartJobRun', 'job/'],
        ],
      },
      {
        rights: [
          ['glue:CreateJob', 'job/'],
          ['glue:CreateTrigger', 'trigger/'],
        ],
      },
      {
        rights: [
          ['glue:CreateSession', 'session/'],
          ['glue:RunStatement', 'session/'],
        ],
      },
      { rights: [['glue:CreateDevEndpoint', '*']] },
      {
        rights: [
          ['glue:UpdateJob', 'job/', 'AWS::Glue::Job'],
          ['glue:StartJobRun', 'job/', 'AWS::Glue::Job'],
        ],
      },
      {
        rights: [
          ['glue:UpdateJob', 'job/', 'AWS::Glue::Job'],
          ['glue:CreateTrigger', 'trigger/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html',
  }),
);
