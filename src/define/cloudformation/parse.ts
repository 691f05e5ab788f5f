import { parseEvents, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable } from '../../model/origin.ts';
import { compose } from './compose.ts';
import type { ParsedDocument } from './node.ts';
import { recover } from './recover.ts';

/** Collections inside each other beyond this are refused; AWS's own templates stay below 40. */
export const MOST_NESTING = 150;

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

/** A piece of a file and where it starts. */
export interface Part {
  readonly file: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly origins: OriginTable;
}

export interface ParsedPart extends Omit<ParsedDocument, 'file'> {
  /** The syntax error; nothing else is given then. */
  readonly failed?: Diagnostic;
}

export function parsePart(part: Part): ParsedPart {
  try {
    const events = parseEvents(part.text, { maxDepth: MOST_NESTING });
    return compose(events, part);
  } catch (error) {
    return { diagnostics: [], failed: syntaxError(part, error) };
  }
}

function syntaxError(part: Part, error: unknown): Diagnostic {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const line = part.line + (mark?.line ?? 0);
  const column = (mark?.column ?? 0) + (mark === undefined || mark.line === 0 ? part.column : 1);
  const reason = error instanceof YAMLException ? error.reason : 'cannot be read';
  const deep = reason.startsWith('nesting exceeded');
  return {
    level: 'error',
    code: deep ? 'too-deep' : 'yaml-syntax',
    message: deep
      ? `nested deeper than ${MOST_NESTING} levels; flatten it`
      : `syntax error: ${reason}; correct it so that the whole file can be read`,
    source: { file: part.file, line, column, endLine: line },
  };
}
