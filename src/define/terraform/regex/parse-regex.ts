import { characterClass, escapeClass, type Test } from './character-class.ts';

/** A regular expression as RE2 reads it: without look-around and back references, so that matching is linear. */
export type Pattern =
  | { readonly kind: 'empty' }
  | { readonly kind: 'char'; readonly test: Test }
  | { readonly kind: 'assert'; readonly what: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly of: Pattern;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly kind: 'group'; readonly of: Pattern; readonly index: number };

export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word' | 'no-word';

export interface ParsedRegex {
  readonly pattern: Pattern;
  /** Names of the groups by number; empty for those without. */
  readonly groups: readonly string[];
}

/** Groups in each other. */
const MOST_DEPTH = 100;
/** RE2 refuses higher counts too. */
const MOST_REPEAT = 1000;

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly swapGreedy: boolean;
}

interface State {
  readonly text: string;
  at: number;
  depth: number;
  flags: Flags;
  readonly groups: string[];
  error: string | undefined;
}

/** The expression, or what is wrong with it. Source of the syntax: https://github.com/google/re2/wiki/Syntax */
export function parseRegex(text: string): ParsedRegex | string {
  const flags = { ignoreCase: false, multiLine: false, dotAll: false, swapGreedy: false };
  const state: State = { text, at: 0, depth: 0, flags, groups: [], error: undefined };
  const pattern = alternatives(state);
  if (state.error === undefined && state.at < text.length) state.error = ') has no ( before it';
  return state.error ?? { pattern, groups: state.groups };
}

function alternatives(state: State): Pattern {
  const around = state.flags;
  state.depth += 1;
  if (state.depth > MOST_DEPTH) state.error ??= 'the groups are nested too deeply';
  const parts: Pattern[] = [sequence(state)];
  while (state.error === undefined && state.text[state.at] === '|') {
    state.at += 1;
    parts.push(sequence(state));
  }
  state.depth -= 1;
  state.flags = around;
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts };
}

function sequence(state: State): Pattern {
  const parts: Pattern[] = [];
  for (;;) {
    const character = state.text[state.at];
    if (state.error !== undefined || character === undefined || character === '|' || character === ')') break;
    const one = atom(state, character);
    if (one !== undefined) parts.push(repeated(one, state));
  }
  return { kind: 'sequence', parts };
}

function atom(state: State, character: string): Pattern | undefined {
  const { flags } = state;
  switch (character) {
    case '(':
      return group(state);
    case '[': {
      const made = characterClass(state.text, state.at, flags.ignoreCase);
      if (typeof made === 'string') {
        state.error = made;
        return undefined;
      }
      state.at = made.end;
      return { kind: 'char', test: made.test };
    }
    case '.':
      state.at += 1;
      return { kind: 'char', test: flags.dotAll ? () => true : (code) => code !== 10 };
    case '^':
      state.at += 1;
      return { kind: 'assert', what: flags.multiLine ? 'line-start' : 'text-start' };
    case '$':
      state.at += 1;
      return { kind: 'assert', what: flags.multiLine ? 'line-end' : 'text-end' };
    case '*':
    case '+':
    case '?':
      state.error = `${character} has nothing to repeat`;
      return undefined;
    case '\\':
      return escaped(state);
    default: {
      const code = state.text.codePointAt(state.at) ?? 0;
      state.at += code > 0xffff ? 2 : 1;
      return { kind: 'char', test: sameCharacter(code, flags.ignoreCase) };
    }
  }
}

function sameCharacter(code: number, ignoreCase: boolean): Test {
  if (!ignoreCase) return (other) => other === code;
  const letter = String.fromCodePoint(code).toLowerCase();
  return (other) => other === code || String.fromCodePoint(other).toLowerCase() === letter;
}

const assertions: Readonly<Record<string, Assertion>> = { A: 'text-start', z: 'text-end', b: 'word', B: 'no-word' };

function escaped(state: State): Pattern | undefined {
  const letter = state.text[state.at + 1] ?? '';
  const what = Object.hasOwn(assertions, letter) ? assertions[letter] : undefined;
  if (what !== undefined) {
    state.at += 2;
    return { kind: 'assert', what };
  }
  if (letter === 'Q') {
    const end = state.text.indexOf('\\E', state.at);
    const content = state.text.slice(state.at + 2, end < 0 ? undefined : end);
    state.at = end < 0 ? state.text.length : end + 2;
    const parts = [...content].map(
      (one): Pattern => ({ kind: 'char', test: sameCharacter(one.codePointAt(0) ?? 0, state.flags.ignoreCase) }),
    );
    return { kind: 'sequence', parts };
  }
  const made = escapeClass(state.text, state.at, state.flags.ignoreCase);
  if (typeof made === 'string') {
    state.error = made;
    return undefined;
  }
  state.at = made.end;
  return { kind: 'char', test: made.test };
}

function group(state: State): Pattern | undefined {
  state.at += 1;
  let index: number | undefined;
  if (state.text[state.at] === '?') {
    const named = /^\?P?<([A-Za-z_]\w*)>/.exec(state.text.slice(state.at, state.at + 200));
    const flagged = /^\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(state.text.slice(state.at, state.at + 20));
    if (named !== null) {
      state.at += named[0].length;
      index = state.groups.push(named[1] ?? '');
    } else if (flagged !== null) {
      state.at += flagged[0].length;
      const before = state.flags;
      state.flags = changed(before, flagged[1] ?? '', flagged[2] ?? '');
      if (flagged[3] === ')') return undefined;
      const inner = closedGroup(state);
      state.flags = before;
      return inner;
    } else {
      state.error = 'the kind of group is not known';
      return undefined;
    }
  } else index = state.groups.push('');
  const of = closedGroup(state);
  return { kind: 'group', of, index };
}

function closedGroup(state: State): Pattern {
  const inner = alternatives(state);
  if (state.text[state.at] === ')') state.at += 1;
  else state.error ??= '( is not closed';
  return inner;
}

function changed(flags: Flags, on: string, off: string): Flags {
  const pick = (letter: string, now: boolean) => (on.includes(letter) ? true : off.includes(letter) ? false : now);
  return {
    ignoreCase: pick('i', flags.ignoreCase),
    multiLine: pick('m', flags.multiLine),
    dotAll: pick('s', flags.dotAll),
    swapGreedy: pick('U', flags.swapGreedy),
  };
}

function repeated(of: Pattern, state: State): Pattern {
  let result = of;
  for (let times = 0; ; times += 1) {
    const counts = countsAt(state);
    if (counts === undefined) return result;
    if (times > 0) {
      state.error = 'a repetition is repeated';
      return result;
    }
    const lazy = state.text[state.at] === '?';
    if (lazy) state.at += 1;
    if (counts.least > MOST_REPEAT || (Number.isFinite(counts.most) && counts.most > MOST_REPEAT)) {
      state.error = `a repetition counts to over ${MOST_REPEAT}`;
    }
    result = { kind: 'repeat', of: result, ...counts, greedy: lazy === state.flags.swapGreedy };
  }
}

function countsAt(state: State): { readonly least: number; readonly most: number } | undefined {
  const character = state.text[state.at];
  const simple =
    character === '*' ? [0, Infinity] : character === '+' ? [1, Infinity] : character === '?' ? [0, 1] : undefined;
  if (simple !== undefined) {
    state.at += 1;
    return { least: simple[0] ?? 0, most: simple[1] ?? 0 };
  }
  const counted = character === '{' ? /^\{(\d+)(,?)(\d*)\}/.exec(state.text.slice(state.at, state.at + 20)) : null;
  if (counted === null) return undefined;
  state.at += counted[0].length;
  const least = Number(counted[1]);
  const most = counted[2] === '' ? least : counted[3] === '' ? Infinity : Number(counted[3]);
  if (most < least) state.error = 'a repetition counts backwards';
  return { least, most };
}
