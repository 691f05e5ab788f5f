import { casesOf } from '../../../../model/fact.ts';
import type { Guard } from '../../../../model/guard.ts';
import type { NetworkAclEntry } from '../../../../model/network.ts';
import type { Origin } from '../../../../model/origin.ts';
import type { Resource } from '../../../../model/resource.ts';
import { literalOf } from '../../../../model/text.ts';
import type { ThreatMatch } from '../../../../model/threat.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { textOf, type Value } from '../../../../model/value.ts';
import { administrationPorts } from '../../../data/administration-ports.ts';
import { opensMany } from '../../../open-port.ts';
import { openSource, trafficsOf } from '../../../open-rules.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Network access control list that lets everything in',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who finds one security group that is open too far',
    action: 'reach it, because no second barrier stands around the subnet',
    impact: 'one mistake in a security group is enough',
  },
  stride: ['spoofing'],
  techniques: ['T1133'],
  weaknesses: ['CWE-284', 'CWE-693'],
  controls: ['network-acl-rule'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Security groups are changed often and by many. When one is opened too far, a network ACL that lets in everything does not catch the mistake.',
  howTested:
    'In a test subnet, open a port in a security group and connect from outside: the network ACL must still refuse it. aws ec2 describe-network-acls must show no entry that allows all protocols from 0.0.0.0/0 into private subnets.',
  falsePositives:
    'Networks in which security groups alone are meant to filter, as in every network that AWS makes by default.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  *find(element, { system }) {
    for (const id of element.resources) {
      const resource = system.resource(id);
      if (resource === undefined) continue;
      for (const { guard, fact } of casesOf(system.fact(id, 'network'))) {
        if (fact.kind === 'unknown') continue;
        for (const part of fact.value)
          if (part.kind === 'network-acl-entry' && letsAllIn(part.entry))
            yield matchOf(resource, part.entry.origin, guard);
      }
    }
  },
});

function letsAllIn({ direction, action, cidr, ...traffic }: NetworkAclEntry): boolean {
  if (direction !== 'ingress' || wordOf(action) !== 'allow') return false;
  const source = cidr === undefined ? undefined : openSource(cidr);
  if (source === undefined || source.settledBy !== undefined) return false;
  return trafficsOf(traffic).some(
    ({ protocol, from, to }) =>
      protocol === 'all' ||
      opensMany({ from, to }) ||
      [...administrationPorts.keys()].some((port) => from <= port && port <= to),
  );
}

function wordOf(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : literalOf(text)?.toLowerCase();
}

function matchOf(resource: Resource, origin: Origin, guard: Guard): ThreatMatch {
  return {
    key: keyUnder(resource.address, guard),
    guard,
    status: 'open',
    evidence: [{ note: 'it lets the whole internet in on every port, or on one for administration', origin }],
    controls: [],
    fix: fixOf(resource, {
      control: 'network-acl-rule',
      title: 'Admit the ports and ranges that are needed',
      property: 'CidrBlock and PortRange',
      value: 'the ports of the services behind it',
    }),
  };
}
