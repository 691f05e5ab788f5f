import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Origin } from '../../model/origin.ts';
import { type LineIndex, lineIndex } from './line-index.ts';
import type { MappingEntry, Node } from './node.ts';
import { MOST_NESTING, type ParsedPart, type Part } from './part.ts';
import { scalarValue } from './scalar.ts';
import { functionOfTag } from './tag.ts';

/** Nodes that aliases may repeat in one file, counted with everything below them. */
const MOST_REPEATED = 100_000;

/** Longer strings rarely repeat. */
const LONGEST_SHARED = 40;

/** How much a node is with all aliases written out: what hostile input makes explode. */
interface Measure {
  readonly size: number;
  readonly depth: number;
}

const scalarMeasure: Measure = { size: 1, depth: 1 };

/** A collection that is being filled. */
interface Frame {
  readonly mapping: boolean;
  readonly start: number;
  readonly flow: boolean;
  readonly tag: string;
  readonly anchor: string;
  readonly items: Node[];
  readonly entries: Map<string, MappingEntry>;
  readonly merged: Node[];
  key: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  measure: Measure;
}

/** Where the composer stands in the stream of events. */
interface Progress {
  readonly part: Part;
  readonly lines: LineIndex;
  readonly diagnostics: Diagnostic[];
  readonly anchors: Map<string, { readonly node: Node; readonly measure: Measure }>;
  readonly stack: Frame[];
  root: Node | undefined;
  documents: number;
  repeated: number;
  /** Offset after the last thing that was read. */
  lastEnd: number;
}

/** Builds positioned nodes from parser events, without recursion. */
export function compose(events: readonly Event[], part: Part): ParsedPart {
  const progress: Progress = {
    part,
    lines: lineIndex(part.text, part.line, part.column),
    diagnostics: [],
    anchors: new Map(),
    stack: [],
    root: undefined,
    documents: 0,
    repeated: 0,
    lastEnd: 0,
  };
  for (const event of events) take(event, progress);
  const { root, diagnostics } = progress;
  return { ...(root !== undefined && { root }), diagnostics };
}

function take(event: Event, progress: Progress) {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      progress.documents += 1;
      if (progress.documents === 2) {
        const message = 'only the first document of the file is read; split the file';
        report(progress, { level: 'warning', code: 'several-documents', message, at: progress.lastEnd });
      }
      return;
    case EVENT_ID.SCALAR:
      return addScalar(event, progress);
    case EVENT_ID.ALIAS:
      return addAlias(event.anchorStart, event.anchorEnd, progress);
    case EVENT_ID.POP:
      return close(progress);
    default:
      return open(event, progress);
  }
}

function open(event: Event & { type: typeof EVENT_ID.SEQUENCE | typeof EVENT_ID.MAPPING }, progress: Progress) {
  const tag = slice(progress, event.tagStart, event.tagEnd);
  progress.lastEnd = Math.max(progress.lastEnd, event.start + 1);
  progress.stack.push({
    mapping: event.type === EVENT_ID.MAPPING,
    start: tag === '' ? event.start : event.tagStart,
    flow: event.style === COLLECTION_STYLE.FLOW,
    tag,
    anchor: slice(progress, event.anchorStart, event.anchorEnd),
    items: [],
    entries: new Map(),
    merged: [],
    key: undefined,
    measure: scalarMeasure,
  });
}

/** Ends the innermost collection; the end of a document has none. */
function close(progress: Progress) {
  const frame = progress.stack.pop();
  if (frame === undefined) return;
  if (frame.flow) progress.lastEnd = afterBracket(progress.part.text, progress.lastEnd);
  for (const from of frame.merged) mergeInto(frame.entries, from);
  const origin = originOf(progress, frame.start, Math.max(frame.start + 1, progress.lastEnd));
  const plain: Node = frame.mapping
    ? { kind: 'mapping', entries: frame.entries, origin }
    : { kind: 'sequence', items: frame.items, origin };
  const node = wrapped(plain, frame.tag, origin);
  if (frame.anchor !== '') progress.anchors.set(frame.anchor, { node, measure: frame.measure });
  place(node, frame.measure, frame.start, progress);
}

function addScalar(event: ScalarEvent, progress: Progress) {
  const { text } = progress.part;
  const empty = event.valueStart < 0;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  const source = empty ? '' : shared(getScalarValue(text, event), progress);
  const tag = slice(progress, event.tagStart, event.tagEnd);
  const valueStart = empty ? progress.lastEnd : event.valueStart - (quoted ? 1 : 0);
  const start = tag === '' ? valueStart : event.tagStart;
  if (!empty) progress.lastEnd = trimmedEnd(text, event.valueStart, event.valueEnd) + (quoted ? 1 : 0);
  const origin = originOf(progress, start, Math.max(start, progress.lastEnd));
  const value = scalarValue(source, event.style === SCALAR_STYLE.PLAIN, tag);
  const node = wrapped({ kind: 'scalar', value, source, origin }, tag, origin);
  const anchor = slice(progress, event.anchorStart, event.anchorEnd);
  if (anchor !== '') progress.anchors.set(anchor, { node, measure: scalarMeasure });
  place(node, scalarMeasure, start, progress);
}

function addAlias(start: number, end: number, progress: Progress) {
  const name = slice(progress, start, end);
  const target = progress.anchors.get(name);
  progress.lastEnd = end;
  const measure = target?.measure ?? scalarMeasure;
  const tooMuch =
    progress.repeated + measure.size > MOST_REPEATED || measure.depth + progress.stack.length > MOST_NESTING;
  if (target !== undefined && !tooMuch) {
    progress.repeated += measure.size;
    place(target.node, measure, start - 1, progress);
    return;
  }
  const [code, message] =
    target === undefined
      ? ['unknown-alias', `the alias ${name} has no anchor before it; it counts as empty`]
      : ['alias-limit', `the alias ${name} repeats more than is allowed; it counts as empty, write it out`];
  report(progress, { level: 'error', code, message, at: start });
  const origin = originOf(progress, start - 1, end);
  place({ kind: 'scalar', value: null, source: '', origin }, scalarMeasure, start - 1, progress);
}

/** Puts a finished node where the collection around it wants one: as an item, a key or a value. */
function place(node: Node, measure: Measure, start: number, progress: Progress) {
  const frame = progress.stack.at(-1);
  if (frame === undefined) {
    if (progress.documents === 1) progress.root = node;
    return;
  }
  const { size, depth } = frame.measure;
  frame.measure = { size: size + measure.size, depth: Math.max(depth, measure.depth + 1) };
  if (!frame.mapping) frame.items.push(node);
  else if (frame.key === undefined) frame.key = { text: keyText(node), start, end: progress.lastEnd };
  else addEntry(frame, frame.key, node, progress);
}

function addEntry(frame: Frame, key: NonNullable<Frame['key']>, value: Node, progress: Progress) {
  frame.key = undefined;
  if (key.text === '<<') {
    frame.merged.push(...(value.kind === 'sequence' ? value.items : [value]));
    return;
  }
  if (frame.entries.delete(key.text)) {
    const message = `the key ${key.text} stands twice in one mapping; the last one is used, remove the other`;
    report(progress, { level: 'error', code: 'duplicate-key', message, at: key.start });
  }
  frame.entries.set(key.text, {
    key: key.text,
    keyOrigin: originOf(progress, key.start, key.end),
    origin: originOf(progress, key.start, progress.lastEnd),
    value,
  });
}

function report(progress: Progress, what: Omit<Diagnostic, 'source'> & { readonly at: number }) {
  const { at, ...diagnostic } = what;
  const { line, column } = progress.lines.at(at);
  progress.diagnostics.push({ ...diagnostic, source: { file: progress.part.file, line, column, endLine: line } });
}

function originOf({ part, lines }: Progress, start: number, end: number): Origin {
  const { line, column } = lines.at(start);
  return part.origins.source(part.file, line, column, Math.max(line, lines.at(Math.max(start, end - 1)).line));
}

function slice(progress: Progress, start: number, end: number): string {
  return start < 0 ? '' : progress.part.text.slice(start, end);
}

function shared(source: string, { part: { strings } }: Progress): string {
  if (source.length > LONGEST_SHARED) return source;
  const known = strings.get(source);
  if (known !== undefined) return known;
  strings.set(source, source);
  return source;
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
export function trimmedEnd(text: string, start: number, end: number): number {
  let here = end;
  while (here > start && (text[here - 1] === '\n' || text[here - 1] === '\r' || text[here - 1] === ' ')) here -= 1;
  return here;
}

/** The offset after the closing bracket that follows, across white space, commas and comments. */
export function afterBracket(text: string, from: number): number {
  for (let here = from; here < text.length; here += 1) {
    const character = text[here] ?? '';
    if (character === '}' || character === ']') return here + 1;
    if (character === '#') {
      const newline = text.indexOf('\n', here);
      if (newline < 0) return from;
      here = newline;
    } else if (!' \t\r\n,'.includes(character)) return from;
  }
  return from;
}
