import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a canary',
    description: 'The identity makes a CloudWatch canary with a script of its own, which runs as a role it may pass.',
    service: 'lambda.amazonaws.com',
    ways: [
      {
        rights: [
          ['synthetics:CreateCanary', '*'],
          ['synthetics:StartCanary', 'canary:'],
        ],
      },
    ],
    technique: 'T1648',
    reference:
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_Roles.html',
  }),
);
