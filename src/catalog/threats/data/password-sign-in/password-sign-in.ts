import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Database that knows passwords only',
  statement: {
    source: 'attacker',
    prerequisites: 'who finds or guesses a password of the database',
    action: 'sign in with it for as long as nobody changes it',
    impact: 'disclosure and change of records',
  },
  stride: ['spoofing'],
  techniques: ['T1078', 'T1110'],
  weaknesses: ['CWE-308', 'CWE-522'],
  controls: ['iam-database-authentication'],
  likelihood: 1,
  impact: 2,
  falsePositives: 'Programs that fetch passwords which are rotated often, or sign-in through a directory.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'iamSignIn',
      wanted: true,
      bad: 'programs sign in with passwords, which do not end by themselves',
      good: 'programs may sign in with tokens of IAM that end after 15 minutes',
      fix: {
        control: 'iam-database-authentication',
        title: 'Let programs sign in with IAM tokens',
        property: 'EnableIAMDatabaseAuthentication',
        value: 'true',
      },
    }),
});
