import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';
import { zonesOf } from '../../../zones-of.ts';

export default defineThreat({
  title: 'Work that stands on one machine or zone',
  statement: {
    source: 'failure of hardware or a zone, or somebody who floods the machine',
    prerequisites: 'where nothing takes over',
    action: 'end the work until somebody starts it again',
    impact: 'an outage',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499'],
  weaknesses: ['CWE-400'],
  controls: ['auto-scaling', 'multi-zone'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Nobody needs skill for this one: a flood against one address, a full disk, or a fault in a zone ends the service. Extortionists choose targets that they see go down under a short test flood.',
  howTested:
    'Stop the machine, or take its zone out with AWS Fault Injection Service, in a test environment. Requests must go on being answered, and the group must put a new machine into another zone within the time that was promised.',
  falsePositives: 'Machines for development, or work that may wait.',
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind !== 'process') return;
    yield* judge({
      fact: zonesOf(system, resource),
      resource,
      bad: (zones) =>
        zones === 'one' ? 'it stands on one machine or in one zone, and nothing takes over when that fails' : undefined,
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'auto-scaling',
        title: 'Run it more than once, in several zones',
        property: 'placement',
        value: 'a group of instances, or a standby, over two zones or more',
      }),
    });
  },
});
