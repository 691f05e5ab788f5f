import { defineMove } from '../../../model/attack.ts';
import { withServiceRole } from '../emr-roles.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an EMR cluster',
    description:
      'The identity starts an EMR cluster whose instances have a role it may pass, with steps that run its code there.',
    service: 'ec2.amazonaws.com',
    ways: [{ rights: [['elasticmapreduce:RunJobFlow', '*']], fits: withServiceRole }],
    technique: 'T1578.002',
    reference: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles.html',
  }),
);
