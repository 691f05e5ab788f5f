import { createOrigins, type Origin, type OriginTable } from '../../../model/origin.ts';
import { sourceTree } from '../../cloudformation/edit/source-tree.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceScalar } from '../../edit/source-node.ts';
import { readBody } from '../hcl/parse-body.ts';
import { openReader } from '../hcl/parse-expression.ts';
import type { Block, Body, Expression } from '../hcl/syntax.ts';

interface Reading {
  readonly text: string;
  readonly origins: OriginTable;
}

/** A configuration file as it is written: blocks and objects are mappings, with offsets into the text. */
export function hclTree(text: string): SourceMapping | undefined {
  const origins = createOrigins();
  // Lines stand for offsets, so that every place says where it starts and ends to the character.
  const reader = { ...openReader('', text, origins), lines: { at: (offset: number) => ({ line: offset, column: 0 }) } };
  const body = readBody(reader, 0);
  if (body.broken || reader.diagnostics.length > 0) return undefined;
  return {
    kind: 'mapping',
    entries: entriesOf(body, { text, origins }),
    ...plain,
    start: -1,
    end: text.length,
    flow: false,
  };
}

const plain = { tag: '', shared: false } as const;

function entriesOf({ attributes, blocks }: Body, reading: Reading): readonly SourceEntry[] {
  const all = [
    ...[...attributes.values()].map(({ name, value, origin }) => ({
      key: name,
      keyStart: startOf(origin, reading),
      value: nodeOf(value, reading),
    })),
    ...blocks.map((block) => ({
      key: block.type,
      keyStart: startOf(block.origin, reading),
      value: blockNode(block, reading),
    })),
  ];
  return all.sort((a, b) => a.keyStart - b.keyStart);
}

function blockNode({ body, origin }: Block, reading: Reading): SourceMapping {
  return { kind: 'mapping', entries: entriesOf(body, reading), ...plain, ...spanOf(origin, reading), flow: false };
}

function nodeOf(expression: Expression, reading: Reading): SourceNode {
  const written = { ...plain, ...spanOf(expression.origin, reading), flow: true };
  if (expression.kind === 'tuple')
    return { kind: 'sequence', items: expression.items.map((item) => nodeOf(item, reading)), ...written };
  if (expression.kind === 'object') {
    const entries = expression.items.map(({ key, value }): SourceEntry => {
      const { start, end } = spanOf(key.origin, reading);
      return {
        key: reading.text.slice(start, end).replace(/^"|"$/g, ''),
        keyStart: start,
        value: nodeOf(value, reading),
      };
    });
    return { kind: 'mapping', entries, ...written };
  }
  if (expression.kind === 'call' && expression.args.length === 1 && expression.args[0] !== undefined) {
    const inside = nodeOf(expression.args[0], reading);
    if (inside.kind !== 'scalar') return inside;
  }
  const text = reading.text.slice(written.start, written.end);
  if (!text.startsWith('<<')) return { kind: 'scalar', text, ...written };
  const json = jsonIn(text, written.start);
  return { kind: 'scalar', text, ...written, flow: false, ...(json !== undefined && { json }) };
}

/** JSON in a heredoc, with templates in its strings; directives may make anything of it. */
function jsonIn(heredoc: string, offset: number): SourceScalar['json'] {
  const from = heredoc.indexOf('\n') + 1;
  const to = heredoc.trimEnd().lastIndexOf('\n') + 1;
  const body = heredoc.slice(from, to);
  if (!/^\s*[{[]/.test(body) || /(?<!%)%\{/.test(body)) return undefined;
  const root = sourceTree(body);
  return root === undefined || !root.flow ? undefined : { root, start: offset + from, end: offset + to };
}

function startOf(origin: Origin, { origins }: Reading): number {
  return origins.span(origin)?.line ?? 0;
}

function spanOf(origin: Origin, { origins }: Reading): { readonly start: number; readonly end: number } {
  const span = origins.span(origin);
  return { start: span?.line ?? 0, end: (span?.endLine ?? 0) + 1 };
}
