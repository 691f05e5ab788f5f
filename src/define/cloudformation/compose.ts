import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Origin } from '../../model/origin.ts';
import { lineIndex } from './line-index.ts';
import type { MappingEntry, Node } from './node.ts';
import { MOST_NESTING, type ParsedPart, type Part } from './part.ts';
import { scalarValue } from './scalar.ts';
import { functionOfTag } from './tag.ts';

/** Nodes that aliases may repeat in one file, counted with everything below them. */
const MOST_REPEATED = 100_000;

/** A collection that is being filled. */
interface Frame {
  readonly mapping: boolean;
  readonly start: number;
  readonly flow: boolean;
  readonly tag: string;
  readonly anchor: string;
  readonly items: Node[];
  readonly entries: Map<string, MappingEntry>;
  merged: Node[];
  key: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  measure: Measure;
}

/** How much a node is with all aliases written out: what hostile input makes explode. */
interface Measure {
  size: number;
  depth: number;
}

/** Builds positioned nodes from parser events, without recursion. */
export function compose(events: readonly Event[], part: Part): ParsedPart {
  const lines = lineIndex(part.text, part.line, part.column);
  const diagnostics: Diagnostic[] = [];
  const anchors = new Map<string, { node: Node; measure: Measure }>();
  const stack: Frame[] = [];
  let root: Node | undefined;
  let documents = 0;
  let repeated = 0;
  let lastEnd = 0;

  const origin = (start: number, end: number): Origin => {
    const { line, column } = lines.at(start);
    return part.origins.source(part.file, line, column, Math.max(line, lines.at(Math.max(start, end - 1)).line));
  };
  const report = (level: Diagnostic['level'], code: string, message: string, at: number) => {
    const { line, column } = lines.at(at);
    diagnostics.push({ level, code, message, source: { file: part.file, line, column, endLine: line } });
  };
  const slice = (start: number, end: number) => (start < 0 ? '' : part.text.slice(start, end));

  const place = (node: Node, measure: Measure, start: number) => {
    const frame = stack.at(-1);
    if (frame === undefined) {
      if (documents === 1) root = node;
      return;
    }
    frame.measure = {
      size: frame.measure.size + measure.size,
      depth: Math.max(frame.measure.depth, measure.depth + 1),
    };
    if (!frame.mapping) frame.items.push(node);
    else if (frame.key === undefined) frame.key = { text: keyText(node), start, end: lastEnd };
    else {
      const { text, start: keyStart, end: keyEnd } = frame.key;
      frame.key = undefined;
      if (text === '<<') {
        frame.merged.push(...(node.kind === 'sequence' ? node.items : [node]));
        return;
      }
      if (frame.entries.has(text))
        report(
          'error',
          'duplicate-key',
          `the key ${text} stands twice in one mapping; the last one is used, remove the other`,
          keyStart,
        );
      frame.entries.delete(text);
      frame.entries.set(text, {
        key: text,
        keyOrigin: origin(keyStart, keyEnd),
        origin: origin(keyStart, lastEnd),
        value: node,
      });
    }
  };

  const addScalar = (event: ScalarEvent) => {
    const empty = event.valueStart < 0;
    const start = empty ? lastEnd : event.valueStart;
    const source = empty ? '' : getScalarValue(part.text, event);
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    if (!empty) lastEnd = trimmedEnd(part.text, event.valueStart, event.valueEnd) + (quoted ? 1 : 0);
    const tag = slice(event.tagStart, event.tagEnd);
    const from = tag !== '' ? event.tagStart : quoted ? start - 1 : start;
    const place_ = origin(from, Math.max(from, lastEnd));
    const value = scalarValue(source, event.style === SCALAR_STYLE.PLAIN, tag);
    const node = wrapped({ kind: 'scalar', value, source, origin: place_ }, tag, place_);
    const measure = { size: 1, depth: 1 };
    if (event.anchorStart >= 0) anchors.set(slice(event.anchorStart, event.anchorEnd), { node, measure });
    place(node, measure, from);
  };

  const addAlias = (start: number, end: number) => {
    const target = anchors.get(slice(start, end));
    const tooMuch =
      target !== undefined &&
      (repeated + target.measure.size > MOST_REPEATED || target.measure.depth + stack.length > MOST_NESTING);
    if (target !== undefined && !tooMuch) {
      repeated += target.measure.size;
      lastEnd = end;
      place(target.node, target.measure, start - 1);
      return;
    }
    if (tooMuch)
      report(
        'error',
        'alias-limit',
        `the alias ${slice(start, end)} repeats more than is allowed; it counts as empty, write it out`,
        start,
      );
    else
      report(
        'error',
        'unknown-alias',
        `the alias ${slice(start, end)} has no anchor before it; it counts as empty`,
        start,
      );
    lastEnd = end;
    place(
      { kind: 'scalar', value: null, source: '', origin: origin(start - 1, end) },
      { size: 1, depth: 1 },
      start - 1,
    );
  };

  const close = () => {
    const frame = stack.pop();
    if (frame === undefined) return;
    if (frame.flow) lastEnd = afterBracket(part.text, lastEnd);
    for (const from of frame.merged) mergeInto(frame.entries, from);
    const here = origin(frame.start, Math.max(frame.start + 1, lastEnd));
    const plain: Node = frame.mapping
      ? { kind: 'mapping', entries: frame.entries, origin: here }
      : { kind: 'sequence', items: frame.items, origin: here };
    const node = wrapped(plain, frame.tag, here);
    if (frame.anchor !== '') anchors.set(frame.anchor, { node, measure: frame.measure });
    place(node, frame.measure, frame.start);
  };

  let depth = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      documents += 1;
      depth = 0;
      if (documents === 2)
        report('warning', 'several-documents', 'only the first document of the file is read; split the file', lastEnd);
    } else if (event.type === EVENT_ID.SCALAR) addScalar(event);
    else if (event.type === EVENT_ID.ALIAS) addAlias(event.anchorStart, event.anchorEnd);
    else if (event.type === EVENT_ID.POP) {
      if (depth > 0) close();
      depth -= 1;
    } else {
      depth += 1;
      const tag = slice(event.tagStart, event.tagEnd);
      lastEnd = Math.max(lastEnd, event.start + 1);
      stack.push({
        mapping: event.type === EVENT_ID.MAPPING,
        start: tag === '' ? event.start : event.tagStart,
        flow: event.style === 2,
        tag,
        anchor: slice(event.anchorStart, event.anchorEnd),
        items: [],
        entries: new Map(),
        merged: [],
        key: undefined,
        measure: { size: 1, depth: 1 },
      });
    }
  }
  return { ...(root !== undefined && { root }), diagnostics };
}

function keyText(node: Node): string {
  return node.kind === 'scalar' ? node.source : '';
}

/** `!Sub x` means the same as `Fn::Sub: x`. */
function wrapped(node: Node, tag: string, origin: Origin): Node {
  const name = functionOfTag(tag);
  if (name === undefined) return node;
  const entry: MappingEntry = { key: name, keyOrigin: origin, origin, value: node };
  return { kind: 'mapping', entries: new Map([[name, entry]]), origin };
}

function mergeInto(entries: Map<string, MappingEntry>, from: Node) {
  if (from.kind !== 'mapping') return;
  for (const [key, entry] of from.entries) if (!entries.has(key)) entries.set(key, entry);
}

/** Block scalars end with line breaks that are not part of the last line. */
function trimmedEnd(text: string, start: number, end: number): number {
  let here = end;
  while (here > start && (text[here - 1] === '\n' || text[here - 1] === '\r' || text[here - 1] === ' ')) here -= 1;
  return here;
}

function afterBracket(text: string, from: number): number {
  for (let here = from; here < text.length; here += 1) {
    const character = text[here];
    if (character === '}' || character === ']') return here + 1;
    if (character === '#') {
      const newline = text.indexOf('\n', here);
      if (newline < 0) return from;
      here = newline;
    } else if (character !== undefined && !' \t\r\n,'.includes(character)) return from;
  }
  return from;
}
