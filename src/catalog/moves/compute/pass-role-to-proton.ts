import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a Proton environment',
    description: 'The identity writes a template of its own and has Proton deploy it with a role it may pass.',
    service: 'proton.amazonaws.com',
    ways: [
      {
        rights: [
          ['proton:CreateEnvironmentTemplate', 'environment-template/'],
          ['proton:CreateEnvironmentTemplateVersion', 'environment-template/'],
          ['proton:CreateEnvironment', 'environment/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/proton/latest/userguide/security_iam_service-with-iam.html',
  }),
);
