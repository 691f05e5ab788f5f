import { casesOf } from '../../../../model/fact.ts';
import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Boundary } from '../../../../model/system.ts';
import { defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { boundaryOf } from '../../../boundary-of.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Data store in a public subnet',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'once one setting gives the data store a public address',
    action: 'connect to the data store from the internet',
    impact: 'disclosure and loss of its records',
  },
  stride: ['information-disclosure', 'elevation-of-privilege'],
  techniques: ['T1133', 'T1213.006'],
  weaknesses: ['CWE-668', 'CWE-284'],
  controls: ['private-placement'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'One checkbox, a modified template or a restored copy gives the database a public address, and then the route to the internet is already there. Scanners try default passwords against its port within minutes.',
  howTested:
    'Look at the routes of each subnet in the subnet group: none may lead to an internet gateway. From outside, connecting to the endpoint must time out, and its name must resolve to private addresses only.',
  falsePositives: 'A store without any data of value, for trials.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.Scenarios.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || !keepsData(resource, system)) return;
    const subnet = boundaryOf(system.model, element);
    if (subnet?.kind !== 'subnet' || subnet.exposure === undefined || subnet.exposure === 'private') return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'placement'))) {
      if (fact.kind === 'unknown' || fact.value.zone !== 'vpc') continue;
      const address = casesOf(fact.value.publicAddress).some(
        (one) => one.fact.kind === 'known' && one.fact.value === 'yes',
      );
      const evidence: Evidence = { note: noteOf(subnet, address), origin: fact.origins[0] ?? resource.origin };
      yield {
        key: keyUnder('', guard),
        guard,
        ...(subnet.exposure === 'public'
          ? { status: 'open' }
          : { status: 'unknown', settledBy: `the routes of ${subnet.name}` }),
        evidence: [evidence],
        controls: [],
        ...(address && { adjust: withAddress }),
        fix: fixOf(resource, {
          control: 'private-placement',
          title: 'Move it to private subnets',
          property: 'subnets',
          value: 'subnets without a route to an internet gateway',
        }),
      };
    }
  },
});

/** Settings and code, which a control plane keeps of itself, are no data that somebody would connect for. */
function keepsData(resource: Resource, system: System): boolean {
  return casesOf(system.fact(resource.id, 'holds')).some(
    ({ fact }) => fact.kind === 'unknown' || (fact.value.what !== 'configuration' && fact.value.what !== 'code'),
  );
}

const withAddress: NonNullable<ThreatMatch['adjust']> = [
  { of: 'likelihood', by: 1, because: 'it has a public address' },
];

function noteOf({ name, exposure }: Boundary, address: boolean): string {
  if (exposure !== 'public') return `whether a route of ${name} leads to an internet gateway is not in the input`;
  const today = address ? 'and it has a public address' : 'it has no public address today';
  return `a route of ${name} leads to an internet gateway; ${today}`;
}
