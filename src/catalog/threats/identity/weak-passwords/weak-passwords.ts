import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Passwords that can be guessed',
  statement: {
    source: 'anyone on the internet',
    prerequisites: 'who knows names of users',
    action: 'guess short or simple passwords',
    impact: 'misuse of everything that these users may see and do',
  },
  stride: ['spoofing'],
  techniques: ['T1110.001', 'T1110.003'],
  weaknesses: ['CWE-521'],
  controls: ['strong-passwords', 'mfa'],
  likelihood: 2,
  impact: 2,
  howUsed:
    'Short passwords are guessed online with lists of the common ones, and offline within hours when a hash leaks. Names of users come from mail addresses.',
  howTested:
    "Set a test user's password to eight common letters: it must be refused. aws iam get-account-password-policy, or describe-user-pool, shows length and kinds of characters that are demanded.",
  falsePositives: 'Pools in which nobody signs in with a password.',
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'strongPasswords',
      wanted: true,
      goodByDefault: true,
      bad: 'the password policy accepts short or simple passwords',
      good: 'the password policy demands long or complex passwords',
      fix: {
        control: 'strong-passwords',
        title: 'Demand longer passwords',
        property: 'Policies.PasswordPolicy.MinimumLength',
        value: '14',
      },
    }),
});
