import type { AttackPath, ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import { literalOf } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { cheapestHittingSet } from './hitting-set.ts';

/** A change that takes entries out of a list: which of them a premise rests on, and the change for some of them. */
export interface Entries<T> {
  /** All of them must go for the premise to go; undefined when it does not rest on entries that may go. */
  usedBy(item: ProofItem): readonly T[] | undefined;
  /** Of two ways to cut a path, the one whose entries weigh less is taken. */
  weigh(entry: T): number;
  make(gone: ReadonlySet<T>): Change | undefined;
}

/** The change for every entry that a premise rests on; its lesser form takes out as few as still cut the paths. */
export function sparingChange<T>(items: readonly ProofItem[], entries: Entries<T>): Change | undefined {
  const all = entries.make(new Set(items.flatMap((item) => entries.usedBy(item) ?? [])));
  return (
    all && { ...all, lesser: (paths: readonly AttackPath[]) => entries.make(fewestEntries(paths, entries)) ?? all }
  );
}

function fewestEntries<T>(paths: readonly AttackPath[], { usedBy, weigh }: Entries<T>): ReadonlySet<T> {
  const groups: (readonly T[])[] = [];
  const numberOf = (group: readonly T[]): number => {
    const same = groups.findIndex((one) => one.length === group.length && one.every((entry) => group.includes(entry)));
    return same >= 0 ? same : groups.push(group) - 1;
  };
  const groupOf = (item: ProofItem): readonly number[] => {
    const used = usedBy(item) ?? [];
    return used.length === 0 ? [] : [numberOf(used)];
  };
  const sets = paths.map(({ steps }) => [...new Set(steps.flatMap(({ instance }) => instance.proof.flatMap(groupOf)))]);
  const costs = groups.map((group) => group.reduce((sum, entry) => sum + weigh(entry), 0));
  const chosen = cheapestHittingSet({ costs, sets: sets.filter((set) => set.length > 0), forbidden: [] })?.chosen ?? [];
  return new Set(chosen.flatMap((at) => groups[at] ?? []));
}

/** Rights over identities weigh less than others: what gives them away is seldom what work is done with. */
export function weighAction(entry: Value): number {
  const action = literalOf(textOf(entry) ?? []) ?? '';
  return /^(iam|sts):/i.test(action) ? 2 : 3;
}
