import { type Reader, readIdentifier, take } from './reader.ts';

/** `<<-`: the indentation that all lines share is dropped. */
export function isFlushMarker(text: string, start: number): boolean {
  return text[start + 2] === '-';
}

/**
 * Reads `<<MARKER` with its line and finds the line that holds the marker alone: `end` is where that line starts, `after`
 * where the marker ends. Undefined when there is none. Leaves the reader at the first line of the content.
 */
export function readHeredocEnd(reader: Reader): { readonly end: number; readonly after: number } | undefined {
  const { text } = reader;
  take(reader, '<<');
  take(reader, '-');
  const marker = readIdentifier(reader);
  const firstBreak = text.indexOf('\n', reader.at);
  if (marker === undefined || firstBreak < 0 || text.slice(reader.at, firstBreak).trim() !== '') return undefined;
  reader.at = firstBreak + 1;
  for (let line = reader.at; line < text.length; ) {
    const next: number = text.indexOf('\n', line);
    const lineEnd: number = next < 0 ? text.length : next;
    const content: string = lineEnd - line > marker.length + 200 ? '' : text.slice(line, lineEnd);
    if (content.trim() === marker) return { end: line, after: line + content.indexOf(marker) + marker.length };
    line = lineEnd + 1;
  }
  return undefined;
}

/** Drops the indentation that all lines share; lines of blanks do not count, one that starts with a value has none. */
export function withoutIndent(pieces: readonly ({ kind: 'text'; text: string } | { readonly kind: string })[]): void {
  const starts: { kind: 'text'; text: string }[] = [];
  let least = Number.POSITIVE_INFINITY;
  let lineStart = true;
  for (const piece of pieces) {
    const literal = 'text' in piece ? piece : undefined;
    if (lineStart) {
      const indent = literal === undefined ? 0 : literal.text.length - literal.text.trimStart().length;
      const blank = literal !== undefined && literal.text.trim() === '' && literal.text.endsWith('\n');
      if (!blank) least = Math.min(least, indent);
      if (!blank && literal !== undefined) starts.push(literal);
    }
    lineStart = literal?.text.endsWith('\n') === true;
  }
  for (const literal of starts) literal.text = literal.text.slice(least);
}
