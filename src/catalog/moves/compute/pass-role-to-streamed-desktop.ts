import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a streamed desktop',
    description:
      'The identity starts an image builder or fleet of AppStream with a role it may pass and opens a session on it, where the credentials of the role lie.',
    service: 'appstream.amazonaws.com',
    ways: [
      {
        rights: [
          ['appstream:CreateImageBuilder', 'image-builder/'],
          ['appstream:CreateImageBuilderStreamingURL', 'image-builder/'],
        ],
      },
      {
        rights: [
          ['appstream:CreateFleet', 'fleet/'],
          ['appstream:StartFleet', 'fleet/'],
          ['appstream:CreateStack', 'stack/'],
          ['appstream:AssociateFleet', 'fleet/'],
          ['appstream:CreateStreamingURL', 'stack/'],
        ],
      },
    ],
    technique: 'T1648',
    reference:
      'https://docs.aws.amazon.com/appstream2/latest/developerguide/using-iam-roles-to-grant-permissions-to-applications-scripts-streaming-instances.html',
  }),
);
