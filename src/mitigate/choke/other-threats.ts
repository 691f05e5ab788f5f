import type { ThreatId } from '../../model/id.ts';

/**
 * Threats that are there in one model and not in the other. What a rule says of an element under another key before and after, as of a
 * statement that lost one of its actions, is neither closed nor new.
 */
export function otherThreats(
  before: ReadonlyMap<ThreatId, number>,
  after: ReadonlyMap<ThreatId, number>,
): { readonly closes: readonly ThreatId[]; readonly opens: readonly ThreatId[] } {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const come = [...after.keys()].filter((id) => !before.has(id));
  return { closes: unpaired(gone, come), opens: unpaired(come, gone) };
}

/** As many as there are more of one rule and element than among the others; the last of them. */
function unpaired(some: readonly ThreatId[], others: readonly ThreatId[]): readonly ThreatId[] {
  const left = new Map<string, number>();
  for (const id of others) left.set(subjectOf(id), (left.get(subjectOf(id)) ?? 0) + 1);
  return some.filter((id) => {
    const paired = left.get(subjectOf(id)) ?? 0;
    left.set(subjectOf(id), paired - 1);
    return paired <= 0;
  });
}

/** Rule and element, without the key. */
function subjectOf(id: ThreatId): string {
  return id.split('#')[0] ?? id;
}
