import { parseEvents, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { compose } from './compose.ts';
import { MOST_NESTING, type ParsedPart, type Part } from './part.ts';

/** Parses a piece of a file that can stand alone. */
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
