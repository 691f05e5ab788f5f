import { and, type Guard, isPossible } from '../model/guard.ts';
import type { PolicyCondition, PolicyDocument, PolicyPrincipal, Statement } from '../model/policy.ts';
import { type Hole, holesOf, literalOf, type Text } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';
import { expandValue, unconditional } from './expand-value.ts';
import { jsonValue } from './json-value.ts';

/**
 * Reads IAM policy documents out of property values: documents, statements and members of lists may be conditional or
 * partly unknown, single values stand for lists of one, and whole documents may be JSON strings, holes included. A
 * document or statement that depends on conditions is given once for every way they can turn out, each with its guard;
 * the member of a list that is not known is a text of one hole, which may match anything.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicies(value: Value | undefined): readonly PolicyDocument[] {
  const before = value === undefined ? undefined : known.get(value);
  if (value === undefined || before !== undefined) return before ?? [];
  const documents = readAnew(value);
  known.set(value, documents);
  return documents;
}

/** A policy that is attached to many is read once, so that whoever works with its statements can keep them apart. */
const known = new WeakMap<Value, readonly PolicyDocument[]>();

function readAnew(value: Value): readonly PolicyDocument[] {
  return optionsOf(value).flatMap(({ guard, value: option }): readonly PolicyDocument[] => {
    if (option === undefined || option.kind === 'absent') return [];
    if (option.kind === 'unknown') return [unreadable(option, option.hole, guard)];
    const source = textOf(option);
    const document = source === undefined ? option : jsonValue(source, option.origin);
    if (document?.kind === 'map') return [readDocument(document, guard)];
    return [unreadable(option, holesOf(source ?? [])[0] ?? notADocument, guard)];
  });
}

const notADocument: Hole = {
  symbol: 'expression:policy',
  kind: 'expression',
  settledBy: 'a policy document that is a JSON object',
};

function unreadable(value: Value, open: Hole, guard: Guard): PolicyDocument {
  return { version: '2012-10-17', statements: [], origin: value.origin, guard, open };
}

type MapValue = Extract<Value, { kind: 'map' }>;

function readDocument(map: MapValue, guard: Guard): PolicyDocument {
  const holes: Hole[] = map.open === undefined ? [] : [map.open];
  const statements: Statement[] = [];
  let index = 0;
  for (const { guard: inner, value } of membersOf(map.entries.get('Statement'), holes)) {
    if (value.kind === 'map') statements.push(...readStatement(value, { guard: inner, index, holes }));
    else holes.push(...holesOf(textOf(value) ?? []).slice(0, 1));
    index += 1;
  }
  const version = map.entries.get('Version');
  const [open] = holes;
  return {
    version: version !== undefined && textOf(version)?.[0] === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    statements,
    origin: map.origin,
    guard,
    ...(open !== undefined && { open }),
  };
}

/** The members of a list, or the one value that stands for it, with their guards. */
function membersOf(
  value: Value | undefined,
  holes: Hole[],
): readonly { readonly guard: Guard; readonly value: Value }[] {
  return optionsOf(value).flatMap(({ guard, value: option }) => {
    if (option === undefined || option.kind === 'absent') return [];
    if (option.kind !== 'list') return [{ guard, value: option }];
    if (option.open !== undefined) holes.push(option.open);
    return option.items.flatMap((item) =>
      optionsOf(item).flatMap((inner) => {
        const both = and(guard, inner.guard);
        return inner.value === undefined || inner.value.kind === 'absent' || !isPossible(both)
          ? []
          : [{ guard: both, value: inner.value }];
      }),
    );
  });
}

interface StatementPlace {
  readonly guard: Guard;
  readonly index: number;
  /** What of the document is not known. */
  readonly holes: Hole[];
}

/** One statement for every way that the conditions inside it can turn out. */
function readStatement(map: MapValue, place: StatementPlace): readonly Statement[] {
  const variants = expandValue(map);
  if (variants === undefined) {
    place.holes.push(tooConditional);
    return readVariant(unconditional(map) as MapValue, place, tooConditional);
  }
  return variants.flatMap(({ guard, value }) => {
    const both = and(place.guard, guard);
    return value.kind === 'map' && isPossible(both) ? readVariant(value, { ...place, guard: both }, undefined) : [];
  });
}

const tooConditional: Hole = {
  symbol: 'expression:statement',
  kind: 'expression',
  settledBy: 'values of the parameters that the conditions of the statement ask about',
};

/** A statement without choices. One whose effect is not known is left out, and what it says is open in the document. */
function readVariant(map: MapValue, place: StatementPlace, lost: Hole | undefined): readonly Statement[] {
  const effect = scalar(map.entries.get('Effect'));
  const literal = effect === undefined ? undefined : literalOf(effect);
  if (literal !== 'Allow' && literal !== 'Deny') {
    const [hole] = holesOf(effect ?? []);
    if (hole !== undefined) place.holes.push(hole);
    return [];
  }
  const holes: Hole[] = [...(map.open === undefined ? [] : [map.open]), ...(lost === undefined ? [] : [lost])];
  const sid = literalOf(scalar(map.entries.get('Sid')) ?? []);
  const statement: Statement = {
    ...(sid !== undefined && sid !== '' && { sid }),
    effect: literal,
    ...given('principals', readPrincipals(map.entries.get('Principal'))),
    ...given('notPrincipals', readPrincipals(map.entries.get('NotPrincipal'))),
    ...given('actions', readTexts(map.entries.get('Action'))),
    ...given('notActions', readTexts(map.entries.get('NotAction'))),
    ...given('resources', readTexts(map.entries.get('Resource'))),
    ...given('notResources', readTexts(map.entries.get('NotResource'))),
    conditions: readConditions(map.entries.get('Condition'), holes),
    origin: map.origin,
    guard: place.guard,
    index: place.index,
  };
  const [open] = holes;
  return [open === undefined ? statement : { ...statement, open }];
}

function given<K extends string, T>(key: K, value: readonly T[] | undefined): { readonly [P in K]?: readonly T[] } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: readonly T[] });
}

function scalar(value: Value | undefined): Text | undefined {
  return value === undefined ? undefined : textOf(value);
}

/** Strings of a list; what is not known of it is a member of one hole. */
function readTexts(value: Value | undefined): readonly Text[] | undefined {
  if (value === undefined || value.kind === 'absent') return undefined;
  if (value.kind !== 'list') {
    const text = textOf(value);
    return text === undefined ? [] : [text];
  }
  const texts = value.items.flatMap((item) => {
    const text = textOf(item);
    if (text !== undefined) return [text];
    return item.kind === 'list' ? (readTexts(item) ?? []) : [];
  });
  return value.open === undefined ? texts : [...texts, [value.open]];
}

const principalKinds: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function readPrincipals(value: Value | undefined): readonly PolicyPrincipal[] | undefined {
  if (value === undefined || value.kind === 'absent') return undefined;
  if (value.kind !== 'map') {
    return (readTexts(value) ?? []).map((text) => ({ kind: literalOf(text) === '*' ? '*' : 'AWS', value: text }));
  }
  const named = [...value.entries].flatMap(([key, names]) =>
    principalKinds.has(key)
      ? (readTexts(names) ?? []).map((name) => ({ kind: key as PolicyPrincipal['kind'], value: name }))
      : [],
  );
  return value.open === undefined ? named : [...named, { kind: 'AWS', value: [value.open] }];
}

function readConditions(value: Value | undefined, holes: Hole[]): readonly PolicyCondition[] {
  if (value?.kind === 'unknown') holes.push(value.hole);
  if (value?.kind !== 'map') return [];
  if (value.open !== undefined) holes.push(value.open);
  return [...value.entries].flatMap(([operator, keys]) => {
    if (keys.kind === 'unknown') holes.push(keys.hole);
    if (keys.kind !== 'map') return [];
    if (keys.open !== undefined) holes.push(keys.open);
    return [...keys.entries].map(([key, values]) => ({
      operator,
      key,
      values: readTexts(values) ?? [],
      origin: keys.origin,
    }));
  });
}
