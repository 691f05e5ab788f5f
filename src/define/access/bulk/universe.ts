import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import { matches, type Pattern, type Subject, subjectText } from '../compile/pattern.ts';
import { NO, YES } from '../compile/three-valued.ts';
import { remember } from './numbers.ts';
import { createTextOrder, type TextOrder } from './text-order.ts';

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

/**
 * ARNs that are known are found by what they begin with, so that a pattern looks at those only that begin like it. The others,
 * in which only deployment tells some part, are looked at one by one.
 */
export function createUniverse(
  number: number,
  resources: readonly Resource[],
  arnOf: (resource: Resource) => Text,
): Universe {
  const arns = resources.map((resource) => subjectText(arnOf(resource)));
  const order = createTextOrder();
  const open: number[] = [];
  arns.forEach(({ literal }, at) => {
    if (literal === undefined) open.push(at);
    else order.add(literal, at);
  });
  const tails = createTails(arns);
  const known = new Map<string, Matching>();
  const find = (pattern: Pattern): Matching => {
    const isExact = pattern.kind === 'exact';
    const likely = isExact ? order.of(pattern.head) : (tails(pattern) ?? order.beginningWith(pattern.head));
    return matchingAmong(arns, open.length === 0 ? likely : [...likely, ...open], pattern);
  };
  return {
    number,
    resources,
    arns,
    matching: (pattern) => (pattern.kind === 'any' ? 'all' : remember(known, pattern.key, () => find(pattern))),
  };
}

/**
 * What stands behind the account of an ARN, by what it begins with: `arn:aws:sqs:*:*:team-1-*` asks for few of those that
 * begin like it. Gives the positions at which a later piece of the pattern stands; undefined when no piece of it narrows more
 * than its beginning. Made when a pattern first asks.
 */
function createTails(arns: readonly Subject[]): (pattern: Pattern) => readonly number[] | undefined {
  let made: TextOrder | undefined;
  return (pattern) => {
    const piece = laterPiece(pattern);
    if (piece === undefined) return undefined;
    made ??= tailsOf(arns);
    return [...new Set(made.beginningWith(piece))];
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

/** ARNs from the end of their fields and from each `:` behind it, since pieces of patterns begin with one. */
function tailsOf(arns: readonly Subject[]): TextOrder {
  const order = createTextOrder();
  arns.forEach(({ literal }, at) => {
    if (literal === undefined) return;
    for (let from = endOfFields(literal); from >= 0; from = literal.indexOf(':', from + 1))
      order.add(literal.slice(from), at);
  });
  return order;
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

function matchingAmong(arns: readonly Subject[], positions: readonly number[], pattern: Pattern): Matching {
  const surely: number[] = [];
  const perhaps: number[] = [];
  for (const at of positions) {
    const arn = arns[at];
    const match = arn === undefined ? NO : matches(pattern, arn);
    if (match === YES) surely.push(at);
    else if (match !== NO) perhaps.push(at);
  }
  return surely.length + perhaps.length === 0
    ? nothing
    : { surely: surely.sort(byNumber), perhaps: perhaps.sort(byNumber) };
}

function byNumber(left: number, right: number): number {
  return left - right;
}

const nothing: Matching = { surely: [], perhaps: [] };
