import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Strangers may create accounts',
  statement: {
    source: 'anyone on the internet',
    prerequisites: 'who finds the client id of the application',
    action: 'create an account and sign in with it',
    impact: 'use of whatever is open to signed-in users',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1136.003', 'T1078.004'],
  weaknesses: ['CWE-284'],
  controls: ['admin-sign-up'],
  likelihood: 2,
  impact: 2,
  howUsed:
    'The client id stands in the application. One call to SignUp makes an account, and whatever trusts every user of the pool, an API or an identity pool, now trusts the attacker.',
  howTested:
    'aws cognito-idp sign-up with --client-id and an address of your own must answer NotAuthorizedException. If strangers may sign up on purpose, see what a fresh account can read before anybody confirmed it.',
  falsePositives:
    'Applications for everybody, whose users are meant to register: each user must then see only his own data.',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'selfSignUp',
      wanted: false,
      bad: 'everybody may sign up',
      good: 'only administrators create users',
      fix: {
        control: 'admin-sign-up',
        title: 'Let administrators create the users',
        property: 'AdminCreateUserConfig.AllowAdminCreateUserOnly',
        value: 'true',
      },
    }),
});
