import type { Origin } from '../../../model/origin.ts';
import type { Hole } from '../../../model/text.ts';
import type { ListValue, Value } from '../../../model/value.ts';
import { combine, mapCases } from '../../cloudformation/value-case.ts';
import type { AccessStep } from '../hcl/syntax.ts';
import { attributeReference } from '../instance.ts';
import { computed, flatProvenance, withDefaults } from './computed.ts';
import { numberOf } from './number.ts';
import type { Scope } from './scope.ts';
import { failure, isFailure, isJson, isResource, isSet, referredTo } from './special.ts';

/** Takes the steps from a value one after the other. */
export function takeSteps(value: Value, steps: readonly AccessStep[], scope: Scope): Value {
  let here = value;
  for (const step of steps) {
    if (isFailure(here)) return here;
    if (step.kind === 'attribute') here = attributeOf(here, step.name, step.origin);
    else if (step.kind === 'index') here = itemOf(here, scope.run.evaluate(step.key, scope), scope, step.origin);
    else here = splat(here, step.each, scope, step.origin);
  }
  return here;
}

/** `value.name`. */
export function attributeOf(value: Value, name: string, origin: Origin): Value {
  return mapCases(value, origin, (one) => {
    if (isFailure(one)) return one;
    if (one.kind === 'map' && !isJson(one)) return entryOf(one, name, origin);
    if (one.kind === 'unknown') return within(one, `.${name}`, origin);
    if (one.kind === 'text' && one.text.length === 1 && typeof one.text[0] === 'object')
      return within({ kind: 'unknown', hole: one.text[0], origin }, `.${name}`, origin);
    if (one.kind === 'literal' && one.value === null)
      return failure('null-value', `the value is null and has no ${name}`, origin);
    return failure('unsupported-attribute', `the value has no attribute ${name}`, origin);
  });
}

function entryOf(map: Extract<Value, { kind: 'map' }>, name: string, origin: Origin): Value {
  const entry = map.entries.get(name);
  if (entry !== undefined) {
    const read = isResource(map)
      ? referredTo(entry, { resource: map.resource.id, attribute: map.resource.path + name })
      : entry;
    return withDefaults(read, map.defaults);
  }
  if (isResource(map)) return attributeReference(map.resource.id, map.resource.path + name, origin);
  if (map.open !== undefined) return within({ kind: 'unknown', hole: map.open, origin }, `.${name}`, origin);
  const known = [...map.entries.keys()].slice(0, 8).join(', ');
  const message = map.entries.size === 0 ? `an empty map has no ${name}` : `there is no ${name}; there are ${known}`;
  return failure('unsupported-attribute', message, origin);
}

/** A part of a value of which nothing is known. */
function within(value: Extract<Value, { kind: 'unknown' }>, step: string, origin: Origin): Value {
  const { hole, refs, defaults } = value;
  const symbol = hole.symbol.length > 400 ? hole.symbol : `${hole.symbol}${step}`;
  const part: Hole = { ...hole, symbol };
  return {
    kind: 'unknown',
    hole: part,
    origin,
    ...(refs !== undefined && { refs }),
    ...(defaults !== undefined && { defaults }),
  };
}

/** `value[key]`. */
export function itemOf(value: Value, key: Value, scope: Scope, origin: Origin): Value {
  return combine([value, key], origin, ([of, at]) =>
    of === undefined || at === undefined ? value : chosenItem(of, at, scope, origin),
  );
}

function chosenItem(of: Value, key: Value, scope: Scope, origin: Origin): Value {
  if (isFailure(of)) return of;
  if (isFailure(key)) return key;
  if (key.kind !== 'literal') return openItem(of, key, scope, origin);
  if (of.kind === 'unknown') return within(of, `[${JSON.stringify(key.value)}]`, origin);
  if (of.kind === 'map' && !isJson(of)) return withDefaults(entryOf(of, String(key.value), origin), key.defaults);
  if (of.kind !== 'list' || isJson(of))
    return failure('wrong-type', 'only a list or a map has items that an index names', origin);
  if (isSet(of)) return failure('wrong-type', 'a set has no indices; make a list of it with tolist', origin);
  const at = numberOf(key);
  const item = at === undefined ? undefined : of.items[at];
  if (item !== undefined) return withDefaults(withDefaults(item, of.defaults), key.defaults);
  if (of.open !== undefined)
    return within({ kind: 'unknown', hole: of.open, origin }, `[${String(key.value)}]`, origin);
  return failure('invalid-index', `the list of ${of.items.length} has no item ${String(key.value)}`, origin);
}

/** Which item it is is not known; when all are the same, it does not matter. */
function openItem(of: Value, key: Value, scope: Scope, origin: Origin): Value {
  if (of.kind !== 'unknown' && of.kind !== 'list' && of.kind !== 'map')
    return failure('wrong-type', 'only a list or a map has items that an index names', origin);
  const items = of.kind === 'list' ? of.items : of.kind === 'map' ? [...of.entries.values()] : [];
  const [first] = items;
  if (first !== undefined && items.length === 1 && of.kind === 'list' && of.open === undefined) return first;
  const made = computed(scope.run, 'item', [of, key], origin);
  return made.kind === 'unknown' ? { ...made, refs: flatProvenance([of, key]).refs } : made;
}

/** `value[*]` and the steps behind it: in every item of a list, or in the one value that is no list. */
function splat(value: Value, each: readonly AccessStep[], scope: Scope, origin: Origin): Value {
  return mapCases(value, origin, (one): Value => {
    if (isFailure(one)) return one;
    if (one.kind === 'literal' && one.value === null) return { kind: 'list', items: [], origin };
    if (one.kind === 'list' && !isJson(one)) return splatOfList(one, each, scope, origin);
    if (one.kind !== 'unknown') return { kind: 'list', items: [takeSteps(one, each, scope)], origin };
    const item = takeSteps(within(one, '[*]', origin), each, scope);
    if ((one.refs ?? []).length > 0) return item;
    const hole = item.kind === 'unknown' ? item.hole : one.hole;
    return { kind: 'list', items: [], open: hole, origin, ...(one.defaults && { defaults: one.defaults }) };
  });
}

function splatOfList(list: ListValue, each: readonly AccessStep[], scope: Scope, origin: Origin): Value {
  const items = list.items.map((item) => takeSteps(item, each, scope));
  const failed = items.find(isFailure);
  if (failed !== undefined) return failed;
  const { open, defaults } = list;
  return { kind: 'list', items, origin, ...(open && { open }), ...(defaults && { defaults }) };
}
