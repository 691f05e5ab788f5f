import { defineMove } from '../../../model/attack.ts';
import { passedRoles } from '../pass-role.ts';

export default defineMove({
  title: 'Pass a role to a new Glue job',
  description: 'The identity makes a Glue job or session that runs as a role it may pass, with code of its own.',
  technique: 'T1648',
  actions: ['iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun', 'glue:CreateSession', 'glue:RunStatement'],
  references: ['https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html'],
  cost: 2,
  *instances(ask) {
    yield* passedRoles(ask, {
      service: 'glue.amazonaws.com',
      ways: [
        [
          ['glue:CreateJob', 'job/'],
          ['glue:StartJobRun', 'job/'],
        ],
        [
          ['glue:CreateSession', 'session/'],
          ['glue:RunStatement', 'session/'],
        ],
      ],
    });
  },
});
