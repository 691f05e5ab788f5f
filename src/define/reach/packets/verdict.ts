import { always, isAlways, or } from '../../../model/guard.ts';
import type { Connection, Hop, PortRange } from '../../../model/questions.ts';
import type { Family } from './address.ts';
import { widest } from './address.ts';
import { joined, type Passage } from './passage.ts';
import { intersect, type Ranges, rangesKey, sizeOf, unite } from './ranges.ts';
import type { Protocol } from './rule-traffic.ts';

/** What one evaluation of one family and protocol found. */
export interface Finding {
  readonly family: Family;
  readonly protocol: Protocol;
  readonly passages: readonly Passage[];
  readonly refusal?: Hop;
}

/**
 * The answer out of all findings: open when something passes for sure, unknown when it passes only with a doubt, else
 * blocked by the component that stopped the first one.
 */
export function connectionOf(findings: readonly Finding[]): Connection {
  const sure = findings.map((finding) => ({
    ...finding,
    passages: finding.passages.filter(({ doubt }) => doubt === undefined),
  }));
  if (sure.some(({ passages }) => passages.length > 0)) return open(sure);
  if (findings.some(({ passages }) => passages.length > 0)) return unclear(findings);
  const refusal = findings.find((finding) => finding.refusal !== undefined)?.refusal;
  return blocked(refusal ?? { component: 'placement', because: 'nothing leads there' });
}

function blocked(by: Hop): Connection {
  return { verdict: 'blocked', ports: [], guard: always, through: [], blockedBy: by };
}

function open(findings: readonly Finding[]): Connection {
  const passages = findings.flatMap((finding) => finding.passages);
  const best = passages.find(({ guard }) => isAlways(guard)) ?? passages[0];
  return {
    verdict: 'open',
    ports: portsIn(findings),
    guard: or(...passages.map(({ guard }) => guard)),
    through: best?.hops ?? [],
  };
}

function unclear(findings: readonly Finding[]): Connection {
  const passages = findings.flatMap((finding) => finding.passages);
  const [first] = passages;
  return {
    verdict: 'unknown',
    ports: portsIn(findings),
    guard: or(...passages.map(({ guard }) => guard)),
    through: first?.hops ?? [],
    ...(first?.doubt !== undefined && { settledBy: first.doubt }),
  };
}

/** Inclusive ranges by protocol; both protocols on every port are `all`. */
export function portsOf(
  sets: readonly { readonly protocol: Protocol; readonly ports: Ranges<number> }[],
): readonly PortRange[] {
  const of = (protocol: Protocol) =>
    unite(...sets.filter((one) => one.protocol === protocol).map(({ ports }) => ports));
  const tcp = of('tcp');
  const udp = of('udp');
  if (rangesKey(tcp) === '0-65536' && rangesKey(udp) === '0-65536') return [{ protocol: 'all', from: 0, to: 65535 }];
  const ranges = (protocol: Protocol, ports: typeof tcp) =>
    ports.map(({ from, end }): PortRange => ({ protocol, from, to: end - 1 }));
  return [...ranges('tcp', tcp), ...ranges('udp', udp), ...ranges('icmp', of('icmp'))];
}

function portsIn(findings: readonly Finding[]): readonly PortRange[] {
  return portsOf(findings.flatMap(({ protocol, passages }) => passages.map(({ ports }) => ({ protocol, ports }))));
}

/**
 * Of what passes from the internet, that which is open to the internet at large; when only certain addresses pass, a
 * refusal that says so.
 */
export function atLarge(finding: Finding): Finding {
  const { passages, family } = finding;
  const wide = joined(passages).filter((passage) => sizeOf(passage.addresses) > widest[family]);
  if (wide.length > 0 || passages.length === 0) return { ...finding, passages: wide };
  const rule = passages[0]?.hops.findLast(
    (hop) => hop.component === 'security-group' || hop.component === 'network-acl',
  );
  const because = `${rule?.because ?? 'the rules'}: certain addresses, not the internet at large`;
  return { ...finding, passages: [], refusal: { ...(rule ?? { component: 'security-group' }), because } };
}

/** Only what passes on this port; everything when none is given. */
export function onPort(findings: readonly Finding[], port: number | undefined): readonly Finding[] {
  if (port === undefined) return findings;
  const ports = [{ from: port, end: port + 1 }];
  return findings.map((finding) => {
    const passages = finding.passages.flatMap((passage) => {
      const there = intersect(passage.ports, ports);
      return there.length === 0 ? [] : [{ ...passage, ports: there }];
    });
    if (passages.length > 0 || finding.passages.length === 0) return { ...finding, passages };
    const hop = finding.passages[0]?.hops.findLast(({ component }) => component === 'security-group');
    const because = `port ${port} is not open`;
    return { ...finding, passages, refusal: { ...(hop ?? { component: 'security-group' }), because } };
  });
}
