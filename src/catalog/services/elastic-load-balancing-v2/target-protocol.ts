import { type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { word } from '../../answer.ts';

/** How a load balancer talks to the members of a target group. */
export interface TargetProtocol {
  /** In lower case: `http`, `https`, `tcp`, `tls` …; `https` for functions, which AWS invokes. */
  readonly protocol: string;
  /** Null when it is not known, or targets have ports of their own. */
  readonly port: number | null;
  readonly encrypted: Fact<boolean>;
}

/** Read from the target group's own properties. "Protocol … HTTP or HTTPS", or those of connections. */
export function targetProtocol(group: ResourceView): TargetProtocol {
  if (wordOf(group.read('TargetType')) === 'lambda') return { protocol: 'https', port: null, encrypted: given(true) };
  const protocol = (wordOf(group.read('Protocol')) ?? 'tcp').toLowerCase();
  const encrypted = mapFact(word(group, 'Protocol', 'HTTP'), (name) => name === 'HTTPS' || name === 'TLS');
  return { protocol, port: portOf(group.read('Port')), encrypted };
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
