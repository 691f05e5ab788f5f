import { holesOf, type Text, type TextPart, text } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { textValue } from '../../cloudformation/value-case.ts';
import { computedHole, flatProvenance } from '../expression/computed.ts';
import { numberOf } from '../expression/number.ts';
import { isCollection } from '../expression/special.ts';
import { joined, plainString, stringOf } from '../expression/text.ts';
import { formatText } from './format.ts';
import {
  type Call,
  define,
  type Functions,
  itemsOf,
  listValue,
  literal,
  ofStrings,
  open,
  refused,
} from './function.ts';
import { findAll, findFirst, replaceText } from './regex-functions.ts';

const segments = new Intl.Segmenter();

/** Characters as people count them, which is how Terraform counts too. */
export function graphemes(value: string): readonly string[] {
  return /^[\x20-\x7e]*$/.test(value) ? [...value] : [...segments.segment(value)].map(({ segment }) => segment);
}

/** Source: https://developer.hashicorp.com/terraform/language/functions, "String Functions". */
export const textFunctions: Functions = {
  chomp: ofStrings(1, 1, ([value = '']) => value.replace(/(\r?\n|\r)+$/, '')),
  endswith: define(2, 2, (args, call) => edgeMatch(args, call, 'end')),
  startswith: define(2, 2, (args, call) => edgeMatch(args, call, 'start')),
  format: define(1, undefined, (args, call) => {
    const spec = args[0] === undefined ? undefined : plainString(args[0], call.run, call.origin);
    return spec === undefined ? open(args, call) : formatText(spec, args.slice(1), args, call);
  }),
  formatlist: define(1, undefined, formatList),
  indent: define(2, 2, (args, call) => {
    const [spaces, value] = args;
    const content = value === undefined ? undefined : stringOf(value, call.run, call.origin);
    const count = spaces === undefined ? undefined : numberOf(spaces);
    if (count === undefined || count < 0 || count > 1000 || content === undefined) return open(args, call);
    return mapParts(content, args, call, (part) => part.replaceAll('\n', `\n${' '.repeat(count)}`), true);
  }),
  join: define(2, undefined, join),
  lower: define(1, 1, (args, call) => caseOf(args, call, (part) => part.toLowerCase())),
  upper: define(1, 1, (args, call) => caseOf(args, call, upper)),
  title: ofStrings(1, 1, ([value = '']) =>
    value.replace(
      /(^|\s|[\x21-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7e])(\p{L})/gu,
      (_, before: string, first: string) => before + upper(first),
    ),
  ),
  regex: ofStrings(2, 2, ([pattern = '', value = ''], call, args) => findFirst(pattern, value, args, call)),
  regexall: ofStrings(2, 2, ([pattern = '', value = ''], call, args) => findAll(pattern, value, args, call)),
  replace: define(3, 3, replace),
  split: define(2, 2, split),
  strcontains: ofStrings(2, 2, ([value = '', part = '']) => value.includes(part)),
  strrev: ofStrings(1, 1, ([value = '']) => [...graphemes(value)].reverse().join('')),
  substr: define(3, 3, substr),
  trim: ofStrings(2, 2, ([value = '', cut = '']) => trimEnd(trimStart(value, cut), cut)),
  trimprefix: ofStrings(2, 2, ([value = '', prefix = '']) =>
    value.startsWith(prefix) ? value.slice(prefix.length) : value,
  ),
  trimsuffix: ofStrings(2, 2, ([value = '', suffix = '']) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  trimspace: ofStrings(1, 1, ([value = '']) => value.trim()),
};

/** Letter by letter: one that would become two stays. */
function upper(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value.toUpperCase() : Array.from(value, upperLetter).join('');
}

function upperLetter(letter: string): string {
  const made = letter.toUpperCase();
  return made.length === letter.length ? made : letter;
}

function trimStart(value: string, cut: string): string {
  const letters = [...value];
  let from = 0;
  while (from < letters.length && cut.includes(letters[from] ?? '')) from += 1;
  return letters.slice(from).join('');
}

function trimEnd(value: string, cut: string): string {
  const letters = [...value];
  let to = letters.length;
  while (to > 0 && cut.includes(letters[to - 1] ?? '')) to -= 1;
  return letters.slice(0, to).join('');
}

/** Changes the literal parts; holes whose letters the change cannot touch stay, others become holes of their own. */
function mapParts(
  content: Text,
  args: readonly Value[],
  call: Call,
  change: (part: string) => string,
  keep = false,
): Value {
  const parts = content.map((part): TextPart => {
    if (typeof part === 'string') return change(part);
    if (
      keep ||
      part.kind === 'account' ||
      (call.name === 'lower' && (part.kind === 'region' || part.kind === 'partition'))
    )
      return part;
    return computedHole(call.run, call.name, [{ kind: 'unknown', hole: part, origin: call.origin }]);
  });
  return textValue(text(...parts), call.origin, flatProvenance(args));
}

function caseOf(args: readonly Value[], call: Call, change: (part: string) => string): Value {
  const [value] = args;
  if (value === undefined || isCollection(value)) return refused('needs a string', call, 'wrong-type');
  const content = stringOf(value, call.run, call.origin);
  if (content === undefined) return refused('needs a string', call, 'null-value');
  return mapParts(content, args, call, change);
}

/** Decided when the literal part at that end is long enough. */
function edgeMatch(args: readonly Value[], call: Call, edge: 'start' | 'end'): Value {
  const [value, affix] = args.map((arg) => (isCollection(arg) ? undefined : stringOf(arg, call.run, call.origin)));
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

/** `join(separator, list, …)`; what may follow is one hole at the end. */
function join(args: readonly Value[], call: Call): Value {
  const [separator, ...lists] = args;
  const between = separator === undefined ? undefined : plainString(separator, call.run, call.origin);
  if (between === undefined) return open(args, call);
  const pieces: (string | Value)[] = [];
  for (const arg of lists) {
    const list = itemsOf(arg);
    if (list === undefined) return refused('needs lists of strings', call, 'wrong-type');
    if (list === 'open') {
      pieces.push(between, open([separator ?? arg, arg], call));
      continue;
    }
    for (const item of list.items) pieces.push(between, item);
    if (list.open !== undefined)
      pieces.push(between, open([separator ?? arg, { kind: 'unknown', hole: list.open, origin: call.origin }], call));
  }
  const made = joined(pieces.slice(1), call.run, call.origin);
  const { defaults } = flatProvenance(args);
  return defaults.length > 0 && made.kind !== 'choice'
    ? { ...made, defaults: [...new Set([...(made.defaults ?? []), ...defaults])] }
    : made;
}

function formatList(args: readonly Value[], call: Call): Value {
  const [spec, ...rest] = args;
  const lists = rest.map((arg) => itemsOf(arg));
  if (lists.some((list) => list === 'open' || (list !== undefined && list.open !== undefined))) return open(args, call);
  const lengths = lists.flatMap((list) => (list === undefined || list === 'open' ? [] : [list.items.length]));
  const length = lengths[0] ?? 1;
  if (lengths.some((one) => one !== length)) return refused('the lists have different lengths', call);
  const pattern = spec === undefined ? undefined : plainString(spec, call.run, call.origin);
  if (pattern === undefined) return open(args, call);
  const items = Array.from({ length }, (_, at) => {
    const values = rest.map((arg, index) => {
      const list = lists[index];
      return list === undefined || list === 'open' ? arg : (list.items[at] ?? arg);
    });
    return formatText(pattern, values, [spec ?? values[0] ?? call, ...values] as readonly Value[], call);
  });
  return listValue(items, args, call);
}

function replace(args: readonly Value[], call: Call): Value {
  const [value, search, replacement] = args;
  if (value === undefined || search === undefined || replacement === undefined || args.some(isCollection))
    return refused('needs three strings', call, 'wrong-type');
  const [pattern, by] = [search, replacement].map((arg) => plainString(arg, call.run, call.origin));
  const content = stringOf(value, call.run, call.origin);
  if (content === undefined) return refused('needs three strings', call, 'null-value');
  if (pattern === undefined || by === undefined || holesOf(content).length > 0) return open(args, call);
  const whole = content.join('');
  if (pattern.length > 2 && pattern.startsWith('/') && pattern.endsWith('/'))
    return replaceText(pattern.slice(1, -1), whole, by, args, call);
  return literal(
    whole.replaceAll(pattern, () => by),
    args,
    call,
  );
}

/** Of a text with holes nothing is known but that it is a list: a hole may hold the separator. */
function split(args: readonly Value[], call: Call): Value {
  const [separator, value] = args.map((arg) =>
    isCollection(arg) ? undefined : plainString(arg, call.run, call.origin),
  );
  if (args.some(isCollection)) return refused('needs two strings', call, 'wrong-type');
  if (separator === undefined || value === undefined)
    return listValue([], args, call, computedHole(call.run, 'split', args));
  const items = separator === '' ? [...value] : value.split(separator);
  return listValue(
    items.map((item) => literal(item, args, call)),
    args,
    call,
  );
}

function substr(args: readonly Value[], call: Call): Value {
  const [value, offset, length] = args;
  const content = value === undefined || isCollection(value) ? undefined : plainString(value, call.run, call.origin);
  const [from, count] = [offset, length].map((arg) => (arg === undefined ? undefined : numberOf(arg)));
  if (content === undefined || from === undefined || count === undefined) return open(args, call);
  const letters = graphemes(content);
  const start = from < 0 ? letters.length + from : from;
  const end = count < 0 ? letters.length : start + count;
  return literal(letters.slice(Math.max(0, start), Math.max(0, end)).join(''), args, call);
}
