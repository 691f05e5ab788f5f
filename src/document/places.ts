import type { DocumentEvidence, DocumentSource } from '../model/document-evidence.ts';
import { describeGuard, type Guard, isAlways } from '../model/guard.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type { Evidence } from '../model/threat.ts';

interface Placed {
  readonly source?: DocumentSource;
}

/** Places by origin: many facts and threats of a resource rest on the same one, and share its object. */
const placed = new WeakMap<OriginTable, Map<Origin, Placed>>();

/** `source` for a document, absent when the origin rests on no file of the user. */
export function sourceOf(origins: OriginTable, origin: Origin): Placed {
  const known = placed.get(origins) ?? new Map<Origin, Placed>();
  if (known.size === 0) placed.set(origins, known);
  const before = known.get(origin);
  if (before !== undefined) return before;
  const source = origins.span(origin);
  const result = source === undefined ? {} : { source };
  known.set(origin, result);
  return result;
}

/** `guard` for a document, absent when it always holds. */
export function guardOf(guard: Guard | undefined): { readonly guard?: string } {
  return guard === undefined || isAlways(guard) ? {} : { guard: describeGuard(guard) };
}

export function evidenceOf(origins: OriginTable, evidence: Evidence): DocumentEvidence {
  return { note: evidence.note, ...sourceOf(origins, evidence.origin) };
}
