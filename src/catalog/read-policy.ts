import { and, type Guard } from '../model/guard.ts';
import type { Origin } from '../model/origin.ts';
import type { PolicyCondition, PolicyDocument, PolicyPrincipal, Statement } from '../model/policy.ts';
import type { Hole, Text } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/**
 * Reads IAM policy documents out of property values: documents, statements and lists may be conditional or partly
 * unknown, single values stand for lists of one, and whole documents may be JSON strings. A value that depends on a
 * condition gives one document per case, each with its guard.
 */
export function readPolicies(value: Value | undefined): readonly PolicyDocument[] {
  return optionsOf(value).flatMap(({ guard, value: option }): readonly PolicyDocument[] => {
    if (option === undefined || option.kind === 'absent') return [];
    if (option.kind === 'unknown')
      return [{ version: '2012-10-17', statements: [], origin: option.origin, guard, open: option.hole }];
    const parsed =
      option.kind === 'literal' && typeof option.value === 'string' ? parseJson(option.value, option.origin) : option;
    if (parsed?.kind === 'text')
      return [{ version: '2012-10-17', statements: [], origin: option.origin, guard, open: firstHole(parsed.text) }];
    return parsed?.kind === 'map' ? [readDocument(parsed, guard)] : [];
  });
}

function readDocument(map: Extract<Value, { kind: 'map' }>, guard: Guard): PolicyDocument {
  const list = listOf(map.entries.get('Statement'));
  const statements = list.items.flatMap(({ guard: inner, value }, index): readonly Statement[] =>
    value.kind === 'map' ? [readStatement(value, inner, index)] : [],
  );
  const lost = list.items.find(({ value }) => value.kind === 'unknown')?.value;
  const open = map.open ?? list.open ?? (lost?.kind === 'unknown' ? lost.hole : undefined);
  const version = textOf(map.entries.get('Version') ?? { kind: 'absent', origin: map.origin });
  return {
    version: version?.[0] === '2012-10-17' ? '2012-10-17' : '2008-10-17',
    statements,
    origin: map.origin,
    guard,
    ...(open !== undefined && { open }),
  };
}

function readStatement(map: Extract<Value, { kind: 'map' }>, guard: Guard, index: number): Statement {
  const effect = textOf(map.entries.get('Effect') ?? { kind: 'absent', origin: map.origin })?.[0];
  const sid = textOf(map.entries.get('Sid') ?? { kind: 'absent', origin: map.origin })?.[0];
  const holes: Hole[] = [];
  const texts = (name: string) => readTexts(map.entries.get(name), holes);
  const people = (name: string) => readPrincipals(map.entries.get(name), holes);
  const statement: Statement = {
    ...(typeof sid === 'string' && { sid }),
    effect: effect === 'Deny' ? 'Deny' : 'Allow',
    ...optional('principals', people('Principal')),
    ...optional('notPrincipals', people('NotPrincipal')),
    ...optional('actions', texts('Action')),
    ...optional('notActions', texts('NotAction')),
    ...optional('resources', texts('Resource')),
    ...optional('notResources', texts('NotResource')),
    conditions: readConditions(map.entries.get('Condition'), holes),
    origin: map.origin,
    guard,
    index,
  };
  const open = map.open ?? holes[0];
  return open === undefined ? statement : { ...statement, open };
}

function optional<K extends string, T>(key: K, value: readonly T[] | undefined): { readonly [P in K]?: readonly T[] } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: readonly T[] });
}

/** List members with guards. Members under a condition are kept with the condition: each is a case of its own. */
function listOf(value: Value | undefined): {
  readonly items: readonly { readonly guard: Guard; readonly value: Value }[];
  readonly open?: Hole;
} {
  let open: Hole | undefined;
  const items = optionsOf(value).flatMap(({ guard, value: option }) => {
    if (option === undefined || option.kind === 'absent') return [];
    if (option.kind !== 'list') return [{ guard, value: option }];
    open ??= option.open;
    return option.items.flatMap((item) =>
      optionsOf(item).flatMap((inner) =>
        inner.value === undefined || inner.value.kind === 'absent'
          ? []
          : [{ guard: and(guard, inner.guard), value: inner.value }],
      ),
    );
  });
  return open === undefined ? { items } : { items, open };
}

/** Strings of a list. Conditional members count as present: a statement is split by its caller only when it must be. */
function readTexts(value: Value | undefined, holes: Hole[]): readonly Text[] | undefined {
  if (value === undefined || value.kind === 'absent') return undefined;
  const list = listOf(value);
  if (list.open !== undefined) holes.push(list.open);
  return list.items.flatMap(({ value: item }) => {
    const text = textOf(item);
    return text === undefined ? [] : [text];
  });
}

const principalKinds: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

function readPrincipals(value: Value | undefined, holes: Hole[]): readonly PolicyPrincipal[] | undefined {
  if (value === undefined || value.kind === 'absent') return undefined;
  return optionsOf(value).flatMap(({ value: option }): readonly PolicyPrincipal[] => {
    if (option === undefined || option.kind === 'absent') return [];
    if (option.kind === 'map') return readPrincipalMap(option, holes);
    const text = textOf(option);
    return text === undefined ? [] : [{ kind: text[0] === '*' ? '*' : 'AWS', value: text }];
  });
}

function readPrincipalMap(map: Extract<Value, { kind: 'map' }>, holes: Hole[]): readonly PolicyPrincipal[] {
  if (map.open !== undefined) holes.push(map.open);
  return [...map.entries].flatMap(([key, names]) =>
    principalKinds.has(key)
      ? (readTexts(names, holes) ?? []).map((name) => ({ kind: key as PolicyPrincipal['kind'], value: name }))
      : [],
  );
}

function readConditions(value: Value | undefined, holes: Hole[]): readonly PolicyCondition[] {
  return optionsOf(value).flatMap(({ value: option }) => {
    if (option?.kind === 'unknown') holes.push(option.hole);
    if (option?.kind !== 'map') return [];
    if (option.open !== undefined) holes.push(option.open);
    return [...option.entries].flatMap(([operator, keys]) =>
      optionsOf(keys).flatMap(({ value: inner }) =>
        inner?.kind !== 'map'
          ? []
          : [...inner.entries].map(([key, values]) => ({
              operator,
              key,
              values: readTexts(values, holes) ?? [],
              origin: inner.origin,
            })),
      ),
    );
  });
}

function firstHole(text: Text): Hole {
  const hole = text.find((part): part is Hole => typeof part !== 'string');
  return (
    hole ?? { symbol: 'expression:policy', kind: 'expression', settledBy: 'a policy document that is a JSON object' }
  );
}

/** A JSON string as a value; every part has the place of the string. Undefined when it is not JSON. */
function parseJson(source: string, origin: Origin): Value | undefined {
  try {
    return jsonValue(JSON.parse(source) as unknown, origin);
  } catch {
    return undefined;
  }
}

function jsonValue(data: unknown, origin: Origin): Value {
  if (Array.isArray(data)) return { kind: 'list', items: data.map((item) => jsonValue(item, origin)), origin };
  if (typeof data === 'object' && data !== null) {
    return {
      kind: 'map',
      entries: new Map(Object.entries(data).map(([key, item]) => [key, jsonValue(item, origin)])),
      origin,
    };
  }
  return { kind: 'literal', value: data as string | number | boolean | null, origin };
}
