import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an App Runner service',
    description:
      'The identity makes an App Runner service from its own image or repository, which runs as a role it may pass, or hands one that is there such a role.',
    service: 'tasks.apprunner.amazonaws.com',
    ways: [
      { rights: [['apprunner:CreateService', 'service/']] },
      { rights: [['apprunner:UpdateService', 'service/', 'AWS::AppRunner::Service']] },
    ],
    technique: 'T1610',
    reference: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
  }),
);
