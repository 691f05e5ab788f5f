import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Work that runs as root',
  statement: {
    source: 'anyone who runs code in it',
    prerequisites: 'through a flaw of the application, or as its user',
    action: 'change the system below the application, and use flaws that only root can use',
    impact: 'a foothold that stays, and a shorter way out of the container or notebook',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1611'],
  weaknesses: ['CWE-250'],
  controls: ['unprivileged-container'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Flaws in kernels and container engines that lead out of the container mostly ask for root inside it. An attacker who has root also changes what the next start loads.',
  howTested:
    'Run id in the container or notebook: it must not answer uid=0. In a notebook, sudo -i must be refused; in the image and the task definition the user must be another than root.',
  falsePositives: 'Software that has to start as root and gives it up by itself.',
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'rootUser',
      wanted: false,
      bad: 'who works in it is root',
      good: 'who works in it is not root',
      goodByDefault: true,
      fix: {
        control: 'unprivileged-container',
        title: 'Run it as a user of its own',
        property: 'User or RootAccess',
        value: 'a user other than root, or Disabled',
      },
    }),
});
