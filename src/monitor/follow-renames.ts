import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentElement } from '../model/document-system.ts';

/**
 * The earlier document with the ids of today: an element that is gone and one that is new are the same when the new one
 * was called so before (`moved:`), or both are known by the same construct path or physical name and are of one type.
 * Threats, paths, flows and mitigations name elements in their ids and follow them.
 */
export function followRenames(base: ThreatModelDocument, head: ThreatModelDocument): ThreatModelDocument {
  const renamed = renames(base.system.elements, head.system.elements);
  if (renamed.size === 0) return base;
  const oldIds = [...renamed.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const anyOld = new RegExp(`(?<![\\w/.-])(?:${oldIds.join('|')})(?![\\w/.-])`, 'g');
  return rewrite(base, (text) => text.replace(anyOld, (old) => renamed.get(old) ?? old)) as ThreatModelDocument;
}

/** Former id → id of today. */
function renames(before: readonly DocumentElement[], after: readonly DocumentElement[]): ReadonlyMap<string, string> {
  const there = new Set(after.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const byName = new Map<string, string>();
  for (const { id, type, aliases } of after) {
    if (known.has(id)) continue;
    for (const alias of aliases) byName.set(`${type} ${alias}`, id);
  }
  const result = new Map<string, string>();
  for (const { id, type, address, aliases } of before) {
    if (there.has(id)) continue;
    const today = [id, address, ...aliases].flatMap((name) => byName.get(`${type} ${name}`) ?? [])[0];
    if (today !== undefined) result.set(id, today);
  }
  return result;
}

function rewrite(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => rewrite(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item, change)]));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
