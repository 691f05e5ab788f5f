/**
 * Large JSON is looked through without being parsed: only the parts that are wanted are, one at a time, so that a plan of
 * many megabytes costs its text and its largest part. Where something is no JSON, the slice ends, and parsing tells.
 */
export interface JsonSlice {
  readonly start: number;
  readonly end: number;
  /** Of a list that is a member: its items, in order. */
  readonly items?: readonly JsonSlice[];
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;
const COMMA = 44;
const COLON = 58;

/** The members of an object, by key; the last of equal keys. None when it is no object. */
export function membersIn(text: string, slice: JsonSlice): ReadonlyMap<string, JsonSlice> {
  const members = new Map<string, JsonSlice>();
  for (const [key, member] of membersOf(text, slice)) members.set(key, member);
  return members;
}

/** The text under a key of an object; what follows the key is not looked through. */
export function textIn(text: string, slice: JsonSlice, key: string): string | undefined {
  for (const [name, { start, end }] of membersOf(text, slice))
    if (name === key) return text.charCodeAt(start) === QUOTE ? stringOf(text, start, end) : undefined;
  return undefined;
}

function* membersOf(text: string, { start, end }: JsonSlice): Generator<readonly [string, JsonSlice]> {
  let at = afterSpace(text, start);
  if (text.charCodeAt(at) !== OPEN_MAP) return;
  at = afterSpace(text, at + 1);
  while (at < end && text.charCodeAt(at) === QUOTE) {
    const keyEnd = afterString(text, at);
    const colon = afterSpace(text, keyEnd);
    if (text.charCodeAt(colon) !== COLON) break;
    const value = afterSpace(text, colon + 1);
    const isList = text.charCodeAt(value) === OPEN_LIST;
    const member = isList ? listFrom(text, value) : { start: value, end: afterValue(text, value) };
    yield [stringOf(text, at, keyEnd), member];
    at = afterSpace(text, member.end);
    if (text.charCodeAt(at) !== COMMA) break;
    at = afterSpace(text, at + 1);
  }
}

/** A list with its items, as far as they are divided by commas. */
function listFrom(text: string, start: number): JsonSlice {
  const items: JsonSlice[] = [];
  let at = afterSpace(text, start + 1);
  while (at < text.length && text.charCodeAt(at) !== CLOSE_LIST) {
    const end = afterValue(text, at);
    items.push({ start: at, end });
    at = afterSpace(text, end);
    if (text.charCodeAt(at) !== COMMA) break;
    at = afterSpace(text, at + 1);
  }
  const end = text.charCodeAt(at) === CLOSE_LIST ? at + 1 : afterValue(text, start);
  return { start, end, items };
}

/** Strings with escapes are decoded, the others are as written. */
function stringOf(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    return raw;
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

/** Past the closing quote of the string that begins at `from`. */
function afterString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

function afterValue(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return afterString(text, from);
  if (first !== OPEN_MAP && first !== OPEN_LIST) return afterScalar(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = afterString(text, at) - 1;
    else if (code === OPEN_MAP || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE_MAP || code === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function afterScalar(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[^\s,\]}]/.test(text.charAt(at))) at += 1;
  return at > from ? at : from + 1;
}

/** Tells line and column of offsets; the lines of the text are found once, by one look through it. */
export function createLines(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  let ends = new Uint32Array(1024);
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (count === ends.length) {
      const grown = new Uint32Array(ends.length * 2);
      grown.set(ends);
      ends = grown;
    }
    ends[count] = at;
    count += 1;
  }
  return (offset) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const start = low === 0 ? 0 : (ends[low - 1] ?? 0) + 1;
    return { line: low + 1, column: offset - start + 1 };
  };
}
