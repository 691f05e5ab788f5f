import { given } from '../../../model/fact.ts';
import { literalOf, matchPattern, plainCharacter, type Text, text } from '../../../model/text.ts';
import { done, fault, type Operation } from './operations.ts';
import { type Datum, describeDatum, openTextFact, textDatum, textOfDatum } from './values.ts';

/**
 * Functions of a text. Patterns are globs, in which `*` is any run and `?` any one character: matching one is linear in the
 * text for each `*`, whatever the pattern, which no regular expression of a stranger's is.
 */
export const textMethods: ReadonlyMap<string, (of: Datum, args: readonly Datum[]) => Operation> = new Map([
  ['startsWith', matching((part) => [...part, '*'])],
  ['endsWith', matching((part) => ['*', ...part])],
  ['contains', matching((part) => ['*', ...part, '*'])],
  ['like', like],
  ['lowerAscii', lowerAscii],
  ['size', (of) => withText(of, (whole) => lengthOf(whole))],
]);

/** Texts and patterns together may be so long. */
const longestMatch = 100_000;

/** A question whether a text has a part somewhere; wildcards in the part mean themselves. */
function matching(pattern: (part: Text) => Text) {
  return (of: Datum, [part = null]: readonly Datum[]): Operation =>
    withText(of, (whole) => withText(part, (wanted) => match(text(...pattern(literally(wanted))), whole)));
}

function like(of: Datum, [pattern = null]: readonly Datum[]): Operation {
  return withText(of, (whole) => withText(pattern, (wanted) => match(wanted, whole)));
}

function match(pattern: Text, whole: Text): Operation<boolean> {
  if (sizeOf(whole) * (1 + sizeOf(pattern)) > longestMatch * 100) return fault('a text is too long to be matched');
  const result = matchPattern(pattern, whole);
  return result === 'maybe' ? done(openTextFact(whole, pattern)) : done(given(result === 'yes'));
}

function sizeOf(whole: Text): number {
  return whole.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
}

function literally(part: Text): Text {
  return part.flatMap((piece) =>
    typeof piece === 'string'
      ? piece.split(/([*?])/).map((some) => (some === '*' || some === '?' ? plainCharacter(some) : some))
      : [piece],
  );
}

function lowerAscii(of: Datum): Operation {
  return withText(of, (whole) =>
    done(
      given(
        textDatum(
          whole.map((part) =>
            typeof part === 'string' ? part.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : part,
          ),
        ),
      ),
    ),
  );
}

function lengthOf(whole: Text): Operation {
  const literal = literalOf(whole);
  return literal === undefined ? done(openTextFact(whole)) : done(given(literal.length));
}

function withText(datum: Datum, use: (whole: Text) => Operation): Operation {
  if (datum === null) return done(given(false));
  const whole = textOfDatum(datum);
  return whole === undefined ? fault(`this asks a text, not ${describeDatum(datum)}`) : use(whole);
}
