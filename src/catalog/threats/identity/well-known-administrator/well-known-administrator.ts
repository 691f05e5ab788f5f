import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Administrator whose name everybody knows',
  statement: {
    source: 'attacker',
    prerequisites: 'who tries passwords',
    action: 'guess the password alone, since the name is that of the documentation',
    impact: 'use of the first user of the database',
  },
  stride: ['spoofing'],
  techniques: ['T1078.001', 'T1110.001'],
  weaknesses: ['CWE-1188'],
  controls: ['strong-passwords'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Scripts try admin, postgres, root and sa with lists of passwords against every database that answers. A name that nobody can guess makes the same lists useless.',
  howTested:
    'Try to sign in with the documented name and any password: the log must show a user that does not exist. The master user name in describe-db-instances must be another.',
  falsePositives: 'Databases that nobody but known programs can reach.',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'wellKnownAdministrator',
      wanted: false,
      bad: 'its first user has the name that the documentation uses',
      good: 'its first user has a name of its own',
      fix: {
        control: 'strong-passwords',
        title: 'Give the first user another name',
        property: 'MasterUsername',
        value: 'a name that is not awsuser',
      },
    }),
});
