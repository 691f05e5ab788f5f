import { always, isAlways, or } from '../../../model/guard.ts';
import type { Connection, Hop, PortRange } from '../../../model/reach.ts';
import type { Family } from './address.ts';
import { widest } from './address.ts';
import { blockersOf, type Passed } from './packet-sets.ts';
import { joined, type Narrow, type Passage, type Stage } from './passage.ts';
import { intersect, type Ranges, rangesKey, sizeOf, unite } from './ranges.ts';
import type { Protocol } from './rule-traffic.ts';

/** What one evaluation of one family and protocol found. */
export interface Finding extends Passed {
  readonly family: Family;
  readonly protocol: Protocol;
  /** Only what is open to the internet at large counts. */
  readonly atLarge?: true;
}

/**
 * The answer out of all findings, for one port when it is given: open when something passes for sure, unknown when it
 * passes only with a doubt, else blocked by the components that stopped the first one.
 */
export function connectionOf(all: readonly Finding[], port?: number): Connection {
  const findings = port === undefined ? all : all.map((finding) => onPort(finding, port));
  const sure = findings.map((finding) => ({
    ...finding,
    passages: finding.passages.filter(({ doubt }) => doubt === undefined),
  }));
  if (sure.some(({ passages }) => passages.length > 0)) return open(sure);
  if (findings.some(({ passages }) => passages.length > 0)) return unclear(findings);
  const blockers = all.map((finding) => refusalsOf(finding, port)).find(({ length }) => length > 0) ?? [];
  const [blockedBy = { component: 'placement', because: 'nothing leads there' }, ...alsoBlockedBy] = blockers;
  const rest = alsoBlockedBy.length > 0 && { alsoBlockedBy };
  return { verdict: 'blocked', ports: [], guard: always, through: [], blockedBy, ...rest };
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
  if (wide.length > 0 || passages.length === 0) return { ...finding, passages: wide, atLarge: true };
  return {
    ...finding,
    passages: [],
    refusal: forCertainAddresses(passages, { component: 'security-group', because: 'the rules' }),
    atLarge: true,
  };
}

function forCertainAddresses(passages: readonly Passage[], otherwise: Hop): Hop {
  const hops = passages[0]?.hops ?? [];
  const rule = hops.findLast(({ component }) => component === 'security-group' || component === 'network-acl');
  const hop = rule ?? hops.at(-1) ?? otherwise;
  return { ...hop, because: `${hop.because}: certain addresses, not the internet at large` };
}

/** Only what passes on this port. */
function onPort(finding: Finding, port: number): Finding {
  return { ...finding, passages: narrowedTo(finding.passages, port) };
}

function narrowedTo(passages: readonly Passage[], port: number): readonly Passage[] {
  const ports = [{ from: port, end: port + 1 }];
  return passages.flatMap((passage) => {
    const there = intersect(passage.ports, ports);
    return there.length === 0 ? [] : [{ ...passage, ports: there }];
  });
}

/** The components that stop it, in the order of the way. */
function refusalsOf(finding: Finding, port: number | undefined): readonly Hop[] {
  const { stages, refusal, passages } = finding;
  if (stages === undefined) {
    if (refusal !== undefined || port === undefined) return refusal === undefined ? [] : [refusal];
    const last = passages[0]?.hops.at(-1);
    return last === undefined ? [] : [{ ...last, because: `${last.because}: not on port ${port}` }];
  }
  const narrow: Narrow = (all) => asked(finding, port, all);
  const found = blockersOf(stages(), narrow).map((stage) => refusalBy(stage, finding, port));
  return found.length > 0 || refusal === undefined ? found : [refusal];
}

/** Of passages those on the port, and at large where only that counts. */
function asked({ atLarge, family }: Finding, port: number | undefined, all: readonly Passage[]): readonly Passage[] {
  const there = port === undefined ? all : narrowedTo(all, port);
  return atLarge === true ? joined(there).filter(({ addresses }) => sizeOf(addresses) > widest[family]) : there;
}

/** What a component says when it stops what is asked about and lets other traffic pass. */
function refusalBy(stage: Stage, finding: Finding, port: number | undefined): Hop {
  const { passages, refusal, refusalOf } = stage;
  const known = refusalOf?.((all) => asked(finding, port, all));
  if (known !== undefined) return known;
  if (passages.length === 0 || asked(finding, port, passages).length > 0) return refusal;
  const there = port === undefined ? passages : narrowedTo(passages, port);
  if (there.length > 0) return forCertainAddresses(there, refusal);
  return { ...refusal, because: `${refusal.because} on port ${port}` };
}
