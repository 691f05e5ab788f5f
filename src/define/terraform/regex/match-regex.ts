import { type Test, wordCharacter } from './character-class.ts';
import { type Assertion, type Pattern, parseRegex } from './parse-regex.ts';

/**
 * Matching in time linear to the text: all ways of matching are walked at once, in order of preference, as RE2 does it. No
 * expression can make it hang.
 */
export interface Regex {
  /** Names of the groups; empty for those without. */
  readonly groups: readonly string[];
  /** The leftmost match at or after an offset: start and end of the whole and of each group, -1 where it took no part. */
  exec(text: string, from: number): readonly number[] | undefined | 'too-long';
}

type Instruction =
  | { readonly op: 'char'; readonly test: Test }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'match' };

/** Instructions of one program; counted repetitions multiply. */
const MOST_INSTRUCTIONS = 20_000;
/** Instructions that one search may walk. */
const MOST_WORK = 30_000_000;

/** The compiled expression, or what is wrong with it. */
export function compileRegex(source: string): Regex | string {
  const parsed = parseRegex(source);
  if (typeof parsed === 'string') return parsed;
  const program: Instruction[] = [];
  if (!emit(parsed.pattern, program)) return 'the expression is too large';
  program.push({ op: 'match' });
  return { groups: parsed.groups, exec: (text, from) => search(program, parsed.groups.length, text, from) };
}

function emit(pattern: Pattern, program: Instruction[]): boolean {
  if (program.length > MOST_INSTRUCTIONS) return false;
  switch (pattern.kind) {
    case 'empty':
      return true;
    case 'char':
      program.push({ op: 'char', test: pattern.test });
      return true;
    case 'assert':
      program.push({ op: 'assert', what: pattern.what });
      return true;
    case 'sequence':
      return pattern.parts.every((part) => emit(part, program));
    case 'group': {
      program.push({ op: 'save', slot: pattern.index * 2 });
      const fits = emit(pattern.of, program);
      program.push({ op: 'save', slot: pattern.index * 2 + 1 });
      return fits;
    }
    case 'choice':
      return emitChoice(pattern.parts, program);
    case 'repeat':
      return emitRepeat(pattern, program);
  }
}

function emitChoice(parts: readonly Pattern[], program: Instruction[]): boolean {
  const jumps: { op: 'jump'; to: number }[] = [];
  for (const [at, part] of parts.entries()) {
    const last = at === parts.length - 1;
    const split: Instruction & { op: 'split' } = { op: 'split', first: program.length + 1, second: 0 };
    if (!last) program.push(split);
    if (!emit(part, program)) return false;
    if (last) break;
    const jump = { op: 'jump' as const, to: 0 };
    jumps.push(jump);
    program.push(jump);
    split.second = program.length;
  }
  for (const jump of jumps) jump.to = program.length;
  return true;
}

function emitRepeat(pattern: Extract<Pattern, { kind: 'repeat' }>, program: Instruction[]): boolean {
  const { of, least, most, greedy } = pattern;
  for (let count = 0; count < least; count += 1) if (!emit(of, program)) return false;
  const optional = (): Instruction & { op: 'split' } => {
    const split: Instruction & { op: 'split' } = { op: 'split', first: 0, second: 0 };
    program.push(split);
    return split;
  };
  const aim = (split: Instruction & { op: 'split' }, inside: number, outside: number) => {
    split.first = greedy ? inside : outside;
    split.second = greedy ? outside : inside;
  };
  if (most === Infinity) {
    const start = program.length;
    const split = optional();
    if (!emit(of, program)) return false;
    program.push({ op: 'jump', to: start });
    aim(split, start + 1, program.length);
    return true;
  }
  const splits: { readonly split: Instruction & { op: 'split' }; readonly inside: number }[] = [];
  for (let count = least; count < most; count += 1) {
    splits.push({ split: optional(), inside: program.length });
    if (!emit(of, program)) return false;
  }
  for (const { split, inside } of splits) aim(split, inside, program.length);
  return true;
}

interface Thread {
  readonly at: number;
  readonly slots: readonly number[];
}

interface Search {
  readonly program: readonly Instruction[];
  readonly text: string;
  /** The position in which each instruction was last added. */
  readonly seen: Int32Array;
  work: number;
}

function search(
  program: readonly Instruction[],
  groups: number,
  text: string,
  from: number,
): ReturnType<Regex['exec']> {
  const run: Search = { program, text, seen: new Int32Array(program.length).fill(-1), work: 0 };
  let threads: readonly Thread[] = [];
  let found: readonly number[] | undefined;
  for (let at = from; ; ) {
    const here = [...threads];
    if (found === undefined) {
      const slots = new Array<number>(groups * 2 + 2).fill(-1);
      slots[0] = at;
      add(run, here, { at: 0, slots }, at);
    } else if (here.length === 0) return found;
    const code = text.codePointAt(at);
    const next = at + (code !== undefined && code > 0xffff ? 2 : 1);
    const step = stepped(run, here, code, next);
    if (step.match !== undefined) found = step.match.map((slot, index) => (index === 1 ? at : slot));
    run.work += here.length;
    if (run.work > MOST_WORK) return 'too-long';
    if (code === undefined) return found;
    threads = step.threads;
    at = next;
  }
}

/** Lets every thread read one character; a match ends those that are less preferred. */
function stepped(run: Search, threads: readonly Thread[], code: number | undefined, next: number) {
  const result: Thread[] = [];
  for (const { at, slots } of threads) {
    const instruction = run.program[at];
    if (instruction?.op === 'match') return { threads: result, match: slots };
    if (instruction?.op === 'char' && code !== undefined && instruction.test(code))
      add(run, result, { at: at + 1, slots }, next);
  }
  return { threads: result, match: undefined };
}

/** Follows jumps and assertions to the instructions that read a character; the preferred ones come first. */
function add(run: Search, into: Thread[], start: Thread, position: number): void {
  const stack: Thread[] = [start];
  for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
    const { at, slots } = thread;
    if (run.seen[at] === position) continue;
    run.seen[at] = position;
    run.work += 1;
    const instruction = run.program[at];
    if (instruction === undefined) continue;
    if (instruction.op === 'jump') stack.push({ at: instruction.to, slots });
    else if (instruction.op === 'split')
      stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
    else if (instruction.op === 'save') {
      const saved = [...slots];
      saved[instruction.slot] = position;
      stack.push({ at: at + 1, slots: saved });
    } else if (instruction.op === 'assert') {
      if (asserted(instruction.what, run.text, position)) stack.push({ at: at + 1, slots });
    } else into.push(thread);
  }
}

function asserted(what: Assertion, text: string, at: number): boolean {
  switch (what) {
    case 'text-start':
      return at === 0;
    case 'text-end':
      return at === text.length;
    case 'line-start':
      return at === 0 || text[at - 1] === '\n';
    case 'line-end':
      return at === text.length || text[at] === '\n';
    case 'word':
    case 'no-word': {
      const before = at > 0 && wordCharacter(text.charCodeAt(at - 1));
      const after = at < text.length && wordCharacter(text.charCodeAt(at));
      return (before !== after) === (what === 'word');
    }
  }
}
