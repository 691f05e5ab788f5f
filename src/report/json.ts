import type { SystemDocument, ThreatModelDocument } from '../model/document.ts';

/**
 * The document as JSON: keys in the order of the type, two spaces. Characters that a terminal would act on, or that
 * turn the direction of text, are written as escapes, so that printing it is safe and reading it gives the same values.
 */
export function renderJson(document: ThreatModelDocument | SystemDocument): string {
  return `${escapedJson(document)}\n`;
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
