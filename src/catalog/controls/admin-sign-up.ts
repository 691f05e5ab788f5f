import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Accounts created by administrators',
  description: 'Strangers cannot give themselves an account.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Set AllowAdminCreateUserOnly to true.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html'],
});
