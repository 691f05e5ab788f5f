import type { TextPart } from '../../../model/text.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import { combine, mapCases, textValue } from '../../cloudformation/value-case.ts';
import { computedHole, flatProvenance } from '../expression/computed.ts';
import { compareCodePoints } from '../expression/elements.ts';
import type { Scope } from '../expression/scope.ts';
import { isCollection } from '../expression/special.ts';
import { plainString, stringOf } from '../expression/text.ts';

/** Does the value count as not given? */
export function isNothing(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'literal' && (value.value === null || value.value === ''));
}

/** Arguments of a statement that become elements, and whether `&{…}` in them stands for a policy variable. */
const elements: readonly (readonly [argument: string, element: string, variables: boolean])[] = [
  ['actions', 'Action', false],
  ['not_actions', 'NotAction', false],
  ['resources', 'Resource', true],
  ['not_resources', 'NotResource', true],
];

/** A `statement` block as a statement of the policy language. */
export function statementValue(block: MapValue, scope: Scope): Value {
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
