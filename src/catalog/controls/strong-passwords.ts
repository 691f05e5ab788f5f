import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Strong password policy',
  description: 'Passwords that are not found by guessing.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Demand at least 12 characters; let the pool check for compromised ones.',
  effort: 1,
  inForce: 'The password policy asks for length and kinds of characters.',
  cost: 'none',
  effects: [
    { technique: 'T1078.001', does: 'protect', basis: 'attack M1027' },
    { technique: 'T1110', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1110.001', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1110.003', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1110.004', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
  ],
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
});
