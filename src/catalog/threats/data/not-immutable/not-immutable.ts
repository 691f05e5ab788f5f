import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Copies that whoever may delete can delete',
  statement: {
    source: 'attacker or insider',
    prerequisites: 'who gets rights to delete',
    action: 'delete backups, objects and all their versions at once',
    impact: 'loss of the data and of the way back',
  },
  stride: ['denial-of-service', 'tampering'],
  techniques: ['T1485', 'T1490', 'T1486'],
  weaknesses: ['CWE-693'],
  controls: ['object-lock'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'An attacker with rights to delete removes recovery points and object versions first and the data afterwards, so that nothing is left to restore. Playbooks of ransomware groups name backups as the first target.',
  howTested:
    'With the most powerful role of the account, try to delete a recovery point or an object version that is still within its time: aws backup delete-recovery-point, aws s3api delete-object with --version-id. Both must be refused in compliance mode.',
  falsePositives: 'Data that nobody would pay to have back, and what must be deletable by law.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'immutable',
      wanted: true,
      bad: 'nothing keeps its content from being deleted before its time',
      good: 'its content cannot be deleted before its time',
      fix: {
        control: 'object-lock',
        title: 'Lock its content for a time',
        property: 'object lock or vault lock',
        value: 'a default retention in compliance or governance mode',
      },
    }),
});
