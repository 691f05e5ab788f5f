import { casesOf } from '../model/fact.ts';
import { always, and, type Guard, isPossible } from '../model/guard.ts';
import type { NetworkPart, SecurityGroupRule } from '../model/network.ts';
import type { Origin } from '../model/origin.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element } from '../model/system.ts';
import { describeText, holesOf, literalOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/** A rule of a security group that lets the whole internet in, or everything out to it, or may do so. */
export interface OpenRule {
  /** `tcp`, `udp` or `all`. */
  readonly protocol: string;
  /** Inclusive. */
  readonly from: number;
  readonly to: number;
  /** As written: `0.0.0.0/0`. */
  readonly source: string;
  readonly guard: Guard;
  /** Input that would tell the source, when it is not known. */
  readonly settledBy?: string;
  /** Parameters whose default says so. */
  readonly assumes: readonly string[];
  readonly origin: Origin;
  /** The resource that states the rule: the group, or a rule of its own. */
  readonly statedBy: Resource;
}

/**
 * What a security group's rules of a direction, inbound unless said otherwise, open to the internet, by case. Rules for
 * other groups and own networks are none.
 */
export function openRules(
  element: Element,
  system: System,
  direction: SecurityGroupRule['direction'] = 'ingress',
): readonly OpenRule[] {
  return element.resources.flatMap((id) => {
    const resource = system.resource(id);
    if (resource === undefined) return [];
    return casesOf(system.fact(id, 'network')).flatMap(({ guard, fact }) =>
      fact.kind === 'unknown'
        ? []
        : fact.value.flatMap((part) => openings(part, guard, { direction, statedBy: resource })),
    );
  });
}

function openings(
  part: NetworkPart,
  outer: Guard,
  { direction, statedBy }: { readonly direction: SecurityGroupRule['direction']; readonly statedBy: Resource },
): readonly OpenRule[] {
  if (part.kind !== 'security-group-rule' || part.rule.direction !== direction || part.rule.peerKind !== 'cidr')
    return [];
  const { rule } = part;
  return optionsOf(rule.peer).flatMap(({ guard, value: peer }) => {
    const source = peer === undefined ? undefined : openSource(peer);
    if (peer === undefined || source === undefined) return [];
    return trafficsOf(rule).flatMap((traffic): readonly OpenRule[] => {
      const all = and(outer, rule.guard ?? always, guard, traffic.guard);
      if (!isPossible(all)) return [];
      const assumes = [...(peer.defaults ?? []), ...traffic.assumes];
      const { protocol, from, to } = traffic;
      return [{ protocol, from, to, ...source, guard: all, assumes, origin: rule.origin, statedBy }];
    });
  });
}

/** A range that most of the internet is in, or one that is not known yet; undefined for ranges of somebody's own. */
export function openSource(peer: Value): Pick<OpenRule, 'source' | 'settledBy'> | undefined {
  const text = textOf(peer);
  if (text === undefined) return undefined;
  const literal = literalOf(text);
  if (literal === undefined) {
    const [hole] = holesOf(text);
    return hole?.kind === 'parameter' ? { source: describeText(text), settledBy: hole.settledBy } : undefined;
  }
  return isMostOfInternet(literal) ? { source: literal } : undefined;
}

/** More addresses than any one organization has: shorter than /8, for IPv6 shorter than /16. */
function isMostOfInternet(range: string): boolean {
  const [address = '', length = ''] = range.trim().split('/');
  if (!/^\d{1,3}$/.test(length)) return false;
  return address.includes(':') ? Number(length) < 16 && !/^f/i.test(address) : Number(length) < 8;
}

interface Traffic {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly guard: Guard;
  readonly assumes: readonly string[];
}

const lastPort = 65535;
const protocols: Readonly<Record<string, string>> = {
  '-1': 'all',
  all: 'all',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
};

/** Protocol and ports of a rule by cases; a port that is not known makes no claim. */
export function trafficsOf(
  rule: Partial<Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort'>>,
): readonly Traffic[] {
  return optionsOf(rule.protocol).flatMap(({ guard, value }) => {
    const protocol = protocols[(wordOf(value) ?? '').toLowerCase()];
    if (protocol === undefined) return [];
    if (protocol === 'all') return [{ protocol, from: 0, to: lastPort, guard, assumes: value?.defaults ?? [] }];
    return optionsOf(rule.fromPort).flatMap((first) =>
      optionsOf(rule.toPort).flatMap((last) => {
        const ports = portsOf(first.value, last.value);
        const both = and(guard, first.guard, last.guard);
        if (ports === undefined || !isPossible(both)) return [];
        const assumes = [...(first.value?.defaults ?? []), ...(last.value?.defaults ?? [])];
        return [{ protocol, ...ports, guard: both, assumes }];
      }),
    );
  });
}

/**
 * The ports of a rule; undefined when they are not known. A rule without any is taken for one of all: AWS refuses it, or
 * means that.
 */
function portsOf(
  first: Value | undefined,
  last: Value | undefined,
): { readonly from: number; readonly to: number } | undefined {
  const every = { from: 0, to: lastPort };
  if (isAbsent(first) && isAbsent(last)) return every;
  const from = Number(wordOf(first) ?? wordOf(last) ?? Number.NaN);
  const to = Number(wordOf(last) ?? wordOf(first) ?? Number.NaN);
  if (!Number.isInteger(from) || !Number.isInteger(to)) return undefined;
  return from === -1 || to === -1 ? every : { from, to };
}

function isAbsent(value: Value | undefined): boolean {
  return value === undefined || value.kind === 'absent';
}

function wordOf(value: Value | undefined): string | undefined {
  const text = value === undefined || value.kind === 'absent' ? undefined : textOf(value);
  return text === undefined ? undefined : literalOf(text);
}
