import type { OriginTable } from '../../model/origin.ts';
import type { ParsedDocument } from './node.ts';
import { parsePart } from './parse-part.ts';
import type { Part } from './part.ts';
import { readInPieces, recover } from './recover.ts';

/** Characters from which on a file is read in pieces: what the parser keeps besides would be several times as much. */
const LARGE = 2_000_000;

/**
 * Reads YAML or JSON into nodes that know their place. Scalars follow what CloudFormation does with YAML 1.1 as far as
 * templates rely on it: `yes` and `2012-10-17` stay strings, numbers that would print otherwise (`8.0`, `007`) too.
 * A syntax error is a diagnostic with line and column, and the parts of the file that can be read alone still are.
 */
export function parseDocument(file: string, text: string, origins: OriginTable): ParsedDocument {
  const whole: Part = {
    file,
    text: text.startsWith('\uFEFF') ? text.slice(1) : text,
    line: 1,
    column: 1,
    origins,
    strings: new Map(),
  };
  const pieces = whole.text.length > LARGE ? readInPieces(whole) : undefined;
  if (pieces !== undefined) return pieces;
  const { failed, ...document } = parsePart(whole);
  return failed === undefined ? { file, ...document } : recover(whole, failed);
}
