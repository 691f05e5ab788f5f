import { bindFact, byDefault, casesOf, type Fact, factOf, given, mapFact, unknown } from '../model/fact.ts';
import { and, isPossible } from '../model/guard.ts';
import type { Origin } from '../model/origin.ts';
import type { ResourceView } from '../model/service.ts';
import { describeText, holesOf, literalOf, type Text } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';

/**
 * How service files turn properties into facts. Each function answers with a fact that already knows whether it was
 * given or AWS's default, what it hangs on, under which guard, and where it stands; service files only say what it means.
 */

/** What YAML 1.1, in which templates are written, takes for a boolean. */
const yes: ReadonlySet<string> = new Set(['true', 'yes', 'on']);
const no: ReadonlySet<string> = new Set(['false', 'no', 'off']);

/** A boolean property; `whenAbsent` is AWS's documented default. Strings `"true"` and `"false"` count, as AWS takes them. */
export function flag(view: ResourceView, path: string, whenAbsent: boolean): Fact<boolean> {
  return bindFact(word(view, path, String(whenAbsent)), (text) => {
    const lower = text.toLowerCase();
    if (yes.has(lower) || no.has(lower)) return given(yes.has(lower));
    return unknown(`${path} is neither true nor false`, `a boolean for ${path} of ${view.resource.address}`);
  });
}

/** A number property, also when written as a string. */
export function quantity(view: ResourceView, path: string, whenAbsent: number): Fact<number> {
  return bindFact(word(view, path, String(whenAbsent)), (text) => {
    const value = Number(text);
    return text !== '' && Number.isFinite(value)
      ? given(value)
      : unknown(`${path} is not a number`, `a number for ${path} of ${view.resource.address}`);
  });
}

/** A string property whose exact value matters; a string with holes is unknown. */
export function word(view: ResourceView, path: string, whenAbsent: string): Fact<string> {
  return bindFact(scalar(view, path), (text) => {
    if (text === undefined) return byDefault(whenAbsent);
    const literal = literalOf(text);
    return literal === undefined ? openText(path, text) : given(literal);
  });
}

/** A string property with its holes; undefined when it is absent. */
export function scalar(view: ResourceView, path: string): Fact<Text | undefined> {
  return bindFact(property(view, path), (value): Fact<Text | undefined> => {
    if (value === undefined) return byDefault(undefined);
    const text = textOf(value);
    if (text === undefined)
      return unknown(`${path} is not a plain value`, `a plain value for ${path} of ${view.resource.address}`);
    return given(text);
  });
}

/** A property as people read it, holes included; undefined when it is absent, a list, a map, or hangs on a condition. */
export function shownText(view: ResourceView, path: string): string | undefined {
  const value = view.read(path);
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : describeText(text);
}

/** Is the property there at all? A value that is not known is there. */
export function present(view: ResourceView, path: string): Fact<boolean> {
  return bindFact(property(view, path), (value) => (value === undefined ? byDefault(false) : given(true)));
}

/** The property's value by cases, `AWS::NoValue` counting as absent; an unknown value stays a value. */
export function property(view: ResourceView, path: string): Fact<Value | undefined> {
  const absentHere: readonly Origin[] = [view.origin(path)];
  return factOf(
    optionsOf(view.read(path)).map(({ guard, value }) => ({
      guard,
      fact:
        value === undefined || value.kind === 'absent'
          ? byDefault<Value | undefined>(undefined, absentHere)
          : given<Value | undefined>(value, [value.origin], value.defaults ?? []),
    })),
  );
}

/** The members of a list property; a single value counts as a list of one, as AWS accepts it. Unknown when the list is open. */
export function members(view: ResourceView, path: string): Fact<readonly Value[]> {
  return bindFact(property(view, path), (value): Fact<readonly Value[]> => {
    if (value === undefined) return byDefault<readonly Value[]>([]);
    if (value.kind === 'unknown') return unknown(`${path} is not known`, value.hole.settledBy, [value.origin]);
    if (value.kind !== 'list') return given([value]);
    if (value.open !== undefined) return unknown(`${path} is only partly known`, value.open.settledBy, [value.origin]);
    return given(value.items.filter((item) => item.kind !== 'absent'));
  });
}

/**
 * All members that may be there, whatever guard they stand under: for relations. What an open list may hold besides is
 * one unknown member.
 */
export function possibleMembers(view: ResourceView, path: string): readonly Value[] {
  return optionsOf(view.read(path)).flatMap(({ value }) => {
    if (value === undefined || value.kind === 'absent') return [];
    const rest =
      value.kind === 'list' && value.open ? [{ kind: 'unknown', hole: value.open, origin: value.origin } as const] : [];
    const items = value.kind === 'list' ? [...value.items, ...rest] : [value];
    return items.flatMap((item) =>
      optionsOf(item).flatMap((option) =>
        option.value === undefined || option.value.kind === 'absent' ? [] : [option.value],
      ),
    );
  });
}

/** A part of a value that is itself read by path, so that list items can be read like resources. */
export function within(view: ResourceView, value: Value): ResourceView {
  return {
    resource: view.resource,
    read: (path) => descend(value, path.split('.')),
    origin: (path) => (path === undefined ? undefined : descend(value, path.split('.'))?.origin) ?? value.origin,
    follow: view.follow,
  };
}

/** True when any of the cases of `fact` may be `wanted`. */
export function mayBe<T>(fact: Fact<T>, wanted: (value: T) => boolean): boolean {
  return casesOf(fact).some(({ fact: option }) => option.kind === 'unknown' || wanted(option.value));
}

/** Picks an answer by the exact value of a string; a value that the table does not have is unknown. */
export function choose<T>(fact: Fact<string>, table: Readonly<Record<string, T>>, what: string): Fact<T> {
  return bindFact(fact, (value) => {
    const found = Object.hasOwn(table, value) ? table[value] : undefined;
    return found === undefined
      ? unknown(`${what} has the unexpected value ${value}`, `a documented value of ${what}`)
      : mapFact(given(value), () => found);
  });
}

/** Follows a path through maps; choices on the way are pushed outwards so that the guards are kept. */
export function descend(value: Value | undefined, path: readonly string[]): Value | undefined {
  const [step, ...rest] = path;
  if (value === undefined || step === undefined || value.kind === 'unknown' || value.kind === 'absent') return value;
  if (value.kind === 'choice') return descendChoice(value, path);
  if (value.kind === 'map') {
    const next = value.entries.get(step);
    if (next !== undefined) return descend(next, rest);
    return value.open === undefined ? undefined : { kind: 'unknown', hole: value.open, origin: value.origin };
  }
  if (value.kind === 'list' && /^\d+$/.test(step)) return descend(value.items[Number(step)], rest);
  return undefined;
}

function descendChoice(value: Extract<Value, { kind: 'choice' }>, path: readonly string[]): Value {
  const options = value.options.flatMap((option) => {
    const inner = descend(option.value, path) ?? ({ kind: 'absent', origin: value.origin } as const);
    const nested = inner.kind === 'choice' ? inner.options : [{ guard: option.guard, value: inner }];
    return nested
      .map((deep) => ({ guard: and(option.guard, deep.guard), value: deep.value }))
      .filter((deep) => isPossible(deep.guard));
  });
  return { kind: 'choice', origin: value.origin, options };
}

/** The values that a value may have, each with its guard; nested choices are flattened. */
export function optionsOf(
  value: Value | undefined,
): readonly { readonly guard: ReturnType<typeof and>; readonly value: Value | undefined }[] {
  if (value?.kind !== 'choice') return [{ guard: and(), value }];
  return value.options.flatMap((option) =>
    optionsOf(option.value)
      .map((inner) => ({ guard: and(option.guard, inner.guard), value: inner.value }))
      .filter((inner) => isPossible(inner.guard)),
  );
}

function openText(what: string, text: Text): Fact<never> {
  const [hole] = holesOf(text);
  return unknown(`${what} is ${describeText(text)}`, hole?.settledBy ?? what);
}
