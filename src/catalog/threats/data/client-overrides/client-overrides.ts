import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Settings that each client may override',
  statement: {
    source: 'user or program',
    prerequisites: 'who runs queries with settings of its own',
    action: 'store results without the encryption or at the place that the owner wants',
    impact: 'copies of the data that nobody guards',
  },
  stride: ['information-disclosure'],
  techniques: ['T1530'],
  weaknesses: ['CWE-602'],
  controls: ['enforced-settings'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "A user of the workgroup sets a result location of their own, in a bucket of theirs or without encryption, and the query's result lands there although the owner configured something else. That carries data out under the cover of ordinary queries.",
  howTested:
    'Run aws athena start-query-execution with a ResultConfiguration that names another bucket. With enforcement on, the result must still lie where the workgroup says.',
  falsePositives: 'Workgroups whose only clients are programs of the owner.',
  references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'enforced',
      wanted: true,
      bad: 'clients may override where and how results are stored',
      good: 'the settings of the owner hold for all clients',
      goodByDefault: true,
      fix: {
        control: 'enforced-settings',
        title: 'Make the settings hold for all clients',
        property: 'EnforceWorkGroupConfiguration',
        value: 'true',
      },
    }),
});
