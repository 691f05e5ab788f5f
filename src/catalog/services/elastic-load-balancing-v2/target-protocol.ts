import { type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { flag, within, word } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';

/** How a load balancer talks to the members of a target group. */
export interface TargetProtocol {
  /** In lower case: `http`, `https`, `tcp`, `tls` …; `https` for functions, which AWS invokes. */
  readonly protocol: string;
  /** Null when it is not known, or targets have ports of their own. */
  readonly port: number | null;
  readonly encrypted: Fact<boolean>;
  /** Absent where a load balancer of applications opens connections of its own. */
  readonly keepsCaller?: Fact<boolean>;
}

/** Read from the target group's own properties. "Protocol … HTTP or HTTPS", or those of connections. */
export function targetProtocol(group: ResourceView): TargetProtocol {
  if (wordOf(group.read('TargetType')) === 'lambda') return { protocol: 'https', port: null, encrypted: given(true) };
  const protocol = (wordOf(group.read('Protocol')) ?? 'tcp').toLowerCase();
  const encrypted = mapFact(word(group, 'Protocol', 'HTTP'), (name) => name === 'HTTPS' || name === 'TLS');
  const keeps = /^(tcp|tls|udp|tcp_udp|quic|tcp_quic)$/.test(protocol) && { keepsCaller: keepsCaller(group, protocol) };
  return { protocol, port: portOf(group.read('Port')), encrypted, ...keeps };
}

/**
 * "By default, client IP preservation is enabled (and can't be disabled) for instance and IP type target groups with UDP
 * and TCP_UDP protocols … for instance type target groups with TCP and TLS … disabled for IP type target groups with TCP and
 * TLS" (Target groups for your Network Load Balancers).
 */
export function keepsCaller(group: ResourceView, protocol: string): Fact<boolean> {
  if (protocol !== 'tcp' && protocol !== 'tls') return given(true, [group.origin('Protocol')]);
  const stated = memberCases(group, 'TargetGroupAttributes')
    .map(({ value }) => within(group, value))
    .find((attribute) => wordOf(attribute.read('Key')) === 'preserve_client_ip.enabled');
  if (stated !== undefined) return flag(stated, 'Value', false);
  return mapFact(word(group, 'TargetType', 'instance'), (type) => type === 'instance');
}

/** A port number when it is known; null otherwise. */
export function portOf(value: Value | undefined): number | null {
  const port = Number(wordOf(value) ?? Number.NaN);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function wordOf(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : literalOf(text);
}
