import type { DocumentThreat, ThreatModelDocument } from '../model/document.ts';
import type { DocumentLevel } from '../model/document-evidence.ts';
import type { DocumentMitigation, DocumentPath } from '../model/document-paths.ts';

/** Levels from the highest down. */
export const levels: readonly DocumentLevel[] = ['critical', 'high', 'medium', 'low', 'info'];

/** What asks for action comes first. */
export const statuses: readonly DocumentThreat['status'][] = ['open', 'unknown', 'accepted', 'mitigated'];

/** Open threats first, then the highest risk; ties by rule and id, so that the order never depends on the input's. */
export function rankedThreats(threats: readonly DocumentThreat[]): readonly DocumentThreat[] {
  return threats.toSorted(
    (a, b) =>
      statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
      levels.indexOf(a.risk.level) - levels.indexOf(b.risk.level) ||
      b.risk.score - a.risk.score ||
      compare(a.rule, b.rule) ||
      compare(a.id, b.id),
  );
}

export function rankedPaths(paths: readonly DocumentPath[]): readonly DocumentPath[] {
  return paths.toSorted(
    (a, b) =>
      levels.indexOf(a.risk.level) - levels.indexOf(b.risk.level) ||
      b.risk.score - a.risk.score ||
      certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
      a.steps.length - b.steps.length ||
      compare(a.id, b.id),
  );
}

const certainties: readonly DocumentPath['certainty'][] = ['certain', 'conditional', 'weakness'];

/** What removes the most risk first, and of equals what takes the least effort. Changes that remove nothing are left out. */
export function rankedMitigations(mitigations: readonly DocumentMitigation[]): readonly DocumentMitigation[] {
  return mitigations
    .filter(({ removes }) => removes.risk > 0 || removes.paths.length > 0)
    .toSorted(
      (a, b) =>
        b.removes.risk - a.removes.risk ||
        b.removes.paths.length - a.removes.paths.length ||
        a.effort - b.effort ||
        compare(a.id, b.id),
    );
}

/** Threats that are alike: one rule, one status, one level, closed by the same change. Never empty. */
export interface ThreatGroup {
  readonly first: DocumentThreat;
  readonly threats: readonly DocumentThreat[];
}

/** A view for people: ids, acceptances and comparisons stay with the single threats. */
export function groupedThreats(document: ThreatModelDocument): readonly ThreatGroup[] {
  const mitigations = new Map(document.mitigations.map((mitigation) => [mitigation.id, mitigation]));
  const groups = new Map<string, { first: DocumentThreat; threats: DocumentThreat[] }>();
  for (const threat of rankedThreats(document.threats)) {
    const change = mitigations.get(threat.mitigations[0] ?? '')?.change;
    const key = JSON.stringify([threat.rule, threat.status, threat.risk.level, change?.property, change?.value]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: threat, threats: [threat] });
    else group.threats.push(threat);
  }
  return [...groups.values()];
}

/** Threats of a status for each level. */
export function countByLevel(
  threats: readonly DocumentThreat[],
  status: DocumentThreat['status'],
): Readonly<Record<DocumentLevel, number>> {
  const counts: Record<DocumentLevel, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const threat of threats) if (threat.status === status) counts[threat.risk.level] += 1;
  return counts;
}

/** Order of code units: the same everywhere, unlike that of a locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
