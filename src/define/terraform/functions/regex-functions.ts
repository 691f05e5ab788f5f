import type { Value } from '../../../model/value.ts';
import { compileRegex, type Regex } from '../regex/match-regex.ts';
import { type Call, listValue, literal, mapValue, refused } from './function.ts';

/** Matches that `regexall` and `replace` may find in one text. */
const MOST_MATCHES = 50_000;

/** `regex`: the first match, by its groups when it has some; a failure when there is none. */
export function findFirst(pattern: string, text: string, args: readonly Value[], call: Call): Value {
  const regex = compileRegex(pattern);
  if (typeof regex === 'string') return refused(`${regex} in the regular expression`, call, 'regex');
  const match = regex.exec(text, 0);
  if (match === 'too-long') return refused('the search takes too long', call, 'too-large');
  if (match === undefined) return refused('the pattern does not match', call, 'no-match');
  return matchValue(regex, match, text, args, call);
}

/** `regexall`: all matches. */
export function findAll(pattern: string, text: string, args: readonly Value[], call: Call): Value {
  const regex = compileRegex(pattern);
  if (typeof regex === 'string') return refused(`${regex} in the regular expression`, call, 'regex');
  const matches = matchesOf(regex, text);
  if (matches === undefined) return refused('the search takes too long', call, 'too-large');
  return listValue(
    matches.map((match) => matchValue(regex, match, text, args, call)),
    args,
    call,
  );
}

/** `replace` with a pattern between slashes: `$1`, `${name}` and `$$` in the replacement. */
export function replaceText(pattern: string, text: string, by: string, args: readonly Value[], call: Call): Value {
  const regex = compileRegex(pattern);
  if (typeof regex === 'string') return refused(`${regex} in the regular expression`, call, 'regex');
  const matches = matchesOf(regex, text);
  if (matches === undefined) return refused('the search takes too long', call, 'too-large');
  let result = '';
  let from = 0;
  for (const match of matches) {
    result += text.slice(from, match[0]) + expandedBy(by, regex, match, text);
    from = match[1] ?? from;
    if (result.length > 1_000_000) return refused('the result is too long', call, 'too-large');
  }
  return literal(result + text.slice(from), args, call);
}

function matchesOf(regex: Regex, text: string): readonly (readonly number[])[] | undefined {
  const matches: (readonly number[])[] = [];
  let budget = 20_000_000;
  for (let from = 0; from <= text.length; ) {
    const match = regex.exec(text, from);
    budget -= match === undefined || match === 'too-long' ? text.length - from : (match[1] ?? from) - from + 50;
    if (match === 'too-long' || matches.length >= MOST_MATCHES || budget < 0) return undefined;
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    const again = end === start && matches.at(-1)?.[1] === start;
    if (!again) matches.push(match);
    from = end > start ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return matches;
}

function groupOf(match: readonly number[], index: number, text: string): string | null {
  const [start = -1, end = -1] = match.slice(index * 2, index * 2 + 2);
  return start < 0 || end < 0 ? null : text.slice(start, end);
}

function matchValue(regex: Regex, match: readonly number[], text: string, args: readonly Value[], call: Call): Value {
  if (regex.groups.length === 0) return literal(groupOf(match, 0, text), args, call);
  if (regex.groups.every((name) => name === ''))
    return listValue(
      regex.groups.map((_, at) => literal(groupOf(match, at + 1, text), args, call)),
      args,
      call,
    );
  const entries = regex.groups.map((name, at) => [name, literal(groupOf(match, at + 1, text), args, call)] as const);
  return mapValue(new Map(entries.filter(([name]) => name !== '')), args, call);
}

function expandedBy(by: string, regex: Regex, match: readonly number[], text: string): string {
  return by.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    if (whole === '$$') return '$';
    const name = braced ?? bare ?? '';
    const index = /^\d+$/.test(name) ? Number(name) : regex.groups.indexOf(name) + 1;
    const known = /^\d+$/.test(name) ? index <= regex.groups.length : index > 0;
    return known ? (groupOf(match, index, text) ?? '') : '';
  });
}
