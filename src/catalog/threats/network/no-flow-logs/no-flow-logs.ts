import type { LogSource } from '../../../../model/dimension.ts';
import { type Fact, mapFact } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Network without flow logs',
  statement: {
    source: 'attacker inside or at the edge of the network',
    prerequisites: 'who scans, moves on or carries data away',
    action: 'do so without a record of the connections',
    impact: 'attacks that nobody sees and nobody can reconstruct',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008', 'T1046'],
  weaknesses: ['CWE-778'],
  controls: ['flow-logs'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Scans inside the network, connections to command servers and slow exfiltration show in flow records and hardly anywhere else. Without them an investigation cannot tell which hosts talked to the compromised one.',
  howTested:
    'Open a connection that is refused and one that is allowed, and find both in the flow log, REJECT and ACCEPT. The log must cover the VPC, with traffic type ALL.',
  falsePositives: 'Flow logs that are made elsewhere for all networks of the account.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    yield* judge({
      fact: flowLog(system.fact(resource.id, 'logging')),
      resource,
      bad: (on) => (on === false ? 'connections in this network are not recorded' : undefined),
      closedBy: (on) => (on === true ? { control: 'flow-logs', note: 'connections are recorded' } : undefined),
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'flow-logs',
        title: 'Record connections',
        property: 'a flow log of the VPC',
        value: 'TrafficType ALL to a log group or bucket',
      }),
    });
  },
});

/** Undefined for what has no such log. */
function flowLog(logging: Fact<readonly LogSource[]>): Fact<boolean | undefined> {
  return mapFact(logging, (sources) => {
    const flows = sources.filter(({ what }) => what === 'flow');
    return flows.length === 0 ? undefined : flows.some(({ on }) => on);
  });
}
