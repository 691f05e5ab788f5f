import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a game server fleet',
    description:
      'The identity uploads a build of its own to GameLift and starts a fleet of it, whose processes have a role it may pass.',
    service: 'gamelift.amazonaws.com',
    ways: [
      {
        rights: [
          ['gamelift:CreateBuild', '*'],
          ['gamelift:RequestUploadCredentials', 'build/'],
          ['gamelift:CreateFleet', '*'],
        ],
      },
    ],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/gamelift/latest/developerguide/gamelift-sdk-server-resources.html',
  }),
);
