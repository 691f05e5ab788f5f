import { allPorts, meet, type Passage } from '../../../src/define/reach/packets/passage.ts';
import { intersect, type Ranges, subtract } from '../../../src/define/reach/packets/ranges.ts';
import { and, type Guard, isPossible, not } from '../../../src/model/guard.ts';
import type { Hop } from '../../../src/model/reach.ts';

/** An entry of a list in which the first match decides: an entry of a network ACL, a route. */
export interface Entry {
  readonly ports: Ranges<number>;
  readonly addresses: Ranges<bigint>;
  readonly guard: Guard;
  /** What passes where this entry decides; undefined when nothing does. */
  readonly hops?: readonly Hop[];
  /** Set when it cannot be told whether the entry matches, or what it decides. */
  readonly doubt?: string;
}

/** What passes a list of entries in their order; traffic that no entry matches does not pass. */
export function firstMatch(entries: readonly Entry[], addresses: Ranges<bigint>): readonly Passage[] {
  const result: Passage[] = [];
  let rest: readonly Passage[] = [{ ports: allPorts, addresses, guard: [[]], hops: [] }];
  for (const entry of entries) {
    if (rest.length === 0) break;
    if (entry.hops !== undefined) {
      const matched = meet(rest, [{ ...entry, hops: entry.hops }]);
      result.push(...matched);
      // Where an entry only may match, the later ones still count.
      if (entry.doubt !== undefined) continue;
      rest = rest.flatMap((part) => without(part, entry));
    } else rest = rest.flatMap((part) => without(part, entry));
  }
  return result;
}

/** What is left of a part for later entries. */
function without(part: Passage, entry: Entry): readonly Passage[] {
  const ports = intersect(part.ports, entry.ports);
  const addresses = intersect(part.addresses, entry.addresses);
  if (ports.length === 0 || addresses.length === 0) return [part];
  const otherPorts = subtract(part.ports, entry.ports);
  const otherAddresses = subtract(part.addresses, entry.addresses);
  const result: Passage[] = [];
  if (otherPorts.length > 0) result.push({ ...part, ports: otherPorts });
  if (otherAddresses.length > 0) result.push({ ...part, ports, addresses: otherAddresses });
  if (entry.doubt !== undefined) return [...result, { ...part, ports, addresses, doubt: part.doubt ?? entry.doubt }];
  const otherwise = and(part.guard, not(entry.guard));
  if (isPossible(otherwise)) result.push({ ...part, ports, addresses, guard: otherwise });
  return result;
}
