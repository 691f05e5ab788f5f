import type { OpenCondition } from '../../../src/model/access.ts';
import { literalOf, matchPattern, sameText, type Text, text, textKey } from '../../../src/model/text.ts';
import type { Asked } from './asked.ts';
import { chosenHoles } from './match-arn.ts';
import { isOwn, leavesName } from './own-name.ts';

/** Values that the caller gives to keys it writes, by lower-case name. */
export type Chosen = ReadonlyMap<string, readonly Text[] | 'absent'>;

/** More combinations than this are not tried; what they could do stays conditional. */
const MOST_TRIES = 96;

/** What a caller may write, and whether that is all there is to try. */
export interface Choices {
  readonly rows: readonly Chosen[];
  readonly complete: boolean;
}

/**
 * The ways to write the parts of a request that are up to the caller: for each key that a condition asks about, the values
 * that the conditions mention, another one, and none.
 */
export function choicesOf(asked: Asked): Choices {
  let rows: readonly Chosen[] = [new Map()];
  let complete = true;
  for (const [key, conditions] of [...asked.choices].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const values = valuesOf(key, conditions, asked);
    complete &&= rows.length * values.length <= MOST_TRIES;
    if (!complete) break;
    rows = rows.flatMap((row) => values.map((value) => new Map([...row, [key, value]])));
  }
  return { rows: rows.filter((row) => row.size > 0), complete };
}

function valuesOf(
  key: string,
  conditions: readonly OpenCondition[],
  asked: Asked,
): readonly (readonly Text[] | 'absent')[] {
  const known = asked.keyOf(key);
  const shape = known.kind === 'open' ? known.shape : undefined;
  const isBoolean = conditions.every(({ operator }) => /Bool|Null/.test(operator));
  const mentioned = conditions.flatMap(({ operator, values }) =>
    values.flatMap((value) => (shape === undefined ? instancesOf(operator, value) : instancesWithin(shape, value))),
  );
  const texts = isBoolean ? [['true'], ['false']] : [...mentioned, [ANYTHING]];
  const fitting = shape === undefined ? texts : [...texts, shape].filter((value) => sameText(value, shape) !== 'no');
  const given = fitting.map((value) => [value]);
  return known.kind === 'open' && known.present === 'yes' ? given : [...given, 'absent'];
}

/** Values that a value of a policy is about: itself, or one that the pattern matches; for numbers the next ones as well. */
function instancesOf(operator: string, value: Text): readonly Text[] {
  if (/Numeric/.test(operator)) {
    const number = Number(literalOf(value));
    return Number.isFinite(number) ? [number - 1, number, number + 1].map((next) => [String(next)]) : [];
  }
  return [/Like|Arn/.test(operator) ? instanceOf(value) : value];
}

/** Something that no policy spells out, so that only wildcards match it. */
const ANYTHING = '~~~~~~~~';

/** One text that a pattern matches. */
function instanceOf(pattern: Text): Text {
  return text(
    ...pattern.map((part) =>
      typeof part === 'string' ? part.replaceAll(/\*+/g, ANYTHING).replaceAll('?', '~') : part,
    ),
  );
}

/**
 * Single things out of the many that a resource text stands for (one object of a bucket), for each pattern that matches
 * some of them: whoever asks picks the thing that suits.
 */
export function narrowerResources(asked: Asked): readonly Text[] {
  if (chosenHoles(asked.resource).length === 0) return [];
  const found = new Map<string, Text>();
  for (const pattern of [...asked.narrower, ['*']])
    for (const one of instancesWithin(asked.resource, pattern))
      if (found.size < MOST_TRIES) found.set(textKey(one), one);
  return [...found.values()];
}

/** Texts of a shape whose end is open to the caller that a pattern matches, or may match when none surely does. */
function instancesWithin(shape: Text, pattern: Text): readonly Text[] {
  const [hole] = chosenHoles(shape);
  if (hole === undefined) return [];
  const before = text(...shape.slice(0, shape.indexOf(hole)));
  const splits = [...splitsOf(pattern)].map(({ head, tail }) => ({ tail, match: matchPattern(head, before) }));
  const sure = splits.filter(({ match }) => match === 'yes');
  const possible = sure.length > 0 ? sure : splits.filter(({ match }) => match === 'maybe').slice(0, 1);
  const fitting = isOwn(shape) ? possible.filter(({ tail }) => leavesName(tail)) : possible;
  return fitting.map(({ tail }) => text(...before, ...instanceOf(tail)));
}

/** Every way to cut a pattern in two; a `*` at the cut counts on both sides. */
function* splitsOf(pattern: Text): Iterable<{ readonly head: Text; readonly tail: Text }> {
  for (const [at, part] of pattern.entries()) {
    const before = pattern.slice(0, at);
    const after = pattern.slice(at + 1);
    if (typeof part !== 'string') yield { head: text(...before, part), tail: after };
    else {
      for (let stop = 1; stop <= part.length; stop += 1) {
        const again = part[stop - 1] === '*' ? '*' : '';
        yield { head: text(...before, part.slice(0, stop)), tail: text(again, part.slice(stop), ...after) };
      }
    }
  }
}
