import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a machine of one’s own',
    description:
      'The identity makes a hybrid activation with a role it may pass and registers a machine of its own: Systems Manager hands that machine credentials of the role.',
    service: 'ssm.amazonaws.com',
    ways: [{ rights: [['ssm:CreateActivation', '*']] }],
    technique: 'T1098.001',
    reference: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/hybrid-multicloud-service-role.html',
  }),
);
