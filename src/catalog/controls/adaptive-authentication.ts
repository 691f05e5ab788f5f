import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Adaptive authentication',
  description:
    'Sign-ins that look suspicious, or use passwords that leaked elsewhere, are stopped or asked for a second factor.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Set AdvancedSecurityMode of the user pool to ENFORCED.',
  effort: 2,
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  ],
});
