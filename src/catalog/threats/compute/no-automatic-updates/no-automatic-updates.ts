import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Software that nobody updates by itself',
  statement: {
    source: 'attacker',
    prerequisites: 'who knows a flaw that a newer minor version mends',
    action: 'use the flaw for as long as nobody updates',
    impact: 'control of the software and what it holds',
  },
  stride: ['elevation-of-privilege', 'denial-of-service'],
  techniques: ['T1190', 'T1212'],
  weaknesses: ['CWE-1104', 'CWE-1395'],
  controls: ['supported-software'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Attackers compare a release with the one before it, find the flaw that it mends, and look for those who run the older one. The days between release and installation are all they need, and where nobody is made to update, the days become months.',
  howTested:
    'Compare the engine version that runs (aws rds describe-db-instances, field EngineVersion) with the newest minor version that aws rds describe-db-engine-versions lists. The switch AutoMinorVersionUpgrade must be on, and the last maintenance window must have moved the version.',
  falsePositives: 'Updates that people test and install on a schedule of their own.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'autoMinorUpgrade',
      wanted: true,
      bad: 'minor versions with security updates are not installed by themselves',
      good: 'minor versions are installed by themselves',
      goodByDefault: true,
      fix: {
        control: 'supported-software',
        title: 'Let AWS install minor versions',
        property: 'AutoMinorVersionUpgrade',
        value: 'true',
      },
    }),
});
