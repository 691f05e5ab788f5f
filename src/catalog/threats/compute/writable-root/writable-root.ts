import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Container whose system can be changed',
  statement: {
    source: 'anyone who runs code in the container',
    prerequisites: 'through a flaw of the application in it',
    action: 'put tools and changed programs into its file system',
    impact: 'a foothold that the next request meets again',
  },
  stride: ['tampering'],
  techniques: ['T1525'],
  weaknesses: ['CWE-732'],
  controls: ['unprivileged-container'],
  likelihood: 1,
  impact: 1,
  falsePositives: 'Software that writes beside its own folders.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'readOnlyRoot',
      wanted: true,
      bad: 'code in it may write to its root file system',
      good: 'its root file systems are read-only',
      fix: {
        control: 'unprivileged-container',
        title: 'Make the root file system read-only',
        property: 'ContainerDefinitions.ReadonlyRootFilesystem',
        value: 'true',
      },
    }),
});
