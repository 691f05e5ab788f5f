import { casesOf } from '../../../../model/fact.ts';
import type { ResourceId } from '../../../../model/id.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { type Flow, internetElement } from '../../../../model/system.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { boundaryOf } from '../../../boundary-of.ts';
import { flowsFrom, flowsTo } from '../../../flows-by-end.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Connection without encryption inside the system',
  statement: {
    source: 'attacker with a foothold in the network between the two ends',
    prerequisites: 'who can listen there or redirect traffic',
    action: 'read and change what passes, sign-ins and sessions as well',
    impact: 'disclosure and forgery of data, and taken over sessions',
  },
  stride: ['tampering', 'information-disclosure'],
  techniques: ['T1040', 'T1020.001'],
  weaknesses: ['CWE-319'],
  controls: ['tls-required'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Networks inside are not empty: a compromised container, a mirrored interface or a peer in another VPC sees what passes. Sign-ins in the open are taken and used as they are.',
  howTested:
    "On either end, tcpdump -A of the port must show no readable request. Turn plain connections off at the server and run the client's tests.",
  falsePositives: 'Instances of families that encrypt between themselves, or a service mesh that does it for them.',
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || handsOn(element.kind, flowsFrom(system.model, element.id))) return;
    for (const flow of flowsTo(system.model, element.id)) {
      if (flow.encrypted !== false || !carriesData.has(flow.kind) || bare.has(flow.protocol)) continue;
      if (!isWithin(flow, system)) continue;
      const from = system.element(flow.from)?.address ?? flow.from;
      const ports = flow.ports.join(', ');
      yield {
        key: keyUnder(`${flow.protocol} from ${from}`, flow.guard),
        guard: flow.guard,
        status: 'open',
        evidence: [
          {
            note: `${from} talks to it over plain ${flow.protocol}, port ${ports}: ${flow.because}`,
            origin: flow.origin,
          },
        ],
        controls: [],
        fix: fixOf(statedBy(flow, resource, system), {
          control: 'tls-required',
          title: `Encrypt the connection from ${from}`,
          property: 'protocol of the connection',
          value: 'TLS, with a certificate that the caller checks',
        }),
      };
    }
  },
});

const carriesData: ReadonlySet<Flow['kind']> = new Set([
  'request',
  'data',
  'invoke',
  'connection',
  'replication',
  'secret',
]);

/**
 * What says that the connection is plain: a target group, the endpoint of a task. It belongs to one of the ends, or refers
 * to where the connection leads.
 */
function statedBy(flow: Flow, to: Resource, system: Questions['system']): Resource {
  const ends = [flow.from, flow.to].flatMap((end) => system.element(end)?.resources ?? []);
  const states = (id: ResourceId) =>
    casesOf(system.fact(id, 'encryptionInTransit')).some(
      ({ fact }) => fact.kind === 'known' && fact.value.state === 'none',
    );
  const found = [...ends, ...system.referrers(to.id)].find(states);
  return (found === undefined ? undefined : system.resource(found)) ?? to;
}

/** Names of transports say nothing of what they carry, which may be TLS end to end. */
const bare: ReadonlySet<string> = new Set(['tcp', 'udp', 'tcp_udp']);

/** What only passes requests on is told once, at the end of the way. */
function handsOn(kind: string, onward: readonly Flow[]): boolean {
  return kind === 'network' && onward.some((flow) => flow.kind === 'request' && flow.encrypted === false);
}

/** Callers outside, and what stands at the edge, are the business of rules of their own. */
function isWithin(flow: Flow, system: Questions['system']): boolean {
  const from = system.element(flow.from);
  if (flow.from === internetElement || from?.resource === undefined) return false;
  return boundaryOf(system.model, from)?.kind !== 'edge';
}
