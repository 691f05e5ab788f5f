import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { OriginTable } from '../../../model/origin.ts';
import { openReader, readExpression } from './parse-expression.ts';
import { fail, placeOf, type Reader, readIdentifier, skip } from './reader.ts';
import type { AcceptanceComment, Attribute, Block, Body } from './syntax.ts';

export interface ParsedBody {
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
}

/** Blocks may stand in each other this deeply. */
const MOST_BLOCKS_DEEP = 60;

/**
 * Reads a file in native syntax. After an error the reading goes on with the next block at the start of a line, so that one
 * broken block does not take the rest of the file with it; what was read of it before the error is kept and marked.
 */
export function parseBody(file: string, text: string, origins: OriginTable): ParsedBody {
  const reader = openReader(file, text, origins);
  if (text.startsWith('\uFEFF')) reader.at = 1;
  const body = readBody(reader, 0);
  return { body, diagnostics: reader.diagnostics };
}

interface Filling {
  readonly attributes: Map<string, Attribute>;
  readonly blocks: Block[];
  broken: boolean;
}

/** Reads attributes and blocks up to the end of the text or of the block around; 0 is the file itself. */
export function readBody(reader: Reader, depth: number): Body {
  const filling: Filling = { attributes: new Map(), blocks: [], broken: false };
  for (;;) {
    skip(reader, true);
    const start = reader.at;
    if (start >= reader.text.length) {
      if (depth > 0) fail(reader, 'the block is not closed; add }');
    } else if (reader.text[start] === '}') {
      if (depth > 0) {
        reader.at += 1;
        return filling;
      }
      fail(reader, '} closes nothing; remove it');
    } else if (depth > 0 && startsTopLevelBlock(reader)) {
      fail(reader, 'the block before this one is not closed; add }');
    } else readItem(reader, filling, depth);
    if (reader.failed) {
      filling.broken = true;
      if (depth > 0) return filling;
      recover(reader, start);
    }
    if (depth === 0 && reader.at >= reader.text.length) return filling;
  }
}

/** An attribute or a block. */
function readItem(reader: Reader, filling: Filling, depth: number): void {
  const start = reader.at;
  const name = readIdentifier(reader);
  if (name === undefined) {
    fail(reader, 'an attribute or a block starts with a name');
    return;
  }
  skip(reader);
  if (reader.text[reader.at] === '=' && reader.text[reader.at + 1] !== '=') readAttribute(reader, filling, name, start);
  else readBlock(reader, filling, { type: name, start, depth });
}

function readAttribute(reader: Reader, filling: Filling, name: string, start: number): void {
  reader.at += 1;
  const value = readExpression(reader);
  if (reader.failed) return;
  if (filling.attributes.has(name)) report(reader, `${name} stands twice in one block; the first one is used`, start);
  else filling.attributes.set(name, { name, value, origin: placeOf(reader, start, reader.at) });
  skip(reader);
  const next = reader.text[reader.at];
  if (next !== undefined && next !== '\n' && next !== '}') fail(reader, `a line break is missing after ${name}`);
}

function readBlock(reader: Reader, filling: Filling, head: { type: string; start: number; depth: number }): void {
  const { type, start, depth } = head;
  const labels: string[] = [];
  for (skip(reader); reader.text[reader.at] !== '{'; skip(reader)) {
    const label = reader.text[reader.at] === '"' ? readLabel(reader) : readIdentifier(reader);
    if (label === undefined) {
      fail(reader, `= or { is missing after ${type}`);
      return;
    }
    labels.push(label);
  }
  if (depth >= MOST_BLOCKS_DEEP) {
    fail(reader, 'blocks stand in each other too deeply');
    return;
  }
  reader.at += 1;
  const body = readBody(reader, depth + 1);
  const acceptances = depth === 0 ? acceptancesAbove(reader, start) : [];
  const origin = placeOf(reader, start, reader.at);
  filling.blocks.push({ type, labels, body, origin, ...(acceptances.length > 0 && { acceptances }) });
}

const acceptance = /^[ \t]*(?:#|\/\/)[ \t]*bartizan:accept(?:[ \t]+(.*))?$/;

/** The acceptances in the lines of comment that end directly above an offset, in order. */
function acceptancesAbove(reader: Reader, start: number): readonly AcceptanceComment[] {
  const found: AcceptanceComment[] = [];
  let end = reader.text.lastIndexOf('\n', start - 1);
  while (end > 0) {
    const from = reader.text.lastIndexOf('\n', end - 1) + 1;
    const line = reader.text.slice(from, end).trimEnd();
    if (!/^[ \t]*(?:#|\/\/)/.test(line)) break;
    const said = acceptance.exec(line);
    if (said !== null) found.push({ text: (said[1] ?? '').trim(), origin: placeOf(reader, from, from + line.length) });
    end = from - 1;
  }
  return found.reverse();
}

function readLabel(reader: Reader): string | undefined {
  const value = readExpression(reader);
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** Headers that stand in no other block: when one starts a line inside a block, that block was not closed. */
const topLevel =
  /(?:resource|data|ephemeral)[ \t]+"[^"\n]*"[ \t]+"[^"\n]*"[ \t]*\{|(?:module|variable|output|provider)[ \t]+"[^"\n]*"[ \t]*\{|(?:locals|terraform|moved|removed|import)[ \t]*\{/y;

function startsTopLevelBlock(reader: Reader): boolean {
  if (reader.at > 0 && reader.text[reader.at - 1] !== '\n') return false;
  topLevel.lastIndex = reader.at;
  return topLevel.test(reader.text);
}

/** Goes to the next top-level block at the start of a line; at least behind where the broken item started. */
function recover(reader: Reader, start: number): void {
  reader.failed = false;
  reader.depth = 0;
  reader.brackets = 0;
  const here = startsTopLevelBlock(reader) && reader.at > start;
  for (let line = here ? reader.at : reader.text.indexOf('\n', start) + 1; line > 0; ) {
    reader.at = line;
    if (startsTopLevelBlock(reader)) return;
    line = reader.text.indexOf('\n', line) + 1;
  }
  reader.at = reader.text.length;
}

function report(reader: Reader, message: string, at: number): void {
  const { line, column } = reader.lines.at(at);
  const source = { file: reader.file, line, column, endLine: line };
  reader.diagnostics.push({ level: 'error', code: 'terraform-syntax', message, source });
}
