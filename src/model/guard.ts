/**
 * The conditions under which something holds, as an OR of ANDs over `symbol = value` statements. `always` is the one
 * empty clause, `never` is no clause at all. Symbols are parameters, pseudo parameters, and named questions about holes
 * ("the ARN given as RoleArn matches …"), so that resources which exclude each other never meet.
 */
export type Guard = readonly Clause[];

/** Literals that hold together; sorted, without contradiction. */
export type Clause = readonly GuardLiteral[];

/** `symbol = value`, or its negation. */
export interface GuardLiteral {
  readonly symbol: string;
  readonly value: string;
  readonly holds: boolean;
  /** Every value that the symbol may have, when the template says so (AllowedValues); closes the world. */
  readonly domain?: readonly string[];
}

/** Values that symbols have unless the user gives others, for example parameter defaults. */
export type Assumed = ReadonlyMap<string, string>;

export const always: Guard = [[]];
export const never: Guard = [];

/**
 * A guard of more clauses becomes one question of its own. That is exact for the guard and its negation and only
 * forgets how it hangs together with others, so nothing that may hold is ever dropped.
 */
const MOST_CLAUSES = 64;
/** Conjunctions that would make more clauses than this treat their larger side as such a question. */
const MOST_PAIRS = 256;

/** `symbol = value`; never when the symbol cannot have the value. */
export function is(symbol: string, value: string, domain?: readonly string[]): Guard {
  if (domain?.includes(value) === false) return never;
  return [[domain === undefined ? { symbol, value, holds: true } : { symbol, value, holds: true, domain }]];
}

export function isAlways(guard: Guard): boolean {
  return guard === always || guard.some((clause) => clause.length === 0);
}

/** False only when no assignment of values makes the guard true. */
export function isPossible(guard: Guard): boolean {
  return guard.length > 0;
}

export function and(...guards: readonly Guard[]): Guard {
  let result = always;
  for (const guard of guards) {
    if (isAlways(guard)) continue;
    if (isAlways(result)) {
      result = guard;
      continue;
    }
    result = conjunction(result, guard);
  }
  return result;
}

function conjunction(left: Guard, right: Guard): Guard {
  if (left.length * right.length > MOST_PAIRS) {
    return left.length > right.length ? conjunction(asQuestion(left), right) : conjunction(left, asQuestion(right));
  }
  const clauses: Clause[] = [];
  for (const one of left) {
    for (const other of right) {
      const both = join(one, other);
      if (both !== undefined) clauses.push(both);
    }
  }
  return simplify(clauses);
}

export function or(...guards: readonly Guard[]): Guard {
  if (guards.some(isAlways)) return always;
  return simplify(guards.flat());
}

export function not(guard: Guard): Guard {
  if (guard.length === 0) return always;
  if (isAlways(guard)) return never;
  const negated = guard.map((clause): Guard => or(...clause.map(negate)));
  return and(...negated);
}

/** A text that is equal for equal guards; usable as a key. */
export function guardKey(guard: Guard): string {
  return guard.map(clauseKey).sort().join(' or ');
}

/** For people: `Env = prod and Region != eu-west-1`. Symbols lose their qualifying prefix. */
export function describeGuard(guard: Guard): string {
  if (isAlways(guard)) return 'always';
  if (guard.length === 0) return 'never';
  return guard.map((clause) => clause.map(describeLiteral).join(' and ')).join(' or ');
}

/** What the guard says when assumed values are taken: holds, fails, or open (it asks about something not assumed). */
export function underAssumptions(guard: Guard, assumed: Assumed): 'holds' | 'fails' | 'open' {
  let open = false;
  for (const clause of guard) {
    const verdict = clauseUnder(clause, assumed);
    if (verdict === 'holds') return 'holds';
    if (verdict === 'open') open = true;
  }
  return open ? 'open' : 'fails';
}

function clauseUnder(clause: Clause, assumed: Assumed): 'holds' | 'fails' | 'open' {
  let open = false;
  for (const literal of clause) {
    const value = assumed.get(literal.symbol);
    if (value === undefined) open = true;
    else if ((value === literal.value) !== literal.holds) return 'fails';
  }
  return open ? 'open' : 'holds';
}

function describeLiteral(literal: GuardLiteral): string {
  const name = literal.symbol.slice(literal.symbol.lastIndexOf('/') + 1);
  if (literal.value === 'true') return literal.holds ? name : `not (${name})`;
  return `${name} ${literal.holds ? '=' : '!='} ${literal.value}`;
}

function negate(literal: GuardLiteral): Guard {
  const reduced = reduceSymbol([{ ...literal, holds: !literal.holds }]);
  return reduced === undefined ? never : [reduced];
}

function literalKey(literal: GuardLiteral): string {
  return `${literal.symbol}${literal.holds ? '=' : '!'}${literal.value}`;
}

function clauseKey(clause: Clause): string {
  return clause.map(literalKey).join('&');
}

/** The conjunction of two clauses, or undefined when they contradict each other. */
function join(left: Clause, right: Clause): Clause | undefined {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const bySymbol = new Map<string, GuardLiteral[]>();
  for (const literal of [...left, ...right]) {
    const same = bySymbol.get(literal.symbol);
    if (same === undefined) bySymbol.set(literal.symbol, [literal]);
    else same.push(literal);
  }
  const result: GuardLiteral[] = [];
  for (const literals of bySymbol.values()) {
    const reduced = reduceSymbol(literals);
    if (reduced === undefined) return undefined;
    result.push(...reduced);
  }
  return result.sort((a, b) => (literalKey(a) < literalKey(b) ? -1 : 1));
}

/** What is left of several statements about one symbol; undefined when they cannot hold together. */
function reduceSymbol(literals: readonly GuardLiteral[]): readonly GuardLiteral[] | undefined {
  const positive = literals.find((literal) => literal.holds);
  if (positive !== undefined) {
    const fits = literals.every((other) => (other.value === positive.value) === other.holds);
    return fits ? [positive] : undefined;
  }
  const excluded = new Map(literals.map((literal) => [literal.value, literal]));
  const domain = literals.find((literal) => literal.domain !== undefined)?.domain;
  const left = domain?.filter((value) => !excluded.has(value));
  if (left === undefined) return [...excluded.values()];
  const [only] = left;
  if (only === undefined) return undefined;
  if (left.length > 1) return [...excluded.values()];
  return [{ symbol: literals[0]?.symbol ?? '', value: only, holds: true, ...(domain && { domain }) }];
}

/** A clause with the keys of its literals, sorted. */
interface Keyed {
  readonly clause: Clause;
  readonly keys: ReadonlySet<string>;
}

/** Drops clauses that others include, and joins `x and A` with `not x and A` to `A`. */
function simplify(clauses: readonly Clause[]): Guard {
  const kept = new Map<string, Keyed>();
  const literals = new Set<string>();
  const open = clauses.toReversed().sort((a, b) => b.length - a.length);
  for (let clause = open.pop(); clause !== undefined; clause = open.pop()) {
    if (clause.length === 0) return always;
    const keys = new Set(clause.map(literalKey));
    const key = [...keys].join('&');
    if (kept.has(key) || [...kept.values()].some((one) => isSubset(one.keys, keys))) continue;
    const found = complementOf(clause, kept, literals);
    if (found === undefined) {
      kept.set(key, { clause, keys });
      for (const one of keys) literals.add(one);
    } else {
      kept.delete(found.partner);
      open.push(found.rest);
    }
  }
  const minimal = withoutSupersets([...kept.values()]);
  if (coversAll(minimal)) return always;
  return minimal.length > MOST_CLAUSES ? asQuestion(minimal) : minimal;
}

/** Joining makes shorter clauses, which may lie in ones that were kept before. */
function withoutSupersets(clauses: readonly Keyed[]): Guard {
  const sizes = new Set(clauses.map((one) => one.keys.size));
  const smaller = (one: Keyed) =>
    clauses.some((other) => other.keys.size < one.keys.size && isSubset(other.keys, one.keys));
  return clauses.filter((one) => sizes.size === 1 || !smaller(one)).map((one) => one.clause);
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (part.size > whole.size) return false;
  for (const key of part) if (!whole.has(key)) return false;
  return true;
}

/** A kept clause that differs only in one negated literal, and what both have in common. */
function complementOf(clause: Clause, kept: ReadonlyMap<string, Keyed>, literals: ReadonlySet<string>) {
  for (const literal of clause) {
    const [opposite] = negate(literal)[0] ?? [];
    if (opposite === undefined || !literals.has(literalKey(opposite))) continue;
    const partner = clause.map((one) => literalKey(one === literal ? opposite : one)).sort();
    const key = partner.join('&');
    if (kept.has(key)) return { partner: key, rest: clause.filter((one) => one !== literal) };
  }
  return undefined;
}

/** Do the statements that stand alone leave no value of some symbol? */
function coversAll(clauses: readonly Clause[]): boolean {
  const alone = clauses.flatMap((clause) => (clause.length === 1 ? clause : []));
  if (alone.length < 2) return false;
  const bySymbol = new Map<string, GuardLiteral[]>();
  for (const literal of alone) {
    const opposite = { ...literal, holds: !literal.holds };
    bySymbol.set(literal.symbol, [...(bySymbol.get(literal.symbol) ?? []), opposite]);
  }
  return [...bySymbol.values()].some((opposites) => opposites.length > 1 && reduceSymbol(opposites) === undefined);
}

/** The guard as one statement: equal guards make equal statements. */
function asQuestion(guard: Guard): Guard {
  return [[{ symbol: `guard:${hashOf(guardKey(guard))}`, value: 'true', holds: true }]];
}

/** Two runs of FNV-1a with different starts: 64 bits, enough to tell guards of one system apart. */
function hashOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0xc9dc5118];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ (low >>> 15);
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 0).toString(16).padStart(8, '0');
}
