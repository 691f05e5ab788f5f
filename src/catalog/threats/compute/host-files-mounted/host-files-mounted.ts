import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Container that holds files of its host',
  statement: {
    source: 'anyone who runs code in the container',
    prerequisites: 'through a flaw of the application in it',
    action: 'use the socket of the container engine, or change what the host runs',
    impact: 'control of the host, of all other containers on it and of its role',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1611'],
  weaknesses: ['CWE-250', 'CWE-668'],
  controls: ['unprivileged-container'],
  likelihood: 2,
  impact: 4,
  howUsed:
    "With the engine's socket in the container, one request to it starts another container that holds the whole disk of the host. A writable folder of the host's own system does the same by way of a changed start script or scheduled task.",
  howTested:
    "In the container, look for /var/run/docker.sock or /run/containerd and for mounts of the host with the command mount: neither may be there. In the task definition no volume may name a SourcePath of the host's system.",
  falsePositives: 'Agents that have to see the whole host, on hosts of their own.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'hostFilesMounted',
      wanted: false,
      bad: 'a volume is a folder or socket of the host that controls the host',
      good: 'its volumes are none of the folders that control the host',
      goodByDefault: true,
      fix: {
        control: 'unprivileged-container',
        title: 'Take the folder of the host away',
        property: 'Volumes.Host.SourcePath',
        value: 'a volume of its own, or a folder that holds nothing but its data',
      },
    }),
});
