import { casesOf } from '../../../../model/fact.ts';
import { and } from '../../../../model/guard.ts';
import type { Origin } from '../../../../model/origin.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Connection } from '../../../../model/reach.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element, Flow } from '../../../../model/system.ts';
import { defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { boundaryOf } from '../../../boundary-of.ts';
import { flowsTo } from '../../../flows-by-end.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';
import { waysIn } from '../../../ways-in.ts';
import { edgeRule } from '../../../worn-groups.ts';

export default defineThreat({
  title: 'Origin that can be called around the edge',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who finds the name or address of the origin',
    action: 'send requests to it past the distribution, its firewall, its limits and its logs',
    impact: 'attacks and floods that everything at the edge was there to stop',
  },
  stride: ['spoofing', 'tampering', 'denial-of-service'],
  techniques: ['T1190', 'T1498'],
  weaknesses: ['CWE-923', 'CWE-693'],
  controls: ['origin-protection', 'private-placement', 'security-group-rule'],
  likelihood: 3,
  impact: 3,
  howUsed:
    "Origins are found through old DNS records, certificate logs and scans of AWS's address ranges for the same page. The attacker then talks to the origin, and the firewall, the limits and the logs of the edge see nothing.",
  howTested:
    "Call the origin's own address with the site's Host header (curl --resolve). Load balancers must refuse it by security group or by a missing secret header, buckets by policy; only requests through the distribution may be answered.",
  falsePositives: 'An origin that is a public service of its own, with the same protection.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined || element.kind === 'identity') return;
    const [flow] = flowsTo(ask.system.model, element.id).filter((each) => comesFromEdge(each, ask));
    if (flow === undefined) return;
    const edge = ask.system.element(flow.from);
    const { direct } = waysIn(ask.reach, resource.id);
    if (edge === undefined) return;
    const admitted = direct?.verdict === 'open' ? undefined : edgeRule(resource, ask.system);
    // An origin that answers nobody else needs no control for it: taking origin access control away would open nothing.
    if (admitted !== undefined && (direct !== undefined || groupsAloneStop(resource, ask)))
      yield behindList(resource, flow, admitted.origin);
    else if (direct !== undefined) yield matchOf({ resource, flow, edge, direct });
  },
});

/** Would the internet reach it but for its security groups? */
function groupsAloneStop(resource: Resource, { reach }: Questions): boolean {
  const to = { kind: 'resource', resource: resource.id } as const;
  return reach.connect({ kind: 'internet' }, to).blockedBy?.component === 'security-group';
}

/** Requests of callers that a distribution hands on. */
function comesFromEdge(flow: Flow, { system }: Questions): boolean {
  const from = system.element(flow.from);
  if (flow.kind !== 'request' || from?.resource === undefined) return false;
  return (
    boundaryOf(system.model, from)?.kind === 'edge' &&
    casesOf(system.fact(from.resource, 'forwards')).some(({ fact }) => fact.kind === 'known')
  );
}

/** Servers of the edge alone reach it: those of other customers of CloudFront too, which a secret header tells apart. */
function behindList(resource: Resource, flow: Flow, origin: Origin): ThreatMatch {
  const evidence: Evidence = { note: 'its security groups admit only the servers of the edge', origin };
  return {
    key: keyUnder('', flow.guard),
    guard: flow.guard,
    status: 'mitigated',
    evidence: [evidence],
    controls: [{ control: 'origin-protection', state: 'in-force', evidence }],
    fix: fixFor(resource),
  };
}

function matchOf(found: {
  readonly resource: Resource;
  readonly flow: Flow;
  readonly edge: Element;
  readonly direct: Connection;
}): ThreatMatch {
  const { resource, flow, edge, direct } = found;
  const guard = and(flow.guard, direct.guard);
  const open = direct.verdict === 'open' && flow.authenticated === 'none';
  const settledBy =
    direct.verdict === 'open'
      ? `whether ${resource.address} refuses requests without what ${edge.address} adds (${flow.authenticated})`
      : (direct.settledBy ?? 'more input');
  const note = `${edge.address} hands requests on to it, and it answers the internet as well`;
  const hops = direct.through.map(
    ({ because, origin }): Evidence => ({ note: because, origin: origin ?? resource.origin }),
  );
  return {
    key: keyUnder('', guard),
    guard,
    ...(open ? { status: 'open' } : { status: 'unknown', settledBy }),
    evidence: [{ note, origin: resource.origin }, ...hops, { note: flow.because, origin: flow.origin }],
    controls: [],
    fix: fixFor(resource),
  };
}

function fixFor(resource: Resource) {
  return fixOf(resource, {
    control: 'origin-protection',
    title: 'Let only the distribution call the origin',
    property: 'access to the origin',
    value:
      "CloudFront's managed prefix list with a secret header that the origin demands, a VPC origin, or origin access control",
  });
}
