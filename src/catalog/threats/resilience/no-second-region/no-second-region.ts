import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Objects that one region holds alone',
  statement: {
    source: 'attacker or disaster',
    prerequisites: 'who reaches the account or the region',
    action: 'delete or encrypt the only copy',
    impact: 'loss of the objects',
  },
  stride: ['denial-of-service'],
  techniques: ['T1485', 'T1490'],
  weaknesses: ['CWE-693'],
  controls: ['cross-account-copy'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Whoever controls the account or empties the bucket takes the only copy; so does a loss of the region. Wipers and extortionists rely on there being nothing elsewhere.',
  howTested:
    'Read an object from the copy in the other region and compare it with the original; then delete one in the source and see that the copy is still there. Measure how long new objects take to arrive.',
  falsePositives: 'Objects that can be made again, or that a backup plan copies elsewhere.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'replicated',
      wanted: true,
      bad: 'no rule copies its objects to another bucket',
      good: 'its objects are copied to another bucket',
      fix: {
        control: 'cross-account-copy',
        title: 'Copy objects to another region or account',
        property: 'ReplicationConfiguration',
        value: 'a rule that is enabled, to a bucket elsewhere',
      },
    }),
});
