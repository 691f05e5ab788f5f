import type { Forward } from '../model/entry.ts';
import { bindFact, byDefault, type Fact, given, unknown } from '../model/fact.ts';
import type { Contribution, ResourceView } from '../model/service.ts';
import { literalOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { word } from './answer.ts';
import { onlyWhile } from './combine-facts.ts';
import { ownReference } from './own-reference.ts';
import { instancePorts } from './services/elastic-load-balancing/instance-ports.ts';
import { keepsCaller } from './services/elastic-load-balancing-v2/target-protocol.ts';

/** How a process registers itself behind a target group or a classic load balancer. */
export interface Registration {
  /** The target group or load balancer. */
  readonly at: Value;
  /** Port on which the target is called; the target group's own port when absent. */
  readonly port?: Value | undefined;
  /** `container web`, `its instances`. */
  readonly what: string;
}

/** What a target group hands on to a process that registers itself there: told by the process, since only it knows. */
export function registeredTarget(view: ResourceView, registration: Registration): Contribution {
  const [group] = view.follow(registration.at).flatMap((end) => (end.kind === 'resource' ? [end.view] : []));
  const common = {
    to: ownReference(view),
    kind: 'request',
    authentication: 'none',
    because: `${view.resource.address} registers ${registration.what} there`,
    origin: registration.at.origin,
  } as const;
  const isClassic = group?.resource.type === 'AWS::ElasticLoadBalancing::LoadBalancer';
  const forwards = isClassic
    ? instancePorts(group).map((listened) => ({ ...common, ...listened }))
    : [{ ...common, ...targetOf(group, registration.port) }];
  const fact: Fact<readonly Forward[]> = onlyWhile(view.resource.guard, given(forwards), byDefault([]));
  return { to: registration.at, dimension: 'forwards', fact };
}

type Spoken = Pick<Forward, 'protocol' | 'port' | 'encrypted' | 'keepsCaller'>;

function targetOf(group: ResourceView | undefined, port: Value | undefined): Spoken {
  const protocol = protocolOf(group);
  const isOfConnections = group !== undefined && /^(tcp|tls|udp|tcp_udp|quic|tcp_quic)$/.test(protocol);
  return {
    protocol,
    port: numberOf(port) ?? numberOf(group?.read('Port')) ?? null,
    encrypted: encryptionOf(group),
    ...(isOfConnections && { keepsCaller: keepsCaller(group, protocol) }),
  };
}

/** HTTP is what a target group speaks when nothing is said of a load balancer of applications. */
function protocolOf(group: ResourceView | undefined): string {
  if (group === undefined) return 'tcp';
  const protocol = word(group, 'Protocol', 'HTTP');
  return protocol.kind === 'known' ? protocol.value.toLowerCase() : 'tcp';
}

function encryptionOf(group: ResourceView | undefined): Fact<boolean> {
  if (group === undefined)
    return unknown('the load balancer is not in the input', 'the definition of the load balancer');
  return bindFact(word(group, 'Protocol', 'HTTP'), (protocol) => {
    if (protocol === 'HTTPS' || protocol === 'TLS') return given(true);
    if (protocol === 'HTTP') return given(false);
    return unknown(`${protocol} is passed through as it comes`, `whether clients of ${group.resource.address} use TLS`);
  });
}

function numberOf(value: Value | undefined): number | undefined {
  const literal = literalOf((value === undefined ? undefined : textOf(value)) ?? []);
  return literal === undefined || literal === '' || !Number.isInteger(Number(literal)) ? undefined : Number(literal);
}
