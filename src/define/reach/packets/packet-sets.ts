import { and, type Guard, isPossible, not } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import { allPorts, meet, type Narrow, type Passage, type Stage } from './passage.ts';
import { intersect, type Ranges, subtract } from './ranges.ts';

/** An entry of a list in which the first match decides, as packets: of a network ACL, of a route table. */
export interface Decided {
  readonly ports: Ranges<number>;
  readonly addresses: Ranges<bigint>;
  readonly guard: Guard;
  /** What passes by this entry; undefined when it takes packets away from later ones and lets none pass. */
  readonly hops?: readonly Hop[];
  /** Set when it cannot be told whether the entry matches, or what it decides. */
  readonly doubt?: string;
}

/** The disjoint sets of packets that a list lets pass, in the order of its entries; what no entry matches does not pass. */
export function decide(entries: readonly Decided[], addresses: Ranges<bigint>): readonly Passage[] {
  const result: Passage[] = [];
  let open: readonly Passage[] = undecided(addresses);
  for (const entry of entries) {
    if (open.length === 0) break;
    const { hops } = entry;
    if (hops !== undefined) result.push(...meet(open, [{ ...entry, hops }]));
    // Where an allowing entry only may match, the later ones still count.
    if (hops === undefined || entry.doubt === undefined) open = afterwards(open, entry);
  }
  return result;
}

/** All packets to these addresses, before any entry decides. */
export function undecided(addresses: Ranges<bigint>): readonly Passage[] {
  return [{ ports: allPorts, addresses, guard: [[]], hops: [] }];
}

/** What an entry leaves to later ones. */
export function afterwards(open: readonly Passage[], entry: Decided): readonly Passage[] {
  return open.flatMap((part): readonly Passage[] => {
    const ports = intersect(part.ports, entry.ports);
    const addresses = intersect(part.addresses, entry.addresses);
    if (ports.length === 0 || addresses.length === 0) return [part];
    const left: Passage[] = [];
    const otherPorts = subtract(part.ports, entry.ports);
    if (otherPorts.length > 0) left.push({ ...part, ports: otherPorts });
    const otherAddresses = subtract(part.addresses, entry.addresses);
    if (otherAddresses.length > 0) left.push({ ...part, ports, addresses: otherAddresses });
    if (entry.doubt !== undefined) return [...left, { ...part, ports, addresses, doubt: part.doubt ?? entry.doubt }];
    const guard = and(part.guard, not(entry.guard));
    return isPossible(guard) ? [...left, { ...part, ports, addresses, guard }] : left;
  });
}

/** What passes, or the component that lets nothing pass. */
export interface Passed {
  readonly passages: readonly Passage[];
  readonly refusal?: Hop;
  /** The components in the order of the way, for questions about a part of the traffic. */
  readonly stages?: () => readonly Stage[];
}

/** What passes all stages, or the refusal of the first on the way that leaves nothing. */
export function throughAll(stages: readonly (() => Stage)[]): Passed {
  let passages: readonly Passage[] | undefined;
  const all = () => stages.map((stage) => stage());
  for (const stage of stages) {
    const next = stage();
    passages = passages === undefined ? next.passages : meet(passages, next.passages);
    if (passages.length === 0) return { passages, refusal: next.refusal, stages: all };
  }
  return { passages: passages ?? [], stages: all };
}

/** The first component on the way that leaves nothing of what is asked about, and those behind it that would stop it alone. */
export function blockersOf(stages: readonly Stage[], narrow: Narrow): readonly Stage[] {
  let passages: readonly Passage[] | undefined;
  const blockers: Stage[] = [];
  for (const stage of stages) {
    if (blockers.length === 0) passages = passages === undefined ? stage.passages : meet(passages, stage.passages);
    const left = blockers.length === 0 ? (passages ?? []) : stage.passages;
    if (narrow(left).length === 0) blockers.push(stage);
  }
  return blockers;
}
