import type { NetworkAclEntry, NetworkPart, SecurityGroupRule } from '../model/network.ts';
import type { Value } from '../model/value.ts';
import { describeValue } from './describe-value.ts';

/** A part of the network in one line: `security-group-rule of Web ingress tcp 443-443 cidr 0.0.0.0/0`. */
export function describeNetworkPart(part: NetworkPart): string {
  if (part.kind === 'security-group-rule') return joined(part.kind, of(part.group), ...describeGroupRule(part.rule));
  if (part.kind === 'network-acl-entry') return joined(part.kind, of(part.acl), ...describeAclEntry(part.entry));
  const details = Object.entries(part)
    .filter(([name]) => name !== 'kind')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name} ${describeDetail(value)}`);
  return joined(part.kind, details.join(', '));
}

/** What network parts hold beside their kind: values, lists of them, facts of yes and no, and words. */
function describeDetail(detail: unknown): string {
  if (Array.isArray(detail)) return detail.length === 0 ? 'none' : detail.map(describeDetail).join(' and ');
  if (typeof detail !== 'object' || detail === null) return String(detail);
  if ('cidr' in detail) return describeValue(detail.cidr as Value);
  const { kind } = detail as { readonly kind: string };
  if (kind === 'known') return String((detail as { readonly value: unknown }).value);
  if (kind === 'unknown' && 'settledBy' in detail) return `unknown (${String(detail.settledBy)})`;
  if (kind === 'alternatives') {
    const { options } = detail as { readonly options: readonly { readonly fact: unknown }[] };
    return options.map(({ fact }) => describeDetail(fact)).join(' or ');
  }
  return describeValue(detail as Value);
}

function describeGroupRule(rule: SecurityGroupRule): readonly string[] {
  const peer = rule.peer === undefined ? 'nobody' : `${rule.peerKind} ${describeValue(rule.peer)}`;
  return [rule.direction, word(rule.protocol), ports(rule.fromPort, rule.toPort), peer];
}

function describeAclEntry(entry: NetworkAclEntry): readonly string[] {
  return [
    `#${word(entry.number)}`,
    entry.direction,
    word(entry.action),
    `protocol ${word(entry.protocol)}`,
    ports(entry.fromPort, entry.toPort),
    word(entry.cidr),
  ];
}

function ports(from: Value | undefined, to: Value | undefined): string {
  return from === undefined && to === undefined ? 'all ports' : `${word(from)}-${word(to)}`;
}

function word(value: Value | undefined): string {
  return value === undefined ? 'nothing' : describeValue(value);
}

function of(value: Value | undefined): string {
  return value === undefined ? '' : `of ${describeValue(value)}`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
