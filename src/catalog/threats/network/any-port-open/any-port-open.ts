import { defineThreat } from '../../../../model/threat.ts';
import { openPort, opensMany } from '../../../open-port.ts';
import { openRules } from '../../../open-rules.ts';
import { subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'All ports open to the internet',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who finds anything that listens',
    action: 'reach every service of the host, those that were never meant for others as well',
    impact: 'control of the host through its weakest service',
  },
  stride: ['spoofing', 'elevation-of-privilege', 'information-disclosure'],
  techniques: ['T1133', 'T1190', 'T1046'],
  weaknesses: ['CWE-284', 'CWE-1327'],
  controls: ['security-group-rule', 'private-placement'],
  likelihood: 4,
  impact: 4,
  howUsed:
    'A wide-open group shows everything that listens: agents, metrics, databases that were meant for localhost, debuggers. Scanners look for exactly these.',
  howTested:
    'nmap -Pn -p- ADDRESS from outside must show only the ports that you serve. aws ec2 describe-security-groups must have no rule with all ports for 0.0.0.0/0 or ::/0.',
  falsePositives: 'A host whose own firewall does the filtering, such as a network appliance.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  *find(element, ask) {
    const group = subjectOf(element, ask.system);
    if (group === undefined) return;
    for (const rule of openRules(element, ask.system)) {
      if (rule.protocol !== 'all' && !opensMany(rule)) continue;
      const names = rule.protocol === 'all' ? 'on every port' : `${rule.from}-${rule.to}`;
      yield openPort({ group, rule, ask, ports: [], names });
    }
  },
});
