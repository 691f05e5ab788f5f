import { optionsOf } from '../../../catalog/answer.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import { holesOf, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { allPorts } from './passage.ts';
import type { Ranges } from './ranges.ts';

export type Protocol = 'tcp' | 'udp' | 'icmp';

/** Which packet of a ping: the request, or the reply that comes back. Only network ACLs are asked about replies. */
export type Echo = 'request' | 'reply';

/** The ports of a protocol that a rule speaks of. */
export interface Traffic {
  readonly ports: Ranges<number>;
  readonly guard: Guard;
  readonly doubt?: string;
}

/** Protocol names and numbers (IANA) of those that are asked for; `-1` and `all` mean every protocol. */
const names: Readonly<Record<string, Protocol | 'all'>> = {
  tcp: 'tcp',
  '6': 'tcp',
  udp: 'udp',
  '17': 'udp',
  icmp: 'icmp',
  '1': 'icmp',
  icmpv6: 'icmp',
  '58': 'icmp',
  '-1': 'all',
  all: 'all',
};

/**
 * The ports of one protocol that a rule of a security group or an entry of a network ACL speaks of: none when it is
 * about another protocol. All ports when the rule is about every protocol or names no port.
 */
export function trafficOf(
  rule: { readonly protocol?: Value; readonly fromPort?: Value; readonly toPort?: Value },
  protocol: Protocol,
  echo: Echo = 'request',
): readonly Traffic[] {
  return cases(rule.protocol).flatMap((named): readonly Traffic[] => {
    if (named.doubt !== undefined) return portsOf(rule, named);
    const kind = named.word === undefined ? undefined : names[named.word.toLowerCase()];
    if (kind === 'all') return [{ ports: allPorts, guard: named.guard }];
    if (kind !== protocol) return [];
    return protocol === 'icmp' ? pings(rule, named, echo) : portsOf(rule, named);
  });
}

interface Word {
  readonly guard: Guard;
  readonly word?: string;
  readonly doubt?: string;
}

function cases(value: Value | undefined): readonly Word[] {
  return optionsOf(value).map(({ guard, value: option }): Word => {
    const text = option === undefined || option.kind === 'absent' ? undefined : textOf(option);
    if (text === undefined) return { guard };
    const word = literalOf(text);
    if (word !== undefined) return { guard, word };
    return { guard, doubt: holesOf(text)[0]?.settledBy ?? 'the property' };
  });
}

function portsOf(rule: { readonly fromPort?: Value; readonly toPort?: Value }, named: Word): readonly Traffic[] {
  return cases(rule.fromPort).flatMap((from) =>
    cases(rule.toPort).flatMap((to): readonly Traffic[] => {
      const guard = and(named.guard, from.guard, to.guard);
      if (!isPossible(guard)) return [];
      const doubt = named.doubt ?? from.doubt ?? to.doubt;
      const ports = from.doubt === undefined && to.doubt === undefined ? span(from.word, to.word) : allPorts;
      return ports.length === 0 ? [] : [{ ports, guard, ...(doubt !== undefined && { doubt }) }];
    }),
  );
}

/** Types of echo requests and replies, of ICMP and of ICMPv6 (IANA, "ICMP Type Numbers"). */
const echoTypes: Readonly<Record<Echo, readonly string[]>> = { request: ['8', '128'], reply: ['0', '129'] };

/** Rules of ICMP give a type and a code where others give ports; both kinds of echo have code 0, and -1 means all. */
function pings(
  rule: { readonly fromPort?: Value; readonly toPort?: Value },
  named: Word,
  echo: Echo,
): readonly Traffic[] {
  return cases(rule.fromPort).flatMap((type) =>
    cases(rule.toPort).flatMap((code): readonly Traffic[] => {
      const guard = and(named.guard, type.guard, code.guard);
      if (!isPossible(guard)) return [];
      const isType = type.word === undefined || type.word === '-1' || echoTypes[echo].includes(type.word);
      const isCode = code.word === undefined || ['-1', '0'].includes(code.word);
      if (!isType || (!isCode && type.word !== '-1')) return [];
      const doubt = type.doubt ?? code.doubt;
      return [{ ports: allPorts, guard, ...(doubt !== undefined && { doubt }) }];
    }),
  );
}

/** `-1` and nothing mean all ports; one of two means just that port. */
function span(from: string | undefined, to: string | undefined): Ranges<number> {
  const first = Number(from ?? to ?? -1);
  const last = Number(to ?? from ?? -1);
  if (first === -1 || last === -1) return allPorts;
  return Number.isInteger(first) && Number.isInteger(last) && first <= last && first >= 0
    ? [{ from: first, end: Math.min(last, 65535) + 1 }]
    : [];
}
