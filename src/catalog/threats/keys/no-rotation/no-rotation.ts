import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Key that is never renewed',
  statement: {
    source: 'person who got hold of key material or of much that was encrypted with it',
    prerequisites: 'who has time, because the key stays the same',
    action: 'use what is known of the key for everything that it ever protected',
    impact: 'disclosure of all data under the key',
  },
  stride: ['information-disclosure'],
  techniques: ['T1552'],
  weaknesses: ['CWE-324', 'CWE-320'],
  controls: ['key-rotation'],
  likelihood: 1,
  impact: 3,
  howUsed:
    "Material that leaked once, from an import or a careless backup, stays good for all that was ever encrypted. With rotation, each period's data hangs on its own material.",
  howTested:
    'aws kms get-key-rotation-status must answer true, and list-key-rotations must show the last change. Decrypt something old and something new: both must work.',
  falsePositives: 'Keys that are replaced by hand, by pointing the alias at a new one.',
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'keyRotation',
      wanted: true,
      bad: 'the key material is not rotated',
      good: 'KMS rotates the key material',
      fix: { control: 'key-rotation', title: 'Rotate the key', property: 'EnableKeyRotation', value: 'true' },
    }),
});
