import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Second factor',
  description: 'A stolen password is not enough to sign in.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Demand multi-factor authentication.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
});
