import { defineMove } from '../../../model/attack.ts';
import { inProfile } from '../instance-profiles.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a Beanstalk environment',
    description:
      'The identity deploys its own code as an Elastic Beanstalk environment whose instances have a role it may pass.',
    service: 'ec2.amazonaws.com',
    ways: [
      {
        rights: [
          ['elasticbeanstalk:CreateApplication', 'application/'],
          ['elasticbeanstalk:CreateApplicationVersion', 'applicationversion/'],
          ['elasticbeanstalk:CreateEnvironment', 'environment/'],
        ],
        provided: 'the identity may make what the environment consists of',
        fits: inProfile,
      },
    ],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html',
  }),
);
