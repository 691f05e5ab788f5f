import type { Evidence } from '../../../../model/threat.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { opensMany } from '../../../open-port.ts';
import { openRules } from '../../../open-rules.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Way out to everywhere',
  statement: {
    source: 'attacker',
    prerequisites: 'who runs code in what wears the group',
    action: 'send data out and fetch tools from any address',
    impact: 'theft of data, and a lasting connection to the attacker',
  },
  stride: ['information-disclosure'],
  techniques: ['T1048', 'T1567'],
  weaknesses: ['CWE-923'],
  controls: ['egress-rules'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'The first thing that runs in a compromised host fetches the second, and data leaves over HTTPS or DNS to an address that looks like any other. A way out to everywhere is what makes both easy.',
  howTested:
    'On the host, curl to an address that has no business there must fail while the addresses that it needs answer. With a network firewall or DNS firewall, look for the refused name in its log.',
  falsePositives:
    'Hosts that must reach changing addresses on the internet, with a firewall or DNS rules that look at what goes out.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  *find(element, { system }) {
    const group = subjectOf(element, system);
    if (group === undefined) return;
    for (const rule of openRules(element, system, 'egress')) {
      if (rule.protocol !== 'all' && !opensMany(rule)) continue;
      const evidence: Evidence = {
        note: `what wears it may send to ${rule.source} on every port`,
        origin: rule.origin,
      };
      yield {
        key: keyUnder('', rule.guard),
        guard: rule.guard,
        ...(rule.settledBy === undefined ? { status: 'open' } : { status: 'unknown', settledBy: rule.settledBy }),
        evidence: [evidence],
        controls: [],
        fix: fixOf(rule.statedBy, {
          control: 'egress-rules',
          title: 'Allow the way out that is needed',
          property: rule.statedBy.id === group.id ? 'SecurityGroupEgress' : 'destination of the rule',
          value: 'the groups, prefix lists and ports that it talks to',
        }),
      };
    }
  },
});
