import type { Value } from '../../../model/value.ts';
import { absentValue, mapCases, unknownValue } from '../../cloudformation/value-case.ts';

/**
 * What stands at a path below a map of attributes; a name enters the only block of a list. Nothing is given for null, for
 * an empty text and for an empty list: the provider cannot tell them from an attribute that is left out
 * (https://developer.hashicorp.com/terraform/plugin/sdkv2/schemas/schema-types, "zero value"). Alternatives of which only
 * some give something keep the others as absent.
 */
export function givenAt(value: Value | undefined, path: string): Value | undefined {
  return given(at(value, path));
}

/** The value, unless it says nothing. */
export function given(value: Value | undefined): Value | undefined {
  if (value === undefined || value.kind === 'absent') return undefined;
  if (value.kind === 'literal') return value.value === null || value.value === '' ? undefined : value;
  if (value.kind === 'list') return value.items.length === 0 && value.open === undefined ? undefined : value;
  if (value.kind === 'map') return value.entries.size === 0 && value.open === undefined ? undefined : value;
  if (value.kind !== 'choice') return value;
  return unlessAbsent(mapCases(value, value.origin, (one) => given(one) ?? absentValue(one.origin)));
}

/** Absent values are told as undefined. */
export function unlessAbsent(value: Value | undefined): Value | undefined {
  return value === undefined || value.kind === 'absent' ? undefined : value;
}

/** The value at a path as it is, empty or not. */
export function at(value: Value | undefined, path: string): Value | undefined {
  if (value === undefined || path === '') return value;
  return path.includes('.') ? below(value, path.split('.'), 0) : below(value, [path], 0);
}

/** What is left of the path begins at `from`. */
function below(value: Value, path: readonly string[], from: number): Value | undefined {
  const step = path[from];
  if (step === undefined || value.kind === 'unknown' || value.kind === 'absent') return value;
  if (value.kind === 'choice')
    return unlessAbsent(mapCases(value, value.origin, (one) => below(one, path, from) ?? absentValue(one.origin)));
  if (value.kind === 'map') {
    const next = value.entries.get(step);
    if (next !== undefined) return below(next, path, from + 1);
    return value.open === undefined ? undefined : unknownValue(value.open, value.origin);
  }
  if (value.kind !== 'list') return undefined;
  const [only] = value.items;
  if (only !== undefined) return below(only, path, from);
  return value.open === undefined ? undefined : unknownValue(value.open, value.origin);
}
