import type { OriginTable } from '../../model/origin.ts';
import type { ParsedDocument } from './node.ts';
import { parsePart } from './parse-part.ts';
import { recover } from './recover.ts';

/**
 * Reads YAML or JSON into nodes that know their place. Scalars follow what CloudFormation does with YAML 1.1 as far as
 * templates rely on it: `yes` and `2012-10-17` stay strings, numbers that would print otherwise (`8.0`, `007`) too.
 * A syntax error is a diagnostic with line and column, and the parts of the file that can be read alone still are.
 */
export function parseDocument(file: string, text: string, origins: OriginTable): ParsedDocument {
  const whole = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const attempt = parsePart({ file, text: whole, line: 1, column: 1, origins });
  if (attempt.failed === undefined) return { file, ...attempt };
  return recover({ file, text: whole, line: 1, column: 1, origins }, attempt.failed);
}
