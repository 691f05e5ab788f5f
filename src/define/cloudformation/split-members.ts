import { lineIndex } from './line-index.ts';
import type { Part } from './part.ts';

/**
 * Cuts a text into the members of its outermost mapping (`level` 0) or of that mapping's one value (`level` 1), without
 * parsing: by brackets when it looks like JSON, by indentation otherwise. Each piece can be parsed alone. Members are
 * put together until a piece has at least `smallest` characters.
 */
export function splitMembers(part: Part, level: 0 | 1, smallest: number): readonly Part[] {
  return /^\s*[{"]/.test(part.text)
    ? splitByBrackets(part, level, smallest)
    : splitByIndentation(part, level, smallest);
}

function splitByIndentation(part: Part, level: 0 | 1, smallest: number): readonly Part[] {
  const lines = part.text.split('\n');
  const isMember = (line: string) => /^\s*[^\s#-][^:]*:(\s|$)/.test(line);
  const indentOf = (line: string) => line.length - line.trimStart().length;
  const first = lines.findIndex((line, at) => isMember(line) && at >= level);
  const indent = indentOf(lines[first] ?? '');
  if (first < 0 || (level === 1 && indent === 0)) return [];
  const pieces: Part[] = [];
  let start = first;
  let length = (lines[first] ?? '').length;
  const cut = (end: number) => {
    const text = lines.slice(start, end).join('\n');
    pieces.push({ ...part, text: `${text}\n`, line: part.line + start, column: 1 });
    start = end;
    length = 0;
  };
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (length >= smallest && isMember(line) && indentOf(line) === indent) cut(at);
    length += line.length + 1;
  }
  cut(lines.length);
  return pieces;
}

/** Members `"key": value` of the outermost object, each put into braces of its own. */
function splitByBrackets(part: Part, level: 0 | 1, smallest: number): readonly Part[] {
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
