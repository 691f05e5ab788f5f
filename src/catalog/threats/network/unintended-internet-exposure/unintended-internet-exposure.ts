import { casesOf } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Connection } from '../../../../model/reach.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';
import { waysIn } from '../../../ways-in.ts';
import { edgeRule, letsInternetIn } from '../../../worn-groups.ts';

export default defineThreat({
  title: 'Host that the internet can call directly',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who finds the address of the host',
    action: 'open connections to it past everything that filters, limits and records requests',
    impact: 'control of the host through a flaw that the front door would have stopped, or its outage',
  },
  stride: ['spoofing', 'elevation-of-privilege', 'denial-of-service'],
  techniques: ['T1190', 'T1133'],
  weaknesses: ['CWE-668', 'CWE-923'],
  controls: ['security-group-rule', 'private-placement'],
  likelihood: 3,
  impact: 4,
  howUsed:
    'Hosts behind a load balancer or distribution are found by their own address and asked directly, often with the right Host header. Filters, limits and logs of the front door see nothing of it.',
  howTested:
    'curl --resolve NAME:443:ADDRESS https://NAME/ from outside must time out. Reachability between the internet gateway and the host, asked of VPC Reachability Analyzer, must be not reachable.',
  falsePositives: 'A host that is meant to be the front door itself, such as a bastion, a proxy or a VPN gateway.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined || !isHost(element, resource, ask)) return;
    const { direct, handedOn } = waysIn(ask.reach, resource.id);
    if (direct === undefined || isByServiceEndpoint(direct)) return;
    const fronted = handedOn !== undefined;
    // Behind a load balancer the host's own groups are wrong already where they let the internet in.
    const open = direct.verdict === 'open' || (fronted && letsInternetIn(resource, ask.system));
    if (!open && edgeRule(resource, ask.system) !== undefined) return;
    // A host by itself is made for callers: what its group opens is told of the group, until it is sure to be reached.
    if (!open && element.kind === 'process') return;
    yield {
      key: keyUnder('', direct.guard),
      guard: direct.guard,
      ...(open ? { status: 'open' } : { status: 'unknown', settledBy: direct.settledBy ?? 'more input' }),
      evidence: evidenceOf(resource, direct, fronted),
      controls: [],
      adjust: adjustments(direct, fronted, element),
      fix: fixOf(resource, {
        control: fronted ? 'security-group-rule' : 'private-placement',
        title: fronted ? 'Let only the load balancer in' : 'Put it behind a load balancer in a private subnet',
        property: fronted ? 'security groups' : 'subnets',
        value: fronted
          ? 'a group of its own that admits the security group of the load balancer'
          : 'subnets without a route to an internet gateway, and no public address',
      }),
    };
  },
});

/** What stands in a VPC and is no front door: runs code, or keeps data. */
function isHost(element: Element, resource: Resource, { system }: Questions): boolean {
  if (element.kind !== 'process' && element.kind !== 'data-store') return false;
  return casesOf(system.fact(resource.id, 'placement')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.zone === 'vpc',
  );
}

/** AWS runs the endpoint: it is no address of the host, and rules about endpoints tell whether it should be there. */
function isByServiceEndpoint({ through: [first] }: Connection): boolean {
  return first?.component === 'front-door';
}

function evidenceOf(resource: Resource, direct: Connection, fronted: boolean): readonly [Evidence, ...Evidence[]] {
  const ports = direct.ports.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
  const hangs =
    direct.verdict === 'open'
      ? 'it is reached there'
      : `whether it is reached hangs on ${direct.settledBy ?? 'more input'}`;
  const besides = fronted ? ', besides requests that are handed on to it' : '';
  const hops = direct.through.map(
    ({ because, origin }): Evidence => ({ note: because, origin: origin ?? resource.origin }),
  );
  return [{ note: `the internet is let in on ${ports}${besides}; ${hangs}`, origin: resource.origin }, ...hops];
}

function adjustments(direct: Connection, fronted: boolean, element: Element): NonNullable<ThreatMatch['adjust']> {
  const alone = !fronted && element.kind === 'process';
  return [
    ...(direct.verdict === 'open' || !fronted
      ? []
      : [{ of: 'likelihood', by: -1, because: 'whether it has a way in hangs on more input' } as const]),
    ...(alone
      ? [{ of: 'impact', by: -1, because: 'nothing stands before it that would be gone around' } as const]
      : []),
  ];
}
