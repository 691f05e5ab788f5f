import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Adaptive authentication',
  description:
    'Sign-ins that look suspicious, or use passwords that leaked elsewhere, are stopped or asked for a second factor.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Set AdvancedSecurityMode of the user pool to ENFORCED.',
  effort: 2,
  inForce: 'The threat protection of the user pool is enforced, not only audited.',
  cost: 'usage',
  effects: [
    { technique: 'T1078', does: 'protect', score: 'minimal', basis: 'ctid amazon_cognito' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid amazon_cognito' },
    { technique: 'T1110', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1110.001', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1110.003', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1110.004', does: 'protect', score: 'significant', basis: 'ctid amazon_cognito' },
    { technique: 'T1621', does: 'protect', basis: 'attack M1032' },
  ],
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  ],
});
