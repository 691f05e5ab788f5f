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
  howUsed:
    'After the first request that runs code, attackers fetch tools into the file system and change the program, so that the next request need not use the flaw again. Where nothing can be written, each step has to stay in memory.',
  howTested:
    "In the running container, touch /probe must fail with Read-only file system, while the folders that the application needs are writable volumes. The application's tests must pass with readonlyRootFilesystem true.",
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
