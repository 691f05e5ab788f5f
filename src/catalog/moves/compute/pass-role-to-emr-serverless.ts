import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an EMR Serverless job',
    description: 'The identity runs a job of EMR Serverless with its own code as a role it may pass.',
    service: 'emr-serverless.amazonaws.com',
    ways: [
      {
        rights: [
          ['emr-serverless:CreateApplication', '*'],
          ['emr-serverless:StartJobRun', '/applications/'],
        ],
      },
      { rights: [['emr-serverless:StartJobRun', '/applications/', 'AWS::EMRServerless::Application']] },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/security-iam-runtime-role.html',
  }),
);
