import type { Value } from '../../../model/value.ts';

/** The number of a literal, also of one written as a string; undefined when it is none or not known. */
export function numberOf(value: Value): number | undefined {
  if (value.kind !== 'literal') return undefined;
  if (typeof value.value === 'number') return value.value;
  if (typeof value.value !== 'string' || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value.value)) return undefined;
  return Number(value.value);
}

/** The boolean of a literal, also of `"true"` and `"false"`. */
export function booleanOf(value: Value): boolean | undefined {
  if (value.kind !== 'literal') return undefined;
  if (value.value === true || value.value === 'true') return true;
  return value.value === false || value.value === 'false' ? false : undefined;
}
