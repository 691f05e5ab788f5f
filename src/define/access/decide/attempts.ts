import type { OpenCondition } from '../../../model/access.ts';
import { literalOf, type Match, matchPattern, sameText, type Text, text, textKey } from '../../../model/text.ts';
import { isOwn, leavesName } from '../compile/own-names.ts';
import { beginApart, fixedPart, globMatches, headOf } from '../compile/pattern.ts';
import { chosenHole, type Request, type Written } from './request.ts';

/** More combinations than this are not tried; what they could do stays conditional. */
const MOST = 96;

/** Something that no policy spells out, so that only wildcards match it. */
const ANYTHING = '~~~~~~~~';

/** Ways to write what is up to the caller, and whether there are no others. */
export interface Writings {
  readonly rows: readonly Written[];
  readonly complete: boolean;
}

/**
 * For each key that the caller writes and that a condition asks about: the values that conditions mention, another one, and
 * none.
 */
export function writingsOf(request: Request): Writings {
  const names = [...request.writable.keys()].sort();
  let rows: Written[] = [new Map()];
  for (const name of names) {
    const values = valuesFor(name, request.writable.get(name) ?? [], request);
    if (rows.length * values.length > MOST) return { rows: rows.filter(({ size }) => size > 0), complete: false };
    rows = rows.flatMap((row) => values.map((value) => new Map(row).set(name, value)));
  }
  return { rows: rows.filter(({ size }) => size > 0), complete: true };
}

type WrittenValue = readonly Text[] | 'absent';

function valuesFor(name: string, conditions: readonly OpenCondition[], request: Request): readonly WrittenValue[] {
  const known = request.keyOf(name, name);
  const shape = known.kind === 'open' ? known.shape : undefined;
  const yesOrNo = conditions.every(({ operator }) => /Bool|Null/.test(operator));
  const texts: Text[] = [];
  if (yesOrNo) texts.push(['true'], ['false']);
  else {
    for (const { operator, values } of conditions)
      for (const value of values)
        texts.push(...(shape === undefined ? examplesOf(operator, value) : examplesWithin(shape, value)));
    texts.push([ANYTHING]);
  }
  const possible = shape === undefined ? texts : [...texts, shape].filter((value) => sameText(value, shape) !== 'no');
  const values: readonly WrittenValue[] = possible.map((value) => [value]);
  return known.kind === 'open' && known.present === 'yes' ? values : [...values, 'absent'];
}

/** Values that a value of a policy is about: itself, or one that the pattern matches; of a number the next ones as well. */
function examplesOf(operator: string, value: Text): readonly Text[] {
  if (operator.includes('Numeric')) {
    const number = Number(literalOf(value));
    return Number.isFinite(number) ? [[`${number - 1}`], [`${number}`], [`${number + 1}`]] : [];
  }
  return [operator.includes('Like') || operator.includes('Arn') ? exampleOf(value) : value];
}

/** One text that a pattern matches. */
function exampleOf(pattern: Text): Text {
  const filled = pattern.map((part) =>
    typeof part === 'string' ? part.replaceAll(/\*+/g, ANYTHING).replaceAll('?', '~') : part,
  );
  return text(...filled);
}

/**
 * Single things of the many that the resource stands for (one object of a bucket), one for each pattern that matches some of
 * them: the caller picks the one that suits.
 */
export function picksOf(request: Request): readonly Text[] {
  if (!request.isChosen) return [];
  const picks = new Map<string, Text>();
  for (const pattern of [...request.partial, ['*']])
    for (const pick of examplesWithin(request.resource.text, pattern))
      if (picks.size < MOST) picks.set(textKey(pick), pick);
  return [...picks.values()];
}

/** Texts of the shape, whose end is up to the caller, that a pattern surely matches; else one that it may. */
function examplesWithin(shape: Text, pattern: Text): readonly Text[] {
  const hole = chosenHole(shape);
  if (hole === undefined) return [];
  const before = text(...shape.slice(0, shape.indexOf(hole)));
  // However it is cut, a pattern that begins with something else matches nothing of this shape.
  if (beginApart(fixedPart(headOf(pattern)), headOf(before))) return [];
  const tails: Text[] = [];
  let perhaps: Text | undefined;
  for (const { head, tail } of cuts(pattern)) {
    const match = headMatch(head, before);
    if (match === 'yes') tails.push(tail);
    else if (match === 'maybe') perhaps ??= tail;
  }
  if (tails.length === 0 && perhaps !== undefined) tails.push(perhaps);
  const fitting = isOwn(shape) ? tails.filter(leavesName) : tails;
  return fitting.map((tail) => text(...before, ...exampleOf(tail)));
}

function headMatch(head: Text, before: Text): Match {
  const [pattern, subject] = [literalOf(head), literalOf(before)];
  if (pattern === undefined || subject === undefined) return matchPattern(head, before);
  return globMatches(pattern, subject) ? 'yes' : 'no';
}

/** Every way to cut a pattern in two; a `*` at the cut counts on both sides. */
function cuts(pattern: Text): readonly { readonly head: Text; readonly tail: Text }[] {
  const result: { readonly head: Text; readonly tail: Text }[] = [];
  pattern.forEach((part, at) => {
    const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
    if (typeof part !== 'string') result.push({ head: text(...before, part), tail: after });
    else
      for (let end = 1; end <= part.length; end += 1) {
        const tail = part[end - 1] === '*' ? part.slice(end - 1) : part.slice(end);
        result.push({ head: text(...before, part.slice(0, end)), tail: text(tail, ...after) });
      }
  });
  return result;
}
