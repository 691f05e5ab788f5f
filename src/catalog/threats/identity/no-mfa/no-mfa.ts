import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Sign-in with a password alone',
  statement: {
    source: 'phisher or somebody with leaked passwords',
    prerequisites: 'who has the password of one user',
    action: 'sign in as that user',
    impact: 'misuse of everything that the user may see and do',
  },
  stride: ['spoofing'],
  techniques: ['T1078.004', 'T1110.004', 'T1621'],
  weaknesses: ['CWE-308', 'CWE-287'],
  controls: ['mfa', 'adaptive-authentication'],
  likelihood: 3,
  impact: 2,
  howUsed:
    'Passwords come from leaks of other sites, from phishing pages and from malware that reads browsers. Where the password is all that is asked, one of them is a session.',
  howTested:
    "Sign in as a test user with the right password and without a second device: it must stop at the second factor. For API calls, a policy that asks for aws:MultiFactorAuthPresent must refuse the same user's plain key.",
  falsePositives: 'Pools whose users only come in through another identity provider, which demands the second factor.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'mfaRequired',
      wanted: true,
      bad: 'no second factor is demanded',
      good: 'a second factor is demanded of everybody',
      fix: { control: 'mfa', title: 'Demand a second factor', property: 'MfaConfiguration', value: 'ON' },
    }),
});
