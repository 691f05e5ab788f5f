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
  howUsed:
    'Passwords of databases lie in configuration, in chat and in the heads of people who have left. A guessed or found one works from every host that reaches the database, and nothing tells who used it.',
  howTested:
    'Connect with a token from aws rds generate-db-auth-token as the user of the program: it must work. Connect with the old password: it must not. The users in the database must be granted to rds_iam or be created with the AWS plugin.',
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
