import type { Redaction } from '../catalog/redact-secrets.ts';
import { type Guard, isAlways } from '../model/guard.ts';
import type { Origin, OriginTable } from '../model/origin.ts';
import type {
  DocumentGuard,
  DocumentPlace,
  DocumentReference,
  DocumentText,
  DocumentValue,
} from '../model/system-document.ts';
import type { Hole, Text } from '../model/text.ts';
import type { Reference, Value } from '../model/value.ts';

/** What writing a value needs beside it. */
export interface Encoding {
  readonly origins: OriginTable;
  readonly redaction: Redaction;
  /** Values that hold a secret in clear, by their origin. */
  readonly secrets: ReadonlySet<Origin>;
}

/** A resolved value as the system document has it. `define/system-document/decode-value.ts` reads it back. */
export function encodeValue(value: Value, to: Encoding): DocumentValue {
  const at = placeOf(value.origin, to.origins);
  const made = { ...refsOf(value), ...(value.defaults !== undefined && { defaults: value.defaults }) };
  const exact = to.secrets.has(value.origin);
  switch (value.kind) {
    case 'literal': {
      const plain = typeof value.value === 'string' ? to.redaction.redact(value.value, exact) : value.value;
      const hidden = exact && typeof value.value === 'number' ? to.redaction.redact(String(value.value), true) : plain;
      return { kind: 'literal', value: hidden, at, ...made };
    }
    case 'text':
      return { kind: 'text', text: encodeText(value.text, to.redaction, exact), at, ...made };
    case 'list':
      return { kind: 'list', items: value.items.map((item) => encodeValue(item, to)), at, ...openOf(value.open) };
    case 'map': {
      const entries = [...value.entries].map(([key, entry]) => [key, encodeValue(entry, to)] as const);
      return { kind: 'map', entries: Object.fromEntries(entries), at, ...openOf(value.open) };
    }
    case 'choice': {
      const options = value.options.map((option) => ({
        guard: encodeGuard(option.guard, to.redaction),
        value: encodeValue(option.value, to),
      }));
      return { kind: 'choice', options, at };
    }
    case 'unknown': {
      const { symbol, kind, settledBy } = value.hole;
      return { kind: 'unknown', hole: symbol, holeKind: kind, settledBy, at, ...made };
    }
    case 'absent':
      return { kind: 'absent', at };
  }
}

export function encodeText(value: Text, redaction: Redaction, exact = false): DocumentText {
  const parts = value.map((part) => (typeof part === 'string' ? redaction.redact(part, exact) : encodeHole(part)));
  const [only] = parts;
  if (parts.length === 0) return '';
  return parts.length === 1 && typeof only === 'string' ? only : parts;
}

/** Absent when it always holds. */
export function optionalGuard(guard: Guard, redaction: Redaction): { readonly guard?: DocumentGuard } {
  return isAlways(guard) ? {} : { guard: encodeGuard(guard, redaction) };
}

function encodeGuard(guard: Guard, redaction: Redaction): DocumentGuard {
  return guard.map((clause) =>
    clause.map((literal) => ({ ...literal, value: redaction.redact(literal.value, false) })),
  );
}

function encodeHole({ symbol, kind, settledBy }: Hole) {
  return { hole: symbol, kind, settledBy };
}

function openOf(open: Hole | undefined) {
  return open === undefined ? {} : { open: encodeHole(open) };
}

function refsOf(value: Value): { readonly refs?: readonly DocumentReference[] } {
  const refs: readonly Reference[] | undefined = 'refs' in value ? value.refs : undefined;
  return refs === undefined || refs.length === 0
    ? {}
    : { refs: refs.map(({ resource, attribute }): DocumentReference => [resource, attribute]) };
}

function placeOf(origin: Origin, origins: OriginTable): DocumentPlace {
  const span = origins.span(origin);
  return span === undefined ? ['', 0, 0, 0] : [span.file, span.line, span.column, span.endLine];
}
