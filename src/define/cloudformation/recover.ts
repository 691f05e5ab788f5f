import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MappingEntry, ParsedDocument } from './node.ts';
import { parsePart } from './parse-part.ts';
import type { Part } from './part.ts';
import { splitMembers } from './split-members.ts';

/**
 * Reads what can be read of a broken file: its sections one by one, and the entries of a broken section one by one.
 * Every piece that fails keeps its own diagnostic; when none can be told apart, the error of the whole file remains.
 */
export function recover(part: Part, failed: Diagnostic): ParsedDocument {
  const entries = new Map<string, MappingEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const section of splitMembers(part)) {
    const read = parsePart(section);
    if (read.root?.kind === 'mapping') adopt(entries, read.root.entries, diagnostics, read.diagnostics);
    else if (read.failed !== undefined) readMembers(section, entries, diagnostics, read.failed);
  }
  const { file, origins } = part;
  if (entries.size === 0) return { file, diagnostics: [failed] };
  const origin = origins.source(file, 1, 1, part.text.split('\n').length);
  return {
    file,
    root: { kind: 'mapping', entries, origin },
    diagnostics: diagnostics.length > 0 ? diagnostics : [failed],
  };
}

function adopt(
  into: Map<string, MappingEntry>,
  from: ReadonlyMap<string, MappingEntry>,
  diagnostics: Diagnostic[],
  added: readonly Diagnostic[],
) {
  for (const [key, entry] of from) into.set(key, entry);
  diagnostics.push(...added);
}

/** A section of which a member is broken: the others are read alone. */
function readMembers(section: Part, into: Map<string, MappingEntry>, diagnostics: Diagnostic[], failed: Diagnostic) {
  const name = /^\s*\{?\s*"?([A-Za-z]+)"?\s*:/.exec(section.text)?.[1];
  const members = name === undefined ? [] : [...splitMembers(section, 1)];
  if (name === undefined || members.length === 0) {
    diagnostics.push(failed);
    return;
  }
  const entries = new Map<string, MappingEntry>();
  const before = diagnostics.length;
  for (const member of members) {
    const read = parsePart(member);
    if (read.root?.kind === 'mapping') adopt(entries, read.root.entries, diagnostics, read.diagnostics);
    else if (read.failed !== undefined) diagnostics.push(read.failed);
  }
  if (diagnostics.length === before) diagnostics.push(failed);
  const { file, origins, line } = section;
  const origin = origins.source(file, line, 1, line + section.text.split('\n').length - 1);
  into.set(name, { key: name, keyOrigin: origin, origin, value: { kind: 'mapping', entries, origin } });
}
