import type { Origin } from '../../../model/origin.ts';
import type { Hole } from '../../../model/text.ts';
import type { ListValue, MapValue, Value } from '../../../model/value.ts';
import { combine, mapCases } from '../../cloudformation/value-case.ts';
import { computedHole } from '../expression/computed.ts';
import type { Scope } from '../expression/scope.ts';
import { asJson, isCollection, isFailure, isJson, withoutJson } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';
import { functions } from '../functions/registry.ts';
import { isNothing, statementValue } from './policy-statement.ts';

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
  if (value.kind === 'literal' || value.kind === 'text')
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
