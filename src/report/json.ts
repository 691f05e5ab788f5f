import type { ThreatModelDocument } from '../model/document.ts';
import type { SystemDocument } from '../model/system-document.ts';

/**
 * The document as JSON: keys in the order in which the document has them, two spaces. Characters that a terminal would act on, or that
 * turn the direction of text, are written as escapes, so that printing it is safe and reading it gives the same values.
 */
export function renderJson(document: ThreatModelDocument | SystemDocument): string {
  return [...jsonChunks(document)].join('');
}

/** The same in pieces, for documents of a size that one string cannot hold. */
export function* jsonChunks(document: ThreatModelDocument | SystemDocument): Iterable<string> {
  yield* chunks(document, '', 3);
  yield '\n';
}

/** Lists and objects down to the given depth piece by piece, what is deeper at once. */
function* chunks(value: unknown, indent: string, depth: number): Iterable<string> {
  const isList = Array.isArray(value);
  const entries = depth > 0 && typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const present = entries.filter(([, own]) => own !== undefined);
  if (present.length === 0) {
    yield escapedJson(value).replaceAll('\n', `\n${indent}`);
    return;
  }
  let before = isList ? '[' : '{';
  for (const [key, own] of present) {
    yield `${before}\n${indent}  ${isList ? '' : `${escapedJson(key)}: `}`;
    yield* chunks(own, `${indent}  `, depth - 1);
    before = ',';
  }
  yield `\n${indent}${isList ? ']' : '}'}`;
}

/** As `JSON.stringify` with two spaces, with every control and format character escaped. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(unsafe, unicodeEscape);
}

/** What `JSON.stringify` leaves as it is: delete and the second set of controls, format characters, separators. */
const unsafe = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

function unicodeEscape(character: string): string {
  let escaped = '';
  for (let at = 0; at < character.length; at += 1) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
