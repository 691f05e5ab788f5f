import { optionsOf } from '../../../catalog/answer.ts';
import { bindFact, byDefault, casesOf, type Fact, factOf, given, mapFact, unknown } from '../../../model/fact.ts';
import { and, isPossible } from '../../../model/guard.ts';
import { type Hole, holesOf, literalOf, type Text } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';

/**
 * What an expression computes with. Every value comes as a fact, so that guards, places and what would settle an unknown
 * go along: `null` stands for what is not given.
 */
export type Datum = null | boolean | number | string | OpenText | DatumList | DatumMap;

/** A text with holes. */
export interface OpenText {
  readonly kind: 'text';
  readonly text: Text;
}

/** Members are looked at when they are asked for; one that turns out `null` is not there. */
export interface DatumList {
  readonly kind: 'list';
  readonly items: readonly (() => Fact<Datum>)[];
  /** Further members may follow; the input that would tell. */
  readonly open?: string;
}

export interface DatumMap {
  readonly kind: 'map';
  readonly keys: readonly string[];
  /** The value of a key, `null` where there is none. */
  get(key: string): Fact<Datum>;
  has(key: string): Fact<boolean>;
  /** Further keys may exist; the input that would tell. */
  readonly open?: string;
}

/** A property as a datum. */
export function datumOf(value: Value | undefined): Fact<Datum> {
  switch (value?.kind) {
    case undefined:
      return byDefault(null);
    case 'absent':
      return byDefault<Datum>(null, [value.origin]);
    case 'unknown':
      return unknown('a value is not known', value.hole.settledBy, [value.origin]);
    case 'choice':
      return byCases(value, datumOf);
    case 'literal':
      return given<Datum>(value.value, [value.origin], value.defaults);
    case 'text':
      return given<Datum>(textDatum(value.text), [value.origin], value.defaults);
    case 'list':
      return given<Datum>(
        { kind: 'list', items: value.items.map((item) => () => datumOf(item)), ...openBy(value.open) },
        [value.origin],
        value.defaults,
      );
    case 'map':
      return given<Datum>(mapOf(value), [value.origin], value.defaults);
  }
}

/** A text without holes is a plain string. */
export function textDatum(text: Text): string | OpenText {
  return literalOf(text) ?? { kind: 'text', text };
}

function mapOf({ entries, open }: Extract<Value, { kind: 'map' }>): DatumMap {
  const missing = (key: string) => unknown(`whether there is ${key} is not known`, open?.settledBy ?? key);
  return {
    kind: 'map',
    keys: [...entries.keys()],
    get: (key) => (entries.has(key) || open === undefined ? datumOf(entries.get(key)) : missing(key)),
    has(key) {
      const value = entries.get(key);
      if (value === undefined) return open === undefined ? byDefault(false) : missing(key);
      return byCases(value, (option) => (option.kind === 'absent' ? byDefault(false) : given(true, [option.origin])));
    },
    ...openBy(open),
  };
}

function openBy(open: Hole | undefined): { readonly open?: string } {
  return open === undefined ? {} : { open: open.settledBy };
}

function byCases<T>(value: Value, read: (option: Value) => Fact<T>): Fact<T> {
  return factOf(
    optionsOf(value).flatMap(({ guard, value: option }) =>
      option === undefined
        ? []
        : casesOf(read(option))
            .map((one) => ({ guard: and(guard, one.guard), fact: one.fact }))
            .filter((one) => isPossible(one.guard)),
    ),
  );
}

/** An answer of the catalogue as a datum: facts and properties inside it included. What does not apply is `null`. */
export function datumOfAnswer(answer: unknown): Fact<Datum> {
  if (answer === undefined || answer === null) return byDefault(null);
  if (typeof answer === 'boolean' || typeof answer === 'number' || typeof answer === 'string')
    return given<Datum>(answer);
  if (Array.isArray(answer)) return given<Datum>(listOf(answer.map((item: unknown) => () => datumOfAnswer(item))));
  if (typeof answer !== 'object') return byDefault(null);
  if (isFact(answer)) return answer.kind === 'not-applicable' ? byDefault(null) : bindFact(answer, datumOfAnswer);
  if (isValue(answer)) return datumOf(answer);
  return given<Datum>(recordOf(answer as Readonly<Record<string, unknown>>));
}

export function listOf(items: DatumList['items']): DatumList {
  return { kind: 'list', items };
}

/** An object whose own entries are answers. */
export function recordOf(record: Readonly<Record<string, unknown>>): DatumMap {
  const own = (key: string) => Object.hasOwn(record, key) && key !== 'origin';
  const get = (key: string): Fact<Datum> => (own(key) ? datumOfAnswer(record[key]) : byDefault(null));
  return {
    kind: 'map',
    keys: Object.keys(record).filter(own),
    get,
    has: (key) => mapFact(get(key), (value) => value !== null),
  };
}

/** Facts and properties inside answers are told from answers that have a kind by their kind and a field of theirs. */
function isFact(answer: object): answer is Fact<unknown> {
  return hasKind(answer, { known: 'basis', alternatives: 'options', unknown: 'settledBy', 'not-applicable': 'reason' });
}

function isValue(answer: object): answer is Value {
  const fields = { literal: 'value', text: 'text', list: 'items', map: 'entries', choice: 'options', unknown: 'hole' };
  return 'origin' in answer && hasKind(answer, fields);
}

function hasKind(answer: object, fields: Readonly<Record<string, string>>): boolean {
  const kind = 'kind' in answer && typeof answer.kind === 'string' ? answer.kind : '';
  const field = Object.hasOwn(fields, kind) ? fields[kind] : undefined;
  return field !== undefined && field in answer;
}

/** For people, in messages; never the value itself, which may be a secret. */
export function describeDatum(datum: Datum): string {
  if (datum === null) return 'nothing';
  if (typeof datum === 'boolean') return 'true or false';
  if (typeof datum === 'number') return 'a number';
  return typeof datum === 'string' || datum.kind === 'text' ? 'a text' : `a ${datum.kind}`;
}

/** The whole text of a scalar, numbers and booleans as CloudFormation prints them; undefined for all else. */
export function textOfDatum(datum: Datum): Text | undefined {
  if (datum === null) return undefined;
  if (typeof datum !== 'object') return datum === '' ? [] : [String(datum)];
  return datum.kind === 'text' ? datum.text : undefined;
}

/** A text whose holes decide: what they hang on, and nothing of the text, which may be a secret. */
export function openTextFact(...texts: readonly Text[]): Fact<never> {
  const [hole] = texts.flatMap(holesOf);
  return unknown('a text is not known in full', hole?.settledBy ?? 'what only deployment tells');
}
