import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Strong password policy',
  description: 'Passwords that are not found by guessing.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Demand at least 12 characters; let the pool check for compromised ones.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
});
