/**
 * Symbolic strings: what is known of a string before deployment. Literal parts stand beside named holes; two holes are
 * equal exactly when their symbols are. Every ARN, name and policy element of the system is one of these.
 */
export type Text = readonly TextPart[];
export type TextPart = string | Hole;

/** What only deployment, or one more input, can tell. */
export interface Hole {
  readonly symbol: string;
  readonly kind: HoleKind;
  /** The one input that would settle it, for people: `parameter VpcId of webshop`. */
  readonly settledBy: string;
}

/**
 * A secret that a record of what is deployed holds, without telling whether the source has it in clear: that is for the
 * source to say.
 */
export function recordedSecret(of: string, settledBy: string): Hole {
  return { symbol: `recorded:${of}`, kind: 'secret', settledBy };
}

/** Is it a secret of which nobody has said yet whether the source has it in clear? */
export function isRecordedSecret({ kind, symbol }: Hole): boolean {
  return kind === 'secret' && symbol.startsWith('recorded:');
}

export type HoleKind =
  | 'parameter'
  | 'physical-name'
  | 'attribute'
  | 'account'
  | 'region'
  | 'partition'
  | 'import'
  | 'lookup'
  | 'secret'
  | 'expression';

/** Does every filling of the holes match, does none, or does it depend? */
export type Match = 'yes' | 'no' | 'maybe';

/** Joins adjacent literals and drops empty ones, so that equal texts have equal parts. */
export function text(...parts: readonly TextPart[]): Text {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** The string itself when nothing is open. */
export function literalOf(value: Text): string | undefined {
  if (value.length === 0) return '';
  const only = value[0];
  return value.length === 1 && typeof only === 'string' ? only : undefined;
}

export function holesOf(value: Text): readonly Hole[] {
  return value.filter((part): part is Hole => typeof part !== 'string');
}

/** Equal for equal texts; holes appear as `${symbol}`, a literal `$` is doubled. */
export function textKey(value: Text): string {
  const only = value[0];
  if (value.length === 1 && typeof only === 'string' && !only.includes('$')) return only;
  return value.map((part) => (typeof part === 'string' ? part.replaceAll('$', '$$$$') : `\${${part.symbol}}`)).join('');
}

/** For people: holes as `<what they are>`, without the deployment they belong to. */
export function describeText(value: Text): string {
  return value
    .map((part) =>
      typeof part === 'string' ? part : `<${part.symbol.slice(part.symbol.lastIndexOf('/') + 1).replace(/\}+$/, '')}>`,
    )
    .join('');
}

/** Are two texts the same string? `maybe` when it depends on their holes. */
export function sameText(left: Text, right: Text): Match {
  return matchTokens(tokensOf(left, false), tokensOf(right, false));
}

/** Does the pattern with `*` (any run) and `?` (any one character) match the subject? Both may have holes. */
export function matchPattern(pattern: Text, subject: Text): Match {
  return matchTokens(tokensOf(pattern, true), tokensOf(subject, false));
}

/** As `matchPattern`, without regard to case (IAM actions). */
export function matchPatternIgnoringCase(pattern: Text, subject: Text): Match {
  return matchPattern(lowered(pattern), lowered(subject));
}

function lowered(value: Text): Text {
  return value.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
}

const PLAIN = 'character:';

/** A character of a pattern that is meant as itself where `*` and `?` would be wildcards. */
export function plainCharacter(character: string): Hole {
  return { symbol: `${PLAIN}${character}`, kind: 'expression', settledBy: `the character ${character}` };
}

function plain({ symbol }: Hole): string | undefined {
  return symbol.startsWith(PLAIN) ? symbol.slice(PLAIN.length) : undefined;
}

/** One character, a hole, or a wildcard of the pattern. */
type Token = string | Hole | typeof anyRun | typeof anyOne;
const anyRun = 0;
const anyOne = 1;

function tokensOf(value: Text, wildcards: boolean): readonly Token[] {
  const tokens: Token[] = [];
  for (const part of value) {
    if (typeof part !== 'string') tokens.push(plain(part) ?? part);
    else {
      for (const character of part) {
        if (wildcards && character === '*') tokens.push(anyRun);
        else if (wildcards && character === '?') tokens.push(anyOne);
        else tokens.push(character);
      }
    }
  }
  return tokens;
}

function matchTokens(whole: readonly Token[], all: readonly Token[]): Match {
  // What both surely begin with decides nothing; behind it holes have less to be filled with.
  const equal = sharedStart(whole, all);
  const [pattern, subject] = equal === 0 ? [whole, all] : [whole.slice(equal), all.slice(equal)];
  if (pattern.length === 1 && pattern[0] === anyRun) return 'yes';
  const hasHole = (token: Token) => typeof token === 'object';
  if (!pattern.some(hasHole) && !subject.some(hasHole)) return walk(pattern, subject, certain) ? 'yes' : 'no';
  if (walk(pattern, subject, certain)) return 'yes';
  return overlaps(pattern, subject) ? 'maybe' : 'no';
}

/** What AWS makes up holds no wildcards; what users supply may, and is another pattern then. */
const made: ReadonlySet<HoleKind> = new Set(['account', 'region', 'partition', 'attribute', 'physical-name']);

/** How many tokens at the beginning are the same for every filling; none behind the first run. */
function sharedStart(pattern: readonly Token[], subject: readonly Token[]): number {
  let at = 0;
  while (at < pattern.length && at < subject.length) {
    const [left, right] = [pattern[at], subject[at]];
    if (left === undefined || left === anyRun || right === undefined || !certain(left, right)) break;
    if (typeof left === 'object' && !made.has(left.kind)) break;
    at += 1;
  }
  return at;
}

type Step = (pattern: Token, subject: Token) => boolean;

/** A step that holds for every filling: equal characters, equal holes, `?` with one character. */
const certain: Step = (pattern, subject) => {
  if (typeof subject === 'object') return typeof pattern === 'object' && pattern.symbol === subject.symbol;
  return pattern === anyOne || pattern === subject;
};

/** Glob matching with back-tracking to the last run only: linear times the number of runs. */
function walk(pattern: readonly Token[], subject: readonly Token[], step: Step): boolean {
  let p = 0;
  let s = 0;
  let lastRun = -1;
  let resume = 0;
  while (s < subject.length) {
    const token = pattern[p];
    if (token === anyRun) {
      lastRun = p;
      resume = s;
      p += 1;
    } else if (token !== undefined && step(token, subject[s] as Token)) {
      p += 1;
      s += 1;
    } else if (lastRun >= 0) {
      p = lastRun + 1;
      resume += 1;
      s = resume;
    } else return false;
  }
  while (pattern[p] === anyRun) p += 1;
  return p === pattern.length;
}

/** Is there a filling under which the two are equal? Holes count as any run that their kind allows. */
function overlaps(pattern: readonly Token[], subject: readonly Token[]): boolean {
  const width = subject.length + 1;
  const seen = new Uint8Array((pattern.length + 1) * width);
  const open: number[] = [0];
  const visit = (p: number, s: number) => {
    const at = p * width + s;
    if (p <= pattern.length && s <= subject.length && seen[at] === 0) {
      seen[at] = 1;
      open.push(at);
    }
  };
  seen[0] = 1;
  while (open.length > 0) {
    const at = open.pop() ?? 0;
    const p = Math.floor(at / width);
    const s = at % width;
    if (p === pattern.length && s === subject.length) return true;
    const [left, right] = [pattern[p], subject[s]];
    if (isRun(left)) visit(p + 1, s);
    if (isRun(right)) visit(p, s + 1);
    if (left === undefined || right === undefined) continue;
    if (swallows(left, right)) visit(p, s + 1);
    if (swallows(right, left)) visit(p + 1, s);
    if (meets(left, right)) visit(p + 1, s + 1);
  }
  return false;
}

function swallows(run: Token, token: Token): boolean {
  return isRun(run) && admits(run, token);
}

/** Two single characters that may be the same. */
function meets(left: Token, right: Token): boolean {
  return !isRun(left) && !isRun(right) && (left === anyOne || left === right);
}

function isRun(token: Token | undefined): boolean {
  return token === anyRun || typeof token === 'object';
}

/** Account ids are digits, regions and partitions have neither `:` nor `/`: what a hole of that kind can swallow. */
const alphabets: Partial<Record<HoleKind, RegExp>> = {
  account: /^[0-9]$/,
  region: /^[a-z0-9-]$/,
  partition: /^[a-z-]$/,
};

function admits(run: Token, token: Token): boolean {
  if (typeof run !== 'object' || typeof token !== 'string') return true;
  const alphabet = alphabets[run.kind];
  return alphabet === undefined || alphabet.test(token);
}
