import { lineIndex } from './line-index.ts';
import type { Part } from './part.ts';

/** How members are told apart. */
export type Split = 'brackets' | 'indentation';

export interface SplitOptions {
  readonly by: Split;
  /** The members of the outermost mapping (0), or of its one value (1). */
  readonly level: 0 | 1;
  /** Members are put together until a piece has at least so many characters. */
  readonly smallest: number;
}

/** The ways of cutting that may work for a text; the first is the usual one. */
export function splitsFor(text: string): readonly [Split, ...Split[]] {
  if (!isJson(text)) return ['indentation'];
  return text.includes('\n') ? ['brackets', 'indentation'] : ['brackets'];
}

/** Cuts a text into members without parsing it, so that each piece can be parsed alone. */
export function splitMembers(part: Part, options: SplitOptions): readonly Part[] {
  return options.by === 'brackets' ? splitByBrackets(part, options) : splitByIndentation(part, options);
}

function isJson(text: string): boolean {
  return /^\s*[{"]/.test(text);
}

const yamlMember = /^\s*[^\s#-][^:]*:(\s|$)/;
const jsonMember = /^\s*"(?:[^"\\]|\\.)*"\s*:/;

function splitByIndentation(part: Part, { level, smallest }: SplitOptions): readonly Part[] {
  const json = isJson(part.text);
  const member = json ? jsonMember : yamlMember;
  const lines = part.text.split('\n');
  const indentOf = (line: string) => line.length - line.trimStart().length;
  const first = lines.findIndex((line, at) => member.test(line) && at >= level);
  const indent = indentOf(lines[first] ?? '');
  if (first < 0 || (level === 1 && indent === 0)) return [];
  const pieces: Part[] = [];
  let start = first;
  let length = 0;
  const cut = (end: number) => {
    const text = lines.slice(start, end).join('\n');
    const column = json ? 0 : 1;
    pieces.push({ ...part, text: json ? `{${text}\n}` : `${text}\n`, line: part.line + start, column });
    start = end;
    length = 0;
  };
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    length += (lines[at - 1] ?? '').length + 1;
    const here = line.trim() === '' ? Number.POSITIVE_INFINITY : indentOf(line);
    if (json && here < indent) {
      cut(at);
      return pieces;
    }
    if (length >= smallest && here === indent && member.test(line)) cut(at);
  }
  cut(lines.length);
  return pieces;
}

/** Members `"key": value` of the outermost object, each put into braces of its own. */
function splitByBrackets(part: Part, { level, smallest }: SplitOptions): readonly Part[] {
  const { text } = part;
  const outermost = text.indexOf('{');
  const open = level === 0 ? outermost : text.indexOf('{', outermost + 1);
  if (open < 0) return [];
  const lines = lineIndex(text, part.line, part.column);
  const pieces: Part[] = [];
  let depth = 0;
  let start = open + 1;
  const cut = (end: number) => {
    const member = text.slice(start, end);
    const lead = member.length - member.trimStart().length;
    if (member.trim() !== '') {
      const { line, column } = lines.at(start + lead);
      pieces.push({ ...part, text: `{${member.trim()}}`, line, column: column - 1 });
    }
    start = end + 1;
  };
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) {
        cut(at);
        return pieces;
      }
    } else if (character === ',' && depth === 1 && at - start >= smallest) cut(at);
  }
  cut(text.length);
  return pieces;
}

/** Offset of the closing quote; strings of JSON do not go over lines, which keeps an open one from swallowing the rest. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"' || character === '\n') return at;
  }
  return text.length;
}
