import type { Text } from '../../model/text.ts';

/** Patterns of subjects by what they begin with, so that not every one is compared with every other. */
export interface SubjectIndex<T> {
  readonly byBeginning: ReadonlyMap<string, readonly T[]>;
  /** Beginnings in order. */
  readonly sorted: readonly string[];
}

/** `subject` is undefined for what any subject may have. */
export function subjectIndex<T extends { readonly subject: Text | undefined }>(all: readonly T[]): SubjectIndex<T> {
  const byBeginning = new Map<string, T[]>();
  for (const one of all) {
    const beginning = beginningOf(one.subject);
    const before = byBeginning.get(beginning);
    if (before === undefined) byBeginning.set(beginning, [one]);
    else before.push(one);
  }
  return { byBeginning, sorted: [...byBeginning.keys()].sort() };
}

/** Those of which one of the subjects may be: one begins as the other goes on. Undefined means any subject. */
export function candidatesFor<T>(
  { byBeginning, sorted }: SubjectIndex<T>,
  subjects: readonly (Text | undefined)[],
): ReadonlySet<T> {
  const found = new Set<T>();
  const add = (beginning: string) => {
    for (const one of byBeginning.get(beginning) ?? []) found.add(one);
  };
  for (const beginning of new Set(subjects.map(beginningOf))) {
    for (let length = 0; length < beginning.length; length += 1) add(beginning.slice(0, length));
    for (let at = firstFrom(sorted, beginning); sorted[at]?.startsWith(beginning) === true; at += 1)
      add(sorted[at] ?? '');
  }
  return found;
}

/** The letters before the first wildcard or hole, without regard to case, which some operators disregard. */
function beginningOf(subject: Text | undefined): string {
  const [first = ''] = subject ?? [];
  return typeof first === 'string' ? first.replace(/[*?][\s\S]*$/, '').toLowerCase() : '';
}

function firstFrom(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
