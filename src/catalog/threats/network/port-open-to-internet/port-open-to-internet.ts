import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { administrationPorts } from '../../../data/administration-ports.ts';
import { databasePorts } from '../../../data/database-ports.ts';
import { openPort, opensMany, wearersOf } from '../../../open-port.ts';
import { type OpenRule, openRules } from '../../../open-rules.ts';
import { subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Port open to the internet past the front door',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who scans for open ports',
    action: 'connect to it',
    impact: 'attacks on the service that listens there',
  },
  stride: ['spoofing'],
  techniques: ['T1133', 'T1190', 'T1046'],
  weaknesses: ['CWE-284', 'CWE-1327'],
  controls: ['security-group-rule', 'private-placement'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Services that were meant to stand behind a load balancer answer directly, without its certificate, firewall, limits and log. Scanners find them by port, not by name.',
  howTested:
    "From outside, connect to the host's address and port: it must time out. Through the front door the same request must be answered. The group's rule must name the load balancer's group as source.",
  falsePositives: 'Groups of front doors that the input does not show, and services that callers on the internet use.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  *find(element, ask) {
    const group = subjectOf(element, ask.system);
    if (group === undefined || isOfFrontDoors(group, ask.system)) return;
    for (const rule of openRules(element, ask.system)) {
      if (rule.protocol === 'all' || opensMany(rule) || hasOwnRule(rule)) continue;
      const names = rule.from === rule.to ? `${rule.from}` : `${rule.from}-${rule.to}`;
      yield openPort({ group, rule, ask, ports: [rule.from, rule.to], names });
    }
  },
});

/** Load balancers are made to be called; a group that something else wears as well is judged. */
function isOfFrontDoors(group: Resource, system: System): boolean {
  const wearers = wearersOf(group, system);
  return wearers.length > 0 && wearers.every(({ id }) => system.elementOf(id)?.kind === 'network');
}

/** Ports for administration and databases are told by rules of their own. */
function hasOwnRule({ from, to }: OpenRule): boolean {
  return [...administrationPorts.keys(), ...databasePorts.keys()].some((port) => from <= port && port <= to);
}
