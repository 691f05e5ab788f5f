import { defineMove } from '../../../model/attack.ts';
import { passesServiceRole } from '../emr-roles.ts';
import { inProfile } from '../instance-profiles.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an EMR cluster',
    description:
      'The identity starts an EMR cluster whose instances have a role it may pass, with steps that run its code there.',
    service: 'ec2.amazonaws.com',
    ways: [{ rights: [['elasticmapreduce:RunJobFlow', '*']], besides: passesServiceRole, fits: inProfile }],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles.html',
  }),
);
