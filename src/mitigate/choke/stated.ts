import { jsonValue } from '../../catalog/json-value.ts';
import type { Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, textKey } from '../../model/text.ts';
import { type MapValue, textOf, type Value } from '../../model/value.ts';

/** Steps from a resource's properties to a part of them: names of maps, numbers of lists and of options of choices. */
export type Place = readonly (string | number)[];

/** A policy statement where it stands. */
export interface Stated {
  readonly place: Place;
  readonly map: MapValue;
  /** Its number among the members of its list that are there. */
  readonly index: number;
}

const known = new WeakMap<MapValue, readonly Stated[]>();

/** Every policy statement in the properties of a resource, those in documents that are JSON text included. */
export function statedIn({ properties }: Resource): readonly Stated[] {
  const before = known.get(properties);
  if (before !== undefined) return before;
  const found = [...statementsIn(properties, [], 0)];
  known.set(properties, found);
  return found;
}

function* statementsIn(value: Value, place: Place, index: number): Generator<Stated> {
  const inner = opened(value);
  if (inner.kind === 'map') {
    if (inner.entries.has('Effect')) yield { place, map: inner, index };
    else for (const [name, item] of inner.entries) yield* statementsIn(item, [...place, name], 0);
  } else if (inner.kind === 'choice') {
    for (const [at, { value: option }] of inner.options.entries()) yield* statementsIn(option, [...place, at], index);
  } else if (inner.kind === 'list') {
    let there = 0;
    for (const [at, item] of inner.items.entries()) {
      yield* statementsIn(item, [...place, at], there);
      if (item.kind !== 'absent') there += 1;
    }
  }
}

/** The statement that a decision cites; several may share one place when the document is a text. */
export function findStated(resource: Resource, statement: Statement): Stated | undefined {
  const { origin, index, sid } = statement;
  const atPlace = statedIn(resource).filter(({ map }) => map.origin === origin);
  if (atPlace.length < 2) return atPlace[0];
  const alike = atPlace.filter(({ map }) => saysTheSame(map, statement));
  const here = alike.length > 0 ? alike : atPlace;
  const same = here.filter((one) => one.index === index);
  return same.find(({ map }) => sid === undefined || literalText(map.entries.get('Sid')) === sid) ?? same[0];
}

/** Policies that one line of the source makes, trust and rights of a role, are told apart by whom and what they name. */
function saysTheSame(map: MapValue, { actions = [], principals }: Statement): boolean {
  const stated = membersOf(map.entries.get('Action')).map((one) => textKey(textOf(one) ?? []));
  const isAlike = stated.length === actions.length && actions.every((one) => stated.includes(textKey(one)));
  return isAlike && map.entries.has('Principal') === (principals !== undefined);
}

/** The string of a value of which all is known. */
export function literalText(value: Value | undefined): string | undefined {
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : literalOf(text);
}

const read = new WeakMap<Value, Value>();

/** A policy document that is given as JSON text, as a value; everything else as it is. */
export function opened(value: Value): Value {
  const text = value.kind === 'literal' || value.kind === 'text' ? textOf(value) : undefined;
  const isDocument = text?.some((part) => typeof part === 'string' && part.includes('"Statement"')) === true;
  if (text === undefined || !isDocument) return value;
  const before = read.get(value);
  if (before !== undefined) return before;
  const document = jsonValue(text, value.origin) ?? value;
  read.set(value, document);
  return document;
}

/** The part of a value at a place; undefined when there is none. */
export function partAt(value: Value | undefined, [step, ...rest]: Place): Value | undefined {
  if (step === undefined || value === undefined) return value;
  const inner = opened(value);
  if (inner.kind === 'map') return partAt(inner.entries.get(String(step)), rest);
  if (inner.kind === 'list') return partAt(inner.items[Number(step)], rest);
  return inner.kind === 'choice' ? partAt(inner.options[Number(step)]?.value, rest) : undefined;
}

/**
 * The properties with another value at a place. What goes becomes an absent value, so that the numbers of its neighbours
 * stay; a name that was not there is added.
 */
export function withPart(properties: MapValue, place: Place, edit: (part: Value) => Value): MapValue {
  const result = edited(properties, place, edit);
  return result.kind === 'map' ? result : properties;
}

function edited(value: Value, [step, ...rest]: Place, edit: (part: Value) => Value): Value {
  if (step === undefined) return edit(value);
  const inner = opened(value);
  const next = (part: Value) => edited(part, rest, edit);
  const at = Number(step);
  if (inner.kind === 'list')
    return { ...inner, items: inner.items.map((item, one) => (one === at ? next(item) : item)) };
  if (inner.kind === 'choice') {
    const options = inner.options.map((option, one) =>
      one === at ? { ...option, value: next(option.value) } : option,
    );
    return { ...inner, options };
  }
  const map: MapValue = inner.kind === 'map' ? inner : { kind: 'map', entries: new Map(), origin: inner.origin };
  const before = map.entries.get(String(step)) ?? absentAt(map);
  return { ...map, entries: new Map([...map.entries, [String(step), next(before)]]) };
}

/** Nothing, where something was. */
export function absentAt({ origin }: Pick<Value, 'origin'>): Value {
  return { kind: 'absent', origin };
}

/** The members of a list with their numbers; a single value stands for a list of one. */
export function membersOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'absent') return [];
  return value.kind === 'list' ? value.items.filter(({ kind }) => kind !== 'absent') : [value];
}
