import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Audit trail that sees one region only',
  statement: {
    source: 'intruder with credentials of the account',
    prerequisites: 'who works in a region that nobody watches',
    action: 'start resources and change settings there without leaving a record in the trail',
    impact: 'actions that nobody can find afterwards',
  },
  stride: ['repudiation'],
  techniques: ['T1535', 'T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['audit-trail'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Miners are started in regions that the owner never uses, since nobody looks there and quotas are untouched. A trail of one region shows none of it.',
  howTested:
    "Make a harmless call in another region, such as creating and deleting a key pair, and find it in the trail's bucket. Better still, a service control policy refuses regions that nobody uses; try one.",
  falsePositives: 'Trails of one region beside another one that covers all, or accounts that may use one region only.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'multiRegion',
      wanted: true,
      bad: 'the trail records its own region only',
      good: 'the trail records all regions',
      fix: { control: 'audit-trail', title: 'Record all regions', property: 'IsMultiRegionTrail', value: 'true' },
    }),
});
