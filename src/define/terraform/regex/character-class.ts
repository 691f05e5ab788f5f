/** Does a code point belong to a class? */
export type Test = (code: number) => boolean;

/** A class that was read, and the offset behind it. */
export interface ReadClass {
  readonly test: Test;
  readonly end: number;
}

const digit: Test = (code) => code >= 48 && code <= 57;
const space: Test = (code) => code === 32 || code === 9 || code === 10 || code === 12 || code === 13;

/** Letters, digits and `_` of ASCII, as `\w` and `\b` have it. */
export const wordCharacter: Test = (code) =>
  digit(code) || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const not =
  (test: Test): Test =>
  (code) =>
    !test(code);

const letterClasses: Readonly<Record<string, Test>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: wordCharacter,
  W: not(wordCharacter),
};

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: the classes are defined by them
const posix: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  ascii: /^[\0-\x7f]$/,
  blank: /^[\t ]$/,
  cntrl: /^[\0-\x1f\x7f]$/,
  digit: /^[0-9]$/,
  graph: /^[!-~]$/,
  lower: /^[a-z]$/,
  print: /^[ -~]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[\t\n\v\f\r ]$/,
  upper: /^[A-Z]$/,
  word: /^[0-9A-Za-z_]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: the classes are defined by them

/** `[a-z]`, from its bracket; or what is wrong with it. */
export function characterClass(text: string, start: number, ignoreCase: boolean): ReadClass | string {
  let at = start + 1;
  const negated = text[at] === '^';
  if (negated) at += 1;
  const tests: Test[] = [];
  for (let first = true; first || text[at] !== ']'; first = false) {
    if (at >= text.length) return '[ is not closed';
    const read = member(text, at);
    if (typeof read === 'string') return read;
    at = read.end;
    tests.push(read.test);
  }
  const cased = ignoreCase ? tests.map(inAnyCase) : tests;
  const any: Test = (code) => cased.some((test) => test(code));
  return { test: negated ? not(any) : any, end: at + 1 };
}

function inAnyCase(test: Test): Test {
  return (code) => {
    const letter = String.fromCodePoint(code);
    return [code, letter.toLowerCase().codePointAt(0), letter.toUpperCase().codePointAt(0)].some(
      (one) => one !== undefined && test(one),
    );
  };
}

/** One member of a class: a named class, an escape, a character, or a range of characters. */
function member(text: string, at: number): ReadClass | string {
  const named = text[at] === '[' ? /^\[:(\^?)([a-z]+):\]/.exec(text.slice(at, at + 14)) : null;
  if (named !== null) {
    const pattern = posix[named[2] ?? ''];
    if (pattern === undefined) return `there is no class ${named[0]}`;
    const test: Test = (code) => pattern.test(String.fromCodePoint(code));
    return { test: named[1] === '^' ? not(test) : test, end: at + named[0].length };
  }
  const low = single(text, at);
  if (low === undefined) return escapeClass(text, at, false);
  if (typeof low === 'string') return low;
  if (text[low.end] !== '-' || text[low.end + 1] === ']' || low.end + 1 >= text.length)
    return { test: (code) => code === low.code, end: low.end };
  const high = single(text, low.end + 1);
  if (high === undefined || typeof high === 'string' || high.code < low.code) return 'the range of characters is wrong';
  return { test: (code) => code >= low.code && code <= high.code, end: high.end };
}

/** A character, plain or escaped; undefined for the escape of a class. */
function single(text: string, at: number): { readonly code: number; readonly end: number } | string | undefined {
  if (text[at] !== '\\') {
    const code = text.codePointAt(at) ?? 0;
    return { code, end: at + (code > 0xffff ? 2 : 1) };
  }
  const letter = text[at + 1] ?? '';
  return Object.hasOwn(letterClasses, letter) || letter === 'p' || letter === 'P'
    ? undefined
    : escapedCharacter(text, at);
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

function escapedCharacter(text: string, at: number): { readonly code: number; readonly end: number } | string {
  const letter = text[at + 1];
  if (letter === undefined) return 'the expression ends in a backslash';
  const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  if (control !== undefined) return { code: control, end: at + 2 };
  const numbered = /^\\(?:x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]{1,6})\}|(0[0-7]{0,2}))/.exec(text.slice(at, at + 12));
  if (numbered !== null) {
    const code = Number.parseInt(numbered[1] ?? numbered[2] ?? numbered[3] ?? '', numbered[3] === undefined ? 16 : 8);
    return code > 0x10ffff ? 'the character does not exist' : { code, end: at + numbered[0].length };
  }
  if (wordCharacter(letter.charCodeAt(0))) return `the escape \\${letter} is not known`;
  const code = text.codePointAt(at + 1) ?? 0;
  return { code, end: at + 1 + (code > 0xffff ? 2 : 1) };
}

/** An escape outside or inside a class: `\d`, `\pL`, `\x41`, `\.`. */
export function escapeClass(text: string, at: number, ignoreCase: boolean): ReadClass | string {
  const letter = text[at + 1] ?? '';
  const known = Object.hasOwn(letterClasses, letter) ? letterClasses[letter] : undefined;
  if (known !== undefined) return { test: known, end: at + 2 };
  if (letter === 'p' || letter === 'P') return unicodeClass(text, at);
  const character = escapedCharacter(text, at);
  if (typeof character === 'string') return character;
  const test: Test = (code) => code === character.code;
  return { test: ignoreCase ? inAnyCase(test) : test, end: character.end };
}

const categories = /^(?:[CLMNPSZ][a-z]?|[A-Z][a-z]+(?:_[A-Z][a-z]+)*)$/;

function unicodeClass(text: string, at: number): ReadClass | string {
  const match = /^\\([pP])(?:([A-Z])|\{(\^?)([A-Za-z_]+)\})/.exec(text.slice(at, at + 40));
  const name = match?.[2] ?? match?.[4] ?? '';
  if (match === null || !categories.test(name)) return 'the class of characters is not known';
  const property = name.length <= 2 ? name : `Script=${name}`;
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^\\p{${property}}$`, 'u');
  } catch {
    return `the class of characters ${name} is not known`;
  }
  const test: Test = (code) => pattern.test(String.fromCodePoint(code));
  const negated = (match[1] === 'P') !== (match[3] === '^');
  return { test: negated ? not(test) : test, end: at + match[0].length };
}
