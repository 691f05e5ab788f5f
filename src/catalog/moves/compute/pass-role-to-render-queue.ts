import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a render queue',
    description:
      'The identity makes a queue of Deadline Cloud with a role it may pass and takes the credentials that the service hands to its users.',
    service: 'credentials.deadline.amazonaws.com',
    ways: [
      {
        rights: [
          ['deadline:CreateQueue', 'farm/'],
          ['deadline:AssumeQueueRoleForUser', 'farm/'],
        ],
      },
      { rights: [['deadline:CreateQueue', 'farm/']], provided: 'a worker that runs jobs of the queue' },
    ],
    technique: 'T1098.001',
    reference: 'https://docs.aws.amazon.com/deadline-cloud/latest/developerguide/iam-roles.html',
  }),
);
