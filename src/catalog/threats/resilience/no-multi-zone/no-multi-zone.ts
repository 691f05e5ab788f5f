import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';
import { zonesOf } from '../../../zones-of.ts';

export default defineThreat({
  title: 'Data that one zone holds alone',
  statement: {
    source: 'failure of a zone',
    prerequisites: 'where no copy stands in another one',
    action: 'make the data unavailable until the zone is back or a backup is restored',
    impact: 'an outage of all that needs the data',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499'],
  weaknesses: ['CWE-400'],
  controls: ['multi-zone'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Zones fail, by power, by cooling, by network. Databases in one zone are gone for hours with it, and a restore loses what came after the last backup.',
  howTested:
    'aws rds reboot-db-instance --force-failover, or its like, in a test environment: writing must go on within a minute or two, under the same name. Fault Injection Service can take a whole zone away.',
  falsePositives: 'Data for development, or that can be made again.',
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind !== 'data-store') return;
    // A disk belongs to one machine, which is judged by itself: only what answers over the network could stand elsewhere.
    if (system.fact(resource.id, 'endpoints').kind === 'not-applicable') return;
    yield* judge({
      fact: zonesOf(system, resource),
      resource,
      bad: (zones) => {
        if (zones === 'one') return 'it stands in one zone without a standby';
        return zones === 'one-member' ? 'one instance answers for it, and no other takes over' : undefined;
      },
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'multi-zone',
        title: 'Keep a standby in another zone',
        property: 'MultiAZ',
        value: 'true',
      }),
    });
  },
});
