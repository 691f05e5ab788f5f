import { type Guard, isAlways } from '../../../model/guard.ts';
import { type Hole, textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { absentValue, casesOfValue, combine, conditional } from '../../cloudformation/value-case.ts';

/** The value where the guard holds, nothing elsewhere. */
export function under(guard: Guard, value: Value): Value {
  if (isAlways(guard)) return value;
  return conditional(
    guard,
    () => value,
    () => absentValue(value.origin),
    value.origin,
  );
}

/** The members that a value adds to a list, each under the guard that it has there; one value is one member. */
export function membersOf(value: Value): { readonly items: readonly Value[]; readonly open?: Hole } {
  if (value.kind === 'list') return { items: value.items, ...(value.open !== undefined && { open: value.open }) };
  if (value.kind !== 'choice') return { items: [value] };
  const items: Value[] = [];
  let open: Hole | undefined;
  for (const { guard, value: option } of casesOfValue(value)) {
    if (option.kind === 'absent') continue;
    if (option.kind === 'list') open ??= option.open;
    items.push(...(option.kind === 'list' ? option.items : [option]).map((item) => under(guard, item)));
  }
  return { items, ...(open !== undefined && { open }) };
}

/**
 * A property as two Terraform resources state it: maps are merged, lists go on with what they do not have yet, and
 * anything else is replaced by what was said later.
 */
export function merged(earlier: Value | undefined, later: Value): Value {
  if (earlier === undefined || earlier.kind === 'absent') return later;
  if (earlier.kind === 'map' && later.kind === 'map') {
    const entries = new Map(earlier.entries);
    for (const [key, value] of later.entries) entries.set(key, merged(entries.get(key), value));
    return { ...earlier, entries };
  }
  if (earlier.kind === 'list' || later.kind === 'list') return joined(earlier, later);
  if (later.kind !== 'choice') return later;
  return combine([earlier, later], later.origin, ([before, after]) =>
    after === undefined || after.kind === 'absent' ? (before ?? absentValue(later.origin)) : merged(before, after),
  );
}

function joined(earlier: Value, later: Value): Value {
  const [before, after] = [membersOf(earlier), membersOf(later)];
  const known = new Set(before.items.map(scalarKey));
  const items = [...before.items, ...after.items.filter((item) => !known.has(scalarKey(item)))];
  const open = before.open ?? after.open;
  return { kind: 'list', items, origin: earlier.origin, ...(open !== undefined && { open }) };
}

/** Equal for equal texts; what is no text is never equal. */
function scalarKey(value: Value): string | Value {
  const content = textOf(value);
  return content === undefined ? value : textKey(content);
}
