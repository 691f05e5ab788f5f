import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a web application build',
    description:
      'The identity makes an Amplify application that builds with a role it may pass, and starts a build of its own code.',
    service: 'amplify.amazonaws.com',
    ways: [
      {
        rights: [
          ['amplify:CreateApp', '*'],
          ['amplify:CreateBranch', 'apps/'],
          ['amplify:StartJob', 'apps/'],
        ],
      },
    ],
    technique: 'T1677',
    reference: 'https://docs.aws.amazon.com/amplify/latest/userguide/amplify-service-role.html',
  }),
);
