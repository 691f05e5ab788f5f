import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import { matches, type Pattern, type Subject, subjectText } from '../compile/pattern.ts';
import { NO, YES } from '../compile/three-valued.ts';

/** The resources of a question, by position, with an index over their ARNs. */
export interface Universe {
  /** Tells it from others. */
  readonly number: number;
  readonly resources: readonly Resource[];
  /** What an action names in each. */
  readonly arns: readonly Subject[];
  /** Positions that a pattern matches, surely or perhaps; `all` for `*`, which is not written out. */
  matching(pattern: Pattern): 'all' | Matching;
}

export interface Matching {
  readonly surely: readonly number[];
  readonly perhaps: readonly number[];
}

interface Place {
  readonly at: number;
  readonly arn: Subject;
}

interface Row extends Place {
  readonly literal: string;
}

/**
 * ARNs that are known stand in order, so that a pattern looks at those only that begin like it. The others, in which only
 * deployment tells some part, are looked at one by one.
 */
export function createUniverse(
  number: number,
  resources: readonly Resource[],
  arnOf: (resource: Resource) => Text,
): Universe {
  const arns = resources.map((resource) => subjectText(arnOf(resource)));
  const rows: Row[] = [];
  const open: Place[] = [];
  arns.forEach((arn, at) => {
    if (arn.literal === undefined) open.push({ at, arn });
    else rows.push({ at, arn, literal: arn.literal });
  });
  rows.sort(byLiteral);
  const tails = createTails(rows);
  const known = new Map<string, Matching>();
  return {
    number,
    resources,
    arns,
    matching(pattern) {
      if (pattern.kind === 'any') return 'all';
      const before = known.get(pattern.key);
      if (before !== undefined) return before;
      const made = matchingAmong([tails.candidates(pattern) ?? beginning(rows, pattern), open], pattern);
      known.set(pattern.key, made);
      return made;
    },
  };
}

interface Tails {
  /** Rows in which a later piece of the pattern stands; undefined when no piece of it narrows more than its beginning. */
  candidates(pattern: Pattern): readonly Row[] | undefined;
}

/**
 * What stands behind the account of an ARN, by what it begins with: `arn:aws:sqs:*:*:team-1-*` asks for few of those that
 * begin like it. Made when a pattern first asks.
 */
function createTails(rows: readonly Row[]): Tails {
  let made: readonly Row[] | undefined;
  return {
    candidates(pattern) {
      const piece = laterPiece(pattern);
      if (piece === undefined) return undefined;
      made ??= rows.flatMap(tailsOf).sort(byLiteral);
      const found = new Map(beginning(made, { head: piece }).map((row) => [row.at, row]));
      return [...found.values()];
    },
  };
}

/** The fields of an ARN before what names the resource. */
const FIELDS = 5;

/** Where the fields end of which every ARN has as many; -1 for what is none. */
function endOfFields(arn: string): number {
  let end = -1;
  for (let field = 0; field < FIELDS; field += 1) {
    end = arn.indexOf(':', end + 1);
    if (end < 0) return -1;
  }
  return end;
}

/** An ARN from the end of its fields and from each `:` and `/` behind it. */
function tailsOf({ at, arn, literal }: Row): readonly Row[] {
  const tails: Row[] = [];
  const start = endOfFields(literal);
  for (let from = start; from >= 0 && from < literal.length; from += 1)
    if (from === start || literal[from] === ':' || literal[from] === '/')
      tails.push({ at, arn, literal: literal.slice(from) });
  return tails;
}

/**
 * What a pattern with a wildcard in its fields says for sure of what follows them: `:team-1-`. As many `:` stand before it in
 * the pattern, and so in every ARN that matches.
 */
function laterPiece({ kind, literal, head }: Pattern): string | undefined {
  if (kind !== 'glob' || literal === undefined) return undefined;
  const start = endOfFields(literal);
  if (start < head.length) return undefined;
  const rest = literal.slice(start);
  const end = rest.search(/[*?]/);
  const piece = end < 0 ? rest : rest.slice(0, end);
  return piece.length > 1 ? piece : undefined;
}

function byLiteral(left: Row, right: Row): number {
  return left.literal < right.literal ? -1 : left.literal > right.literal ? 1 : left.at - right.at;
}

/** Rows that the fixed beginning of a pattern leaves: for an open pattern those of which it may be the beginning. */
function beginning(rows: readonly Row[], { head }: Pick<Pattern, 'head'>): readonly Row[] {
  const first = lowerBound(rows, head);
  let end = first;
  while (end < rows.length && rows[end]?.literal.startsWith(head) === true) end += 1;
  return rows.slice(first, end);
}

function lowerBound(rows: readonly Row[], text: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.literal ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function matchingAmong(lists: readonly (readonly Place[])[], pattern: Pattern): Matching {
  const surely: number[] = [];
  const perhaps: number[] = [];
  for (const list of lists)
    for (const { at, arn } of list) {
      const match = matches(pattern, arn);
      if (match === NO) continue;
      if (match === YES) surely.push(at);
      else perhaps.push(at);
    }
  if (surely.length + perhaps.length === 0) return nothing;
  return { surely: surely.sort(ascending), perhaps: perhaps.sort(ascending) };
}

function ascending(left: number, right: number): number {
  return left - right;
}

const nothing: Matching = { surely: [], perhaps: [] };
