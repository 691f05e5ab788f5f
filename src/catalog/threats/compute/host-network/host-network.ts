import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Container in the network of its host',
  statement: {
    source: 'anyone who runs code in the container',
    prerequisites: 'through a flaw of the application in it',
    action: 'call services that listen for the host alone, its metadata service among them, and listen on its ports',
    impact: 'use of the role of the host, and of what its other containers trust in',
  },
  stride: ['information-disclosure', 'elevation-of-privilege'],
  techniques: ['T1552.005', 'T1611'],
  weaknesses: ['CWE-250', 'CWE-668'],
  controls: ['unprivileged-container'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Code that gets into the container asks the metadata service as the host does and receives the credentials of the instance role. It also calls agents that listen on the loopback address of the host, which expect no strangers there.',
  howTested:
    'In the container, ask the metadata service for the instance role, and list the interfaces: neither may show those of the host. Read NetworkMode of the task definition: awsvpc or bridge, not host.',
  falsePositives: 'Agents that watch the network of the host.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-networkmode-host.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'hostNetwork',
      wanted: false,
      bad: 'its containers share the network of the host',
      good: 'its containers have a network of their own',
      goodByDefault: true,
      fix: {
        control: 'unprivileged-container',
        title: 'Give the task a network of its own',
        property: 'NetworkMode',
        value: 'awsvpc',
      },
    }),
});
