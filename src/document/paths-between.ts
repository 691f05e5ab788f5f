import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentPath } from '../model/document-paths.ts';

/** The paths of a document that start and end where asked. */
export function pathsBetween(
  document: ThreatModelDocument,
  ends: { readonly from?: string; readonly to?: string },
): readonly DocumentPath[] {
  const idsOf = (name: string) =>
    document.system.elements
      .filter(({ id, address, name: own }) => [id, address, own].includes(name))
      .map(({ id }) => id);
  const starts = ends.from === undefined ? undefined : new Set([ends.from, ...idsOf(ends.from)]);
  const targets = ends.to === undefined ? undefined : new Set([ends.to, ...idsOf(ends.to)]);
  return document.attackPaths.filter(({ attacker, entry, target, alike = [] }) => {
    const begins =
      starts === undefined ||
      starts.has(attacker) ||
      starts.has(entry) ||
      starts.has(attacker.slice(attacker.indexOf(':') + 1));
    return begins && (targets === undefined || [target, ...alike].some((one) => targets.has(one)));
  });
}
