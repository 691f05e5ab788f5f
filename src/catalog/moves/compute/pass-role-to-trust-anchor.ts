import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'a trust anchor',
    description:
      'The identity has Roles Anywhere trust certificates of its own authority and makes a profile of a role it may pass: its certificates get sessions of the role.',
    service: 'rolesanywhere.amazonaws.com',
    ways: [
      {
        rights: [
          ['rolesanywhere:CreateTrustAnchor', '*'],
          ['rolesanywhere:CreateProfile', '*'],
        ],
      },
    ],
    technique: 'T1098.001',
    reference: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
  }),
);
