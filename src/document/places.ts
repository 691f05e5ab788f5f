import type { DocumentEvidence, DocumentSource } from '../model/document.ts';
import { describeGuard, type Guard, isAlways } from '../model/guard.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type { Evidence } from '../model/threat.ts';

/** `source` for a document, absent when the origin rests on no file of the user. */
export function sourceOf(origins: OriginTable, origin: Origin): { readonly source?: DocumentSource } {
  const source = origins.span(origin);
  return source === undefined ? {} : { source };
}

/** `guard` for a document, absent when it always holds. */
export function guardOf(guard: Guard | undefined): { readonly guard?: string } {
  return guard === undefined || isAlways(guard) ? {} : { guard: describeGuard(guard) };
}

export function evidenceOf(origins: OriginTable, evidence: Evidence): DocumentEvidence {
  return { note: evidence.note, ...sourceOf(origins, evidence.origin) };
}
