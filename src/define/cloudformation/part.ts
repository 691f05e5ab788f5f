import type { Diagnostic } from '../../model/diagnostic.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { ParsedDocument } from './node.ts';

/** Collections inside each other beyond this are refused; AWS's own templates stay below 40. */
export const MOST_NESTING = 150;

/** A piece of a file and where it starts. */
export interface Part {
  readonly file: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly origins: OriginTable;
  /** Short strings of the file, once each: keys and types repeat in every resource. */
  readonly strings: Map<string, string>;
}

export interface ParsedPart extends Omit<ParsedDocument, 'file'> {
  /** The syntax error; nothing else is given then. */
  readonly failed?: Diagnostic;
}
