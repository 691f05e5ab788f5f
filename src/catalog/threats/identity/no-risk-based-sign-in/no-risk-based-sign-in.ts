import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Sign-in that sees nothing odd',
  statement: {
    source: 'attacker',
    prerequisites: 'who tries passwords that leaked elsewhere',
    action: 'sign in from anywhere, as often as it takes',
    impact: 'use of accounts of others',
  },
  stride: ['spoofing'],
  techniques: ['T1110.004'],
  weaknesses: ['CWE-307'],
  controls: ['adaptive-authentication'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Lists of leaked passwords are tried against the pool from thousands of addresses, a few tries each, so that no single one stands out. Hits are sold as accounts.',
  howTested:
    "From another country's address, or with a password from a public leak, sign in as a test user. The pool must block, or ask for a second factor, and the event must be in the user's history of sign-in events.",
  falsePositives: 'Pools in which everybody signs in with a second factor or through another provider.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'riskBasedSignIn',
      wanted: true,
      bad: 'sign-ins from odd places or with leaked passwords are not stopped',
      good: 'odd sign-ins are stopped',
      fix: {
        control: 'adaptive-authentication',
        title: 'Switch threat protection on',
        property: 'UserPoolTier and UserPoolAddOns',
        value: 'PLUS with AdvancedSecurityMode ENFORCED',
      },
    }),
});
