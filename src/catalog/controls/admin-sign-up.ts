import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Accounts created by administrators',
  description: 'Strangers cannot give themselves an account.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Set AllowAdminCreateUserOnly to true.',
  effort: 1,
  inForce: 'AllowAdminCreateUserOnly of the user pool is true.',
  cost: 'none',
  effects: [{ technique: 'T1078.004', does: 'protect', basis: 'attack M1018' }],
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html'],
});
