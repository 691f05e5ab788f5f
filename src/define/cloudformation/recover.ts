import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MappingEntry, ParsedDocument } from './node.ts';
import { parsePart } from './parse-part.ts';
import type { Part } from './part.ts';
import { type Split, type SplitOptions, splitMembers, splitsFor } from './split-members.ts';

/** Sections longer than this are read member by member even when nothing is broken. */
const LONG = 1_000_000;
/** Characters of a piece, where pieces are made to save memory. */
const PIECE = 200_000;

/**
 * Reads what can be read of a broken file: its sections one by one, and the entries of a broken section one by one.
 * Every piece that fails keeps its own diagnostic; when none can be told apart, the error of the whole file remains.
 */
export function recover(part: Part, failed: Diagnostic): ParsedDocument {
  let best: Pieces | undefined;
  for (const by of splitsFor(part.text)) {
    const pieces = readPieces(part, by, 0);
    if (best === undefined || sizeOf(pieces) > sizeOf(best)) best = pieces;
  }
  if (best === undefined || best.entries.size === 0) return { file: part.file, diagnostics: [failed] };
  return documentOf(part, best.entries, best.diagnostics.length > 0 ? best.diagnostics : [failed]);
}

/** How well cutting went: resources that have a type, far before anything else. */
function sizeOf({ entries }: Pieces): number {
  const resources = entries.get('Resources')?.value;
  if (resources?.kind !== 'mapping') return Math.min(entries.size, 1);
  let size = 1;
  for (const { value } of resources.entries.values())
    if (value.kind === 'mapping' && value.entries.has('Type')) size += 1;
  return size;
}

/**
 * Reads a large file in pieces, so that what the parser needs besides is small; undefined when the pieces do not stand
 * alone (aliases, errors, unusual layout) and the file must be read as a whole.
 */
export function readInPieces(part: Part): ParsedDocument | undefined {
  const { entries, diagnostics, broken } = readPieces(part, splitsFor(part.text)[0], PIECE);
  if (broken || entries.size === 0 || diagnostics.some((one) => one.code === 'unknown-alias')) return undefined;
  return documentOf(part, entries, diagnostics);
}

function documentOf(part: Part, entries: ReadonlyMap<string, MappingEntry>, diagnostics: readonly Diagnostic[]) {
  const origin = part.origins.source(part.file, part.line, part.column, lastLineOf(part));
  return { file: part.file, root: { kind: 'mapping', entries, origin }, diagnostics } as const;
}

interface Pieces {
  readonly entries: Map<string, MappingEntry>;
  readonly diagnostics: Diagnostic[];
  broken: boolean;
}

function readPieces(part: Part, by: Split, smallest: number): Pieces {
  const pieces: Pieces = { entries: new Map(), diagnostics: [], broken: false };
  for (const section of splitMembers(part, { by, level: 0, smallest: 0 })) {
    if (section.text.length > LONG && readMembers(section, pieces, { by, level: 1, smallest })) continue;
    const read = parsePart(section);
    if (read.root?.kind === 'mapping') adopt(read.root.entries, read.diagnostics, pieces, section);
    else if (read.failed !== undefined && !readMembers(section, pieces, { by, level: 1, smallest })) {
      pieces.broken = true;
      pieces.diagnostics.push(read.failed);
    }
  }
  return pieces;
}

/** The members of a section one by one; false when it is a list, or they cannot be told apart, or all of them fail. */
function readMembers(section: Part, into: Pieces, options: SplitOptions): boolean {
  const name = /^\s*\{?\s*"?([A-Za-z]+)"?\s*:(?!\s*(?:\[|-\s))/.exec(section.text)?.[1];
  const members = name === undefined ? [] : splitMembers(section, options);
  if (name === undefined || members.length === 0) return false;
  const pieces: Pieces = { entries: new Map(), diagnostics: [], broken: false };
  for (const member of members) {
    const read = parsePart(member);
    if (read.root?.kind === 'mapping') adopt(read.root.entries, read.diagnostics, pieces, member);
    else if (read.failed !== undefined) {
      pieces.broken = true;
      pieces.diagnostics.push(read.failed);
    }
  }
  if (pieces.entries.size === 0) return false;
  const origin = section.origins.source(section.file, section.line, section.column, lastLineOf(section));
  const value = { kind: 'mapping', entries: pieces.entries, origin } as const;
  adopt(new Map([[name, { key: name, keyOrigin: origin, origin, value }]]), pieces.diagnostics, into, section);
  into.broken ||= pieces.broken;
  return true;
}

function adopt(from: ReadonlyMap<string, MappingEntry>, added: readonly Diagnostic[], into: Pieces, part: Part) {
  for (const [key, entry] of from) {
    if (into.entries.delete(key)) {
      const span = part.origins.span(entry.keyOrigin);
      const source = span ?? { file: part.file, line: part.line, column: part.column, endLine: part.line };
      const message = `the key ${key} stands twice in one mapping; the last one is used, remove the other`;
      into.diagnostics.push({ level: 'error', code: 'duplicate-key', message, source });
    }
    into.entries.set(key, entry);
  }
  into.diagnostics.push(...added);
}

function lastLineOf(part: Part): number {
  let line = part.line;
  for (let at = part.text.indexOf('\n'); at >= 0 && at < part.text.length - 1; at = part.text.indexOf('\n', at + 1))
    line += 1;
  return line;
}
