import { holesOf, literalOf, type Text, text } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { textValue } from '../../cloudformation/value-case.ts';
import { computedHole, flatProvenance } from '../expression/computed.ts';
import { numberOf } from '../expression/number.ts';
import { isCollection } from '../expression/special.ts';
import { plainString, stringOf } from '../expression/text.ts';
import { type Call, define, type Functions, listValue, literal, open, refused } from './function.ts';
import { graphemes } from './graphemes.ts';
import { replaceText } from './regex-functions.ts';

/**
 * String functions that the known parts of a text may decide. Where they do not, the result is unknown and keeps its
 * references. Source: https://developer.hashicorp.com/terraform/language/functions, "String Functions".
 */
export const partialTextFunctions: Functions = {
  endswith: define(2, 2, (args, call) => edgeMatch(args, call, 'end')),
  startswith: define(2, 2, (args, call) => edgeMatch(args, call, 'start')),
  replace: define(3, 3, replace),
  split: define(2, 2, split),
  strcontains: define(2, 2, (args, call) => {
    const [content, part] = textsOf(args, call);
    const wanted = part === undefined ? undefined : literalOf(part);
    if (content === undefined || part === undefined) return refused('needs two strings', call, 'wrong-type');
    if (wanted === undefined) return open(args, call);
    if (content.some((one) => typeof one === 'string' && one.includes(wanted))) return literal(true, args, call);
    return holesOf(content).length === 0 ? literal(false, args, call) : open(args, call);
  }),
  substr: define(3, 3, substr),
  trimprefix: define(2, 2, (args, call) => withoutAffix(args, call, 'start')),
  trimspace: define(1, 1, trimSpace),
  trimsuffix: define(2, 2, (args, call) => withoutAffix(args, call, 'end')),
};

/** The arguments as texts; undefined for lists, maps and null. */
function textsOf(args: readonly Value[], call: Call): readonly (Text | undefined)[] {
  return args.map((arg) => (isCollection(arg) ? undefined : stringOf(arg, call.run, call.origin)));
}

/** Decided when the literal part at that end is long enough. */
function edgeMatch(args: readonly Value[], call: Call, edge: 'start' | 'end'): Value {
  const [value, affix] = textsOf(args, call);
  const wanted = args[1] === undefined ? undefined : plainString(args[1], call.run, call.origin);
  if (value === undefined || affix === undefined) return refused('needs two strings', call, 'wrong-type');
  if (wanted === undefined) return open(args, call);
  const part = value.at(edge === 'start' ? 0 : -1) ?? '';
  const fixed = typeof part === 'string' ? part : '';
  const length = Math.min(fixed.length, wanted.length);
  const [have, need] =
    edge === 'start'
      ? [fixed.slice(0, length), wanted.slice(0, length)]
      : [fixed.slice(fixed.length - length), wanted.slice(wanted.length - length)];
  if (have !== need) return literal(false, args, call);
  if (length === wanted.length) return literal(true, args, call);
  return holesOf(value).length === 0 ? literal(false, args, call) : open(args, call);
}

/** `trimprefix` and `trimsuffix`: once only, and decided as `startswith` and `endswith` are. */
function withoutAffix(args: readonly Value[], call: Call, edge: 'start' | 'end'): Value {
  const found = edgeMatch(args, call, edge);
  if (found.kind !== 'literal' || typeof found.value !== 'boolean') return found;
  const [content = [], affix = []] = textsOf(args, call);
  const { length } = affix.join('');
  if (!found.value || length === 0) return textValue(content, call.origin, flatProvenance(args));
  const [first, last] = [content[0] ?? '', content.at(-1) ?? ''];
  const rest =
    edge === 'start'
      ? text(typeof first === 'string' ? first.slice(length) : first, ...content.slice(1))
      : text(...content.slice(0, -1), typeof last === 'string' ? last.slice(0, -length) : last);
  return textValue(rest, call.origin, flatProvenance(args));
}

/** Decided when both ends are known to hold something else than blanks. */
function trimSpace(args: readonly Value[], call: Call): Value {
  const [content] = textsOf(args, call);
  if (content === undefined) return refused('needs a string', call, 'wrong-type');
  const [first = '', ...rest] = content;
  const last = rest.at(-1);
  if (last === undefined) return typeof first === 'string' ? literal(first.trim(), args, call) : open(args, call);
  const isEdge = (part: Text[number]) => (typeof part === 'string' ? part.trim() !== '' : isNarrow(part));
  if (!isEdge(first) || !isEdge(last)) return open(args, call);
  const start = typeof first === 'string' ? first.trimStart() : first;
  const end = typeof last === 'string' ? last.trimEnd() : last;
  return textValue(text(start, ...rest.slice(0, -1), end), call.origin, flatProvenance(args));
}

/** Holes of which it is known that they hold lower-case letters, digits and hyphens only, and at least one. */
function isNarrow(part: Text[number]): boolean {
  return typeof part === 'string' || part.kind === 'account' || part.kind === 'region' || part.kind === 'partition';
}

/** Can the string neither stand in one of the holes nor begin or end in one? */
function isOutsideHoles(content: Text, wanted: string): boolean {
  return wanted !== '' && !/[a-z0-9-]/.test(wanted) && content.every(isNarrow);
}

function replace(args: readonly Value[], call: Call): Value {
  const [value, search, replacement] = args;
  if (value === undefined || search === undefined || replacement === undefined || args.some(isCollection))
    return refused('needs three strings', call, 'wrong-type');
  const [pattern, by] = [search, replacement].map((arg) => plainString(arg, call.run, call.origin));
  const content = stringOf(value, call.run, call.origin);
  if (content === undefined) return refused('needs three strings', call, 'null-value');
  if (pattern === undefined || by === undefined) return open(args, call);
  const isRegex = pattern.length > 2 && pattern.startsWith('/') && pattern.endsWith('/');
  if (holesOf(content).length > 0) {
    if (isRegex || !isOutsideHoles(content, pattern)) return open(args, call);
    const parts = content.map((part) => (typeof part === 'string' ? part.replaceAll(pattern, () => by) : part));
    return textValue(text(...parts), call.origin, flatProvenance(args));
  }
  const whole = content.join('');
  if (isRegex) return replaceText(pattern.slice(1, -1), whole, by, args, call);
  return literal(
    whole.replaceAll(pattern, () => by),
    args,
    call,
  );
}

/** What stands before the first hole that may hold the separator is known; what comes after is not even counted. */
function split(args: readonly Value[], call: Call): Value {
  const [content, by] = textsOf(args.toReversed(), call);
  if (args.some(isCollection)) return refused('needs two strings', call, 'wrong-type');
  const separator = by === undefined ? undefined : literalOf(by);
  if (content === undefined || separator === undefined) return open(args, call);
  const whole = literalOf(content);
  const item = (part: Text) => textValue(part, call.origin, flatProvenance(args));
  if (whole !== undefined) {
    const items = separator === '' ? [...whole] : whole.split(separator);
    return listValue(
      items.map((one) => literal(one, args, call)),
      args,
      call,
    );
  }
  const pieces = piecesOf(content, separator);
  if (isOutsideHoles(content, separator)) return listValue(pieces.map(item), args, call);
  const sure = separator === '' || typeof content[0] !== 'string' ? [] : content[0].split(separator).slice(0, -1);
  if (sure.length === 0) return open(args, call);
  return listValue(
    sure.map((one) => literal(one, args, call)),
    args,
    call,
    computedHole(call.run, 'split', args),
  );
}

function piecesOf(content: Text, separator: string): readonly Text[] {
  const pieces: Text[number][][] = [[]];
  for (const part of content) {
    if (typeof part !== 'string') {
      pieces.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...rest] = part.split(separator);
    pieces.at(-1)?.push(first);
    for (const one of rest) pieces.push([one]);
  }
  return pieces.map((piece) => text(...piece));
}

/** Decided when the part lies in front of the first hole. */
function substr(args: readonly Value[], call: Call): Value {
  const [content] = textsOf(args.slice(0, 1), call);
  const [from, count] = args.slice(1).map((arg) => numberOf(arg));
  if (content === undefined || from === undefined || count === undefined) return open(args, call);
  const known = literalOf(content);
  const start = typeof content[0] === 'string' ? content[0] : '';
  const letters = graphemes(known ?? start);
  // The last letter may join with what the hole begins with.
  const decided = known !== undefined || (from >= 0 && count >= 0 && from + count < letters.length);
  if (!decided) return open(args, call);
  const first = from < 0 ? letters.length + from : from;
  const end = count < 0 ? letters.length : first + count;
  return literal(letters.slice(Math.max(0, first), Math.max(0, end)).join(''), args, call);
}
