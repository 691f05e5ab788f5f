import type { Origin } from '../../../model/origin.ts';
import type { Hole, TextPart } from '../../../model/text.ts';
import type { ListValue, MapValue, Value } from '../../../model/value.ts';
import { combine, mapCases, textValue } from '../../cloudformation/value-case.ts';
import { computedHole, flatProvenance } from '../expression/computed.ts';
import { compareCodePoints } from '../expression/elements.ts';
import type { Scope } from '../expression/scope.ts';
import { asJson, isCollection, isFailure, isJson, withoutJson } from '../expression/special.ts';
import { plainString, stringOf } from '../expression/text.ts';
import { functions } from '../functions/registry.ts';

/** What the block of `data "aws_iam_policy_document"` gives, by name. */
export type Given = (name: string) => Value | undefined;

/**
 * The document that the block makes, as the JSON text of a map: statements of source documents, then its own, then those of
 * override documents; one with the `Sid` of an earlier one takes its place.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(given: Given, scope: Scope, origin: Origin): Value {
  const sources = documentsOf(given, ['source_json', 'source_policy_documents'], scope);
  const overrides = documentsOf(given, ['override_json', 'override_policy_documents'], scope);
  const own = given('statement') ?? { kind: 'list', items: [], origin };
  const parts: readonly Value[] = [
    ...sources,
    own,
    ...overrides,
    given('version') ?? noValue(origin),
    given('policy_id') ?? noValue(origin),
  ];
  return combine(parts, origin, (chosen) => {
    const failed = chosen.find(isFailure);
    if (failed !== undefined) return failed;
    const merged: Merging = { statements: [], version: undefined, id: undefined, open: undefined };
    for (const document of chosen.slice(0, sources.length)) addDocument(merged, document, scope, origin);
    addOwn(merged, chosen[sources.length], scope);
    for (const document of chosen.slice(sources.length + 1, -2)) addDocument(merged, document, scope, origin);
    const [version, id] = chosen.slice(-2);
    addVersion(merged, isNothing(version ?? noValue(origin)) ? newest(origin) : (version ?? noValue(origin)));
    if (id !== undefined && !isNothing(id)) merged.id = id;
    return asJson(documentValue(merged, origin));
  });
}

interface Merging {
  statements: Value[];
  version: Value | undefined;
  id: Value | undefined;
  open: Hole | undefined;
}

function noValue(origin: Origin): Value {
  return { kind: 'literal', value: null, origin };
}

function newest(origin: Origin): Value {
  return { kind: 'literal', value: '2012-10-17', origin };
}

function isNothing(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'literal' && (value.value === null || value.value === ''));
}

function documentValue(merged: Merging, origin: Origin): MapValue {
  const { statements, open } = merged;
  const list: ListValue = { kind: 'list', items: statements, origin, ...(open !== undefined && { open }) };
  const entries = new Map<string, Value>([
    ['Version', merged.version ?? newest(origin)],
    ...(merged.id === undefined ? [] : [['Id', merged.id] as const]),
    ['Statement', list],
  ]);
  return { kind: 'map', entries, origin };
}

/** Documents given as one text or as lists of them. */
function documentsOf(given: Given, names: readonly string[], scope: Scope): readonly Value[] {
  return names.flatMap((name): readonly Value[] => {
    const value = given(name);
    if (value === undefined) return [];
    if (value.kind === 'list' && isCollection(value)) {
      const open: readonly Value[] =
        value.open === undefined ? [] : [{ kind: 'unknown', hole: value.open, origin: value.origin }];
      return [...value.items.map((item) => decodedIn(item, scope)), ...open];
    }
    return [decodedIn(value, scope)];
  });
}

function decodedIn(value: Value, scope: Scope): Value {
  return mapCases(value, value.origin, (one) => decoded(one, scope));
}

function decoded(value: Value, scope: Scope): Value {
  if (isJson(value)) return withoutJson(value);
  if (isNothing(value) || isFailure(value)) return value;
  const text = isCollection(value) ? undefined : plainString(value, scope.run, value.origin);
  if (text !== undefined)
    return functions.jsondecode?.run([value], { ...scope, origin: value.origin, name: 'jsondecode' }) ?? value;
  return { kind: 'unknown', hole: computedHole(scope.run, 'policy', [value]), origin: value.origin };
}

function addDocument(merged: Merging, document: Value, scope: Scope, origin: Origin): void {
  if (isNothing(document)) return;
  if (document.kind === 'list' && isCollection(document)) {
    for (const item of document.items) addDocument(merged, decoded(item, scope), scope, origin);
    merged.open ??= document.open;
    return;
  }
  if (document.kind !== 'map') {
    merged.open ??= document.kind === 'unknown' ? document.hole : computedHole(scope.run, 'policy', [document]);
    return;
  }
  const statement = document.entries.get('Statement');
  const items = statement?.kind === 'list' ? statement.items : statement === undefined ? [] : [statement];
  for (const item of items) {
    if (item.kind === 'unknown') merged.open ??= item.hole;
    else put(merged, item, scope);
  }
  if (statement?.kind === 'list') merged.open ??= statement.open;
  merged.open ??= document.open;
  const [version, id] = [document.entries.get('Version'), document.entries.get('Id')];
  if (version !== undefined) addVersion(merged, version);
  if (id !== undefined && !isNothing(id)) merged.id = id;
}

/** The newest version prevails. */
function addVersion(merged: Merging, version: Value): void {
  if (isNothing(version)) return;
  const known = merged.version;
  if (known?.kind === 'literal' && version.kind === 'literal' && String(known.value) >= String(version.value)) return;
  merged.version = version;
}

function put(merged: Merging, statement: Value, scope: Scope): void {
  const sid = sidOf(statement, scope);
  const same = sid === undefined || sid === '' ? -1 : merged.statements.findIndex((one) => sidOf(one, scope) === sid);
  if (same < 0) merged.statements.push(statement);
  else merged.statements[same] = statement;
}

function sidOf(statement: Value, scope: Scope): string | undefined {
  const sid = statement.kind === 'map' ? statement.entries.get('Sid') : undefined;
  return sid === undefined ? undefined : plainString(sid, scope.run, sid.origin);
}

function addOwn(merged: Merging, statements: Value | undefined, scope: Scope): void {
  if (statements?.kind !== 'list') {
    if (statements?.kind === 'unknown') merged.open ??= statements.hole;
    return;
  }
  for (const block of statements.items) {
    if (block.kind === 'map') put(merged, statementValue(block, scope), scope);
    else merged.open ??= computedHole(scope.run, 'statement', [block]);
  }
  merged.open ??= statements.open;
}

/** Arguments of a statement that become elements, and whether `&{…}` in them stands for a policy variable. */
const elements: readonly (readonly [argument: string, element: string, variables: boolean])[] = [
  ['actions', 'Action', false],
  ['not_actions', 'NotAction', false],
  ['resources', 'Resource', true],
  ['not_resources', 'NotResource', true],
];

function statementValue(block: MapValue, scope: Scope): Value {
  const entries = new Map<string, Value>();
  const sid = block.entries.get('sid');
  if (sid !== undefined && !isNothing(sid)) entries.set('Sid', sid);
  const effect = block.entries.get('effect');
  entries.set(
    'Effect',
    effect === undefined || isNothing(effect) ? { kind: 'literal', value: 'Allow', origin: block.origin } : effect,
  );
  for (const [argument, element, variables] of elements) {
    const value = block.entries.get(argument);
    if (value !== undefined && !isEmpty(value)) entries.set(element, oneOrMany(value, variables, scope));
  }
  for (const [argument, element] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const value = block.entries.get(argument);
    if (value !== undefined && !isEmpty(value)) entries.set(element, principals(value, scope));
  }
  const condition = block.entries.get('condition');
  if (condition !== undefined && !isEmpty(condition)) entries.set('Condition', conditions(condition, scope));
  return { kind: 'map', entries, origin: block.origin, ...(block.open !== undefined && { open: block.open }) };
}

function isEmpty(value: Value): boolean {
  return isNothing(value) || (value.kind === 'list' && value.items.length === 0 && value.open === undefined);
}

/** A list of one is that one; more are sorted backwards, as the provider does. */
function oneOrMany(value: Value, variables: boolean, scope: Scope): Value {
  return mapCases(value, value.origin, (one) => {
    if (one.kind !== 'list') return one;
    const items = variables ? one.items.map((item) => withVariables(item, scope)) : one.items;
    const [only] = items;
    if (only !== undefined && items.length === 1 && one.open === undefined) return only;
    return { ...one, items: sorted(items, scope) };
  });
}

/** The set of strings backwards; as written when some are not known. */
function sorted(items: readonly Value[], scope: Scope): readonly Value[] {
  const texts = items.map((item) => ({
    item,
    text: item.kind === 'literal' ? plainString(item, scope.run, item.origin) : undefined,
  }));
  if (texts.some(({ text }) => text === undefined)) return items;
  const unique = [...new Map(texts.map((one) => [one.text, one])).values()];
  return unique.sort((a, b) => compareCodePoints(b.text ?? '', a.text ?? '')).map(({ item }) => item);
}

/** `&{aws:username}` is how `${aws:username}` is written here, where `$` would be Terraform's own. */
function withVariables(value: Value, scope: Scope): Value {
  return mapCases(value, value.origin, (one) => {
    const text = isCollection(one) || isNothing(one) ? undefined : stringOf(one, scope.run, one.origin);
    if (text === undefined || !text.some((part) => typeof part === 'string' && part.includes('&{'))) return one;
    const parts = text.map((part): TextPart => (typeof part === 'string' ? part.replaceAll('&{', '${') : part));
    return textValue(parts, one.origin, flatProvenance([one]));
  });
}

function principals(value: Value, scope: Scope): Value {
  return mapCases(value, value.origin, (list) => {
    if (list.kind !== 'list') return list;
    const entries = new Map<string, Value>();
    let open = list.open;
    for (const block of list.items) {
      const type = block.kind === 'map' ? plainOf(block, 'type', scope) : undefined;
      const identifiers = block.kind === 'map' ? block.entries.get('identifiers') : undefined;
      if (type === undefined || identifiers === undefined) {
        open ??= computedHole(scope.run, 'principals', [block]);
        continue;
      }
      const made = oneOrMany(identifiers, true, scope);
      if (type === '*' && list.items.length === 1 && plainText(made, scope) === '*') return made;
      entries.set(type, together(entries.get(type), made));
    }
    return { kind: 'map', entries, origin: list.origin, ...(open !== undefined && { open }) };
  });
}

function plainOf(block: MapValue, name: string, scope: Scope): string | undefined {
  const value = block.entries.get(name);
  return value === undefined ? undefined : plainText(value, scope);
}

function plainText(value: Value, scope: Scope): string | undefined {
  return isCollection(value) || value.kind === 'choice' ? undefined : plainString(value, scope.run, value.origin);
}

/** Values of blocks with the same key come together. */
function together(known: Value | undefined, more: Value): Value {
  if (known === undefined) return more;
  return combine([known, more], more.origin, (chosen) => {
    const items = chosen.flatMap((one) => (one.kind === 'list' ? one.items : [one]));
    const open = chosen.map((one) => (one.kind === 'list' ? one.open : undefined)).find((hole) => hole !== undefined);
    return { kind: 'list', items, origin: more.origin, ...(open !== undefined && { open }) };
  });
}

/** `test` → `variable` → values; the values keep their order. */
function conditions(value: Value, scope: Scope): Value {
  return mapCases(value, value.origin, (list) => {
    if (list.kind !== 'list') return list;
    const tests = new Map<string, Map<string, Value>>();
    let open = list.open;
    for (const block of list.items) {
      const [test, variable] =
        block.kind === 'map' ? ['test', 'variable'].map((name) => plainOf(block, name, scope)) : [];
      const values = block.kind === 'map' ? block.entries.get('values') : undefined;
      if (test === undefined || variable === undefined || values === undefined) {
        open ??= computedHole(scope.run, 'condition', [block]);
        continue;
      }
      const made = mapCases(values, values.origin, (one) => {
        if (one.kind !== 'list') return one;
        const items = one.items.map((item) => withVariables(item, scope));
        return items[0] !== undefined && items.length === 1 && one.open === undefined ? items[0] : { ...one, items };
      });
      const inner = tests.get(test) ?? new Map<string, Value>();
      inner.set(variable, together(inner.get(variable), made));
      tests.set(test, inner);
    }
    const entries = [...tests].map(
      ([test, inner]) => [test, { kind: 'map', entries: inner, origin: list.origin } as const] as const,
    );
    return { kind: 'map', entries: new Map(entries), origin: list.origin, ...(open !== undefined && { open }) };
  });
}
