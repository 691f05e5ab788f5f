import type { PlainPart } from '../../model/source-edit.ts';
import type { EditPlan } from './edit-plan.ts';
import { flowText } from './flow-text.ts';
import type { SourceMapping, SourceNode, SourceScalar, SourceSequence } from './source-node.ts';

/** How a syntax writes what is new. */
export interface Style {
  /** Lines of a value in block style, not indented. */
  lines(value: PlainPart): readonly string[];
  /** Lines of an entry in block style, in a collection of this kind of block. */
  entry(key: string, value: PlainPart, block: string): readonly string[];
  /** In brackets: on one line, or by an indent for each level. */
  flow(value: PlainPart, indent: number | undefined): string;
}

/** The text with a plan carried out. */
export function editedText(text: string, root: SourceNode, { plan, style }: Pick<Work, 'plan' | 'style'>): string {
  const splices = [...splicesOf(root, { text, plan, style })].sort((a, b) => b.start - a.start || b.end - a.end);
  return splices.reduce((whole, { start, end, by }) => whole.slice(0, start) + by + whole.slice(end), text);
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

interface Work {
  readonly text: string;
  readonly plan: EditPlan;
  readonly style: Style;
}

/** A member of a collection: an item, or an entry with its key. */
interface Member {
  readonly start: number;
  readonly node: SourceNode;
}

function* splicesOf(node: SourceNode, work: Work): Generator<Splice> {
  if (node.kind === 'scalar') {
    yield* jsonSplices(node, work);
    return;
  }
  const members = membersOf(node, work.text);
  const gone = members.filter((member) => isGone(member.node, work.plan));
  const own = node.kind === 'sequence' ? work.plan.appended.get(node) : undefined;
  if (own !== undefined && gone.length === members.length) {
    yield { start: node.start, end: node.end, by: written(own, node, work) };
    return;
  }
  yield* node.flow ? flowRemovals(members, gone) : blockRemovals(members, gone, work.text);
  for (const { node: inner, start } of members) {
    if (isGone(inner, work.plan)) continue;
    const value = work.plan.replaced.get(inner);
    if (value === undefined) yield* splicesOf(inner, work);
    else yield replacement(inner, value, { parent: node, start, work });
  }
  yield* additions(node, members, work);
}

const jsonStyle: Style = { lines: (value) => [flowText(value, undefined)], entry: () => [], flow: flowText };

/** JSON in a text is edited as a file of its own. */
function* jsonSplices({ json }: SourceScalar, { text, plan }: Work): Generator<Splice> {
  if (json === undefined) return;
  const { root, start, end } = json;
  const before = text.slice(start, end);
  const by = editedText(before, root, { plan, style: jsonStyle });
  if (by !== before) yield { start, end, by };
}

/** A collection that loses all of its members goes as well: empty ones mean nothing, or something else. */
function isGone(node: SourceNode, plan: EditPlan): boolean {
  if (plan.removed.has(node)) return true;
  if (node.kind === 'scalar' || plan.replaced.has(node)) return false;
  if (node.kind === 'mapping')
    return !plan.added.has(node) && node.entries.length > 0 && node.entries.every(({ value }) => isGone(value, plan));
  return !plan.appended.has(node) && node.items.length > 0 && node.items.every((item) => isGone(item, plan));
}

/** Where a member starts: at its key, or at its value behind the dash. */
function membersOf(node: SourceMapping | SourceSequence, text: string): readonly Member[] {
  if (node.kind === 'mapping') return node.entries.map(({ keyStart, value }) => ({ start: keyStart, node: value }));
  return node.items.map((item) => ({
    start: node.flow ? item.start : text.lastIndexOf('-', item.start - 1),
    node: item,
  }));
}

function* flowRemovals(members: readonly Member[], gone: readonly Member[]): Generator<Splice> {
  let before: Member | undefined;
  for (const [at, member] of members.entries()) {
    if (!gone.includes(member)) {
      before = member;
      continue;
    }
    const next = members[at + 1];
    if (before !== undefined) yield { start: members[at - 1]?.node.end ?? member.start, end: member.node.end, by: '' };
    else if (next !== undefined) yield { start: member.start, end: next.start, by: '' };
  }
}

/** Whole lines, with the comment behind; a first entry that stands behind a dash gives its place to the next one. */
function* blockRemovals(members: readonly Member[], gone: readonly Member[], text: string): Generator<Splice> {
  for (const [at, member] of members.entries()) {
    if (!gone.includes(member)) continue;
    const lineStart = text.lastIndexOf('\n', member.start - 1) + 1;
    const next = members[at + 1];
    const isAlone = text.slice(lineStart, member.start).trim() === '';
    if (isAlone) yield { start: lineStart, end: afterLine(text, member.node.end), by: '' };
    else if (next !== undefined) yield { start: member.start, end: next.start, by: '' };
  }
}

/** The offset of the line after the one that ends at or behind an offset. */
function afterLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function replacement(
  node: SourceNode,
  value: PlainPart,
  { parent, start, work }: { readonly parent: SourceNode; readonly start: number; readonly work: Work },
): Splice {
  const { text, style } = work;
  const lines = style.lines(value);
  if (parent.flow || lines.length === 1) {
    const by = parent.flow ? flowIn(parent, value, node, work) : (lines[0] ?? '');
    // A block that becomes one line moves up behind its key.
    const isOwnLine = !parent.flow && !node.flow && parent.kind === 'mapping';
    return isOwnLine
      ? { start: backOver(text, node.start), end: node.end, by: ` ${by}` }
      : { start: node.start, end: node.end, by };
  }
  if (!node.flow || parent.kind === 'sequence')
    return { start: node.start, end: node.end, by: indented(lines, columnOf(text, node.start), text) };
  const column = columnOf(text, start) + 2;
  const by = `${lineBreak(text)}${' '.repeat(column)}${indented(lines, column, text)}`;
  return { start: backOver(text, node.start), end: node.end, by };
}

function backOver(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

function written(values: readonly PlainPart[], node: SourceNode, work: Work): string {
  if (node.flow) return flowAt(values, node, work);
  return indented(work.style.lines(values), columnOf(work.text, node.start), work.text);
}

function* additions(node: SourceMapping | SourceSequence, members: readonly Member[], work: Work): Generator<Splice> {
  const { text, plan, style } = work;
  const entries = node.kind === 'mapping' ? plan.added.get(node) : undefined;
  const items = node.kind === 'sequence' ? plan.appended.get(node) : undefined;
  const last = members.at(-1);
  if ((entries === undefined && items === undefined) || last === undefined) return;
  if (!node.flow) {
    const lines =
      entries?.flatMap((entry) => style.entry(...entry, wordAt(text, node.start))) ?? style.lines(items ?? []);
    const column = columnOf(text, members[0]?.start ?? last.start);
    const at = afterLine(text, last.node.end);
    const own = `${' '.repeat(column)}${indented(lines, column, text)}`;
    const by = text[at - 1] === '\n' ? `${own}${lineBreak(text)}` : `${lineBreak(text)}${own}`;
    yield { start: at, end: at, by };
    return;
  }
  const isSpread = text.slice(node.start, last.start).includes('\n');
  const between = isSpread ? `,${lineBreak(text)}${' '.repeat(columnOf(text, last.start))}` : ', ';
  const parts = entries?.map(([key, value]) => `${JSON.stringify(key)}: ${flowAt(value, last.node, work, last.start)}`);
  const by = parts ?? (items ?? []).map((item) => flowAt(item, last.node, work));
  yield { start: last.node.end, end: last.node.end, by: by.map((part) => `${between}${part}`).join('') };
}

/** What stands in brackets on one line stays on it. */
function flowIn(parent: SourceNode, value: PlainPart, beside: SourceNode, work: Work): string {
  const isOneLine = !work.text.slice(parent.start, parent.end).includes('\n');
  return isOneLine ? work.style.flow(value, undefined) : flowAt(value, beside, work);
}

/** JSON in the manner of its neighbour: spread over lines where that is, or where the whole file is. */
function flowAt(value: PlainPart, beside: SourceNode, { text, style }: Work, start = beside.start): string {
  const isSpread = text.slice(beside.start, beside.end).includes('\n') || /^\s*\{\s*\n/.test(text);
  if (!isSpread) return style.flow(value, undefined);
  const column = columnOf(text, lineIndent(text, start));
  return indented(style.flow(value, unitOf(text)).split('\n'), column, text);
}

/** The offset of the first character of a line that is no blank. */
function lineIndent(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return lineStart + (text.slice(lineStart).match(/^ */)?.[0].length ?? 0);
}

/** What one level is indented by: as the first line that is, beyond the line before all. */
function unitOf(text: string): number {
  const unit = (text.match(/\n( +)\S/)?.[1]?.length ?? 2) - (text.match(/^ */)?.[0].length ?? 0);
  return unit > 0 ? unit : 2;
}

function indented(lines: readonly string[], column: number, text: string): string {
  return lines.join(`${lineBreak(text)}${' '.repeat(column)}`);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function wordAt(text: string, offset: number): string {
  return text.slice(Math.max(0, offset)).match(/^\w+/)?.[0] ?? '';
}
