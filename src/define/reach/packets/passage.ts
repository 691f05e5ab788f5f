import { and, type Guard, guardKey, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import { intersect, type Ranges, rangesKey, unite } from './ranges.ts';

/**
 * Traffic that a component lets pass: to these ports, with these addresses on the other side, under this guard. With a
 * doubt it passes only if the input that the doubt names says so. One protocol and one address family at a time.
 */
export interface Passage {
  readonly ports: Ranges<number>;
  readonly addresses: Ranges<bigint>;
  readonly guard: Guard;
  readonly hops: readonly Hop[];
  readonly doubt?: string;
}

/** What a component lets pass, and what to say when that is nothing. */
export interface Stage {
  readonly passages: readonly Passage[];
  readonly refusal: Hop;
  /** What stops that part of the traffic, where several components stand behind this one. */
  readonly refusalOf?: RefusalOf;
}

/** Of passages those that a question is about: to one port, or open to the internet at large. */
export type Narrow = (passages: readonly Passage[]) => readonly Passage[];

/** The component that stops what a question is about; undefined when none is known to. */
export type RefusalOf = (narrow: Narrow) => Hop | undefined;

export const allPorts: Ranges<number> = [{ from: 0, end: 65536 }];

/** What passes both components, one after the other. */
export function meet(left: readonly Passage[], right: readonly Passage[]): readonly Passage[] {
  return left.flatMap((a) =>
    right.flatMap((b): readonly Passage[] => {
      const ports = intersect(a.ports, b.ports);
      const addresses = intersect(a.addresses, b.addresses);
      const guard = and(a.guard, b.guard);
      if (ports.length === 0 || addresses.length === 0 || !isPossible(guard)) return [];
      const doubt = a.doubt ?? b.doubt;
      return [{ ports, addresses, guard, hops: [...a.hops, ...b.hops], ...(doubt !== undefined && { doubt }) }];
    }),
  );
}

/** The same passages under a further guard. */
export function under(passages: readonly Passage[], guard: Guard): readonly Passage[] {
  return passages.flatMap((passage) => {
    const both = and(passage.guard, guard);
    return isPossible(both) ? [{ ...passage, guard: both }] : [];
  });
}

/** Passages that differ only in their addresses, as one: many rules with one range each are a rule with many ranges. */
export function joined(passages: readonly Passage[]): readonly Passage[] {
  const groups = new Map<string, Passage>();
  for (const passage of passages) {
    const key = `${rangesKey(passage.ports)} ${guardKey(passage.guard)} ${passage.doubt ?? ''}`;
    const other = groups.get(key);
    groups.set(
      key,
      other === undefined
        ? passage
        : {
            ...other,
            addresses: unite(other.addresses, passage.addresses),
            hops: [...other.hops, ...passage.hops.filter((hop) => !other.hops.some((same) => equalHops(same, hop)))],
          },
    );
  }
  return [...groups.values()];
}

function equalHops(left: Hop, right: Hop): boolean {
  return left.because === right.because && left.origin === right.origin;
}
