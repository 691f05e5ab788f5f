import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';

/** Data nested deeper than this is taken for unknown: nothing that Terraform writes is. */
const MOST_DEPTH = 200;

/** What is put in place of data that is not told, or not known yet; undefined where the data itself counts. */
export type Instead = (path: readonly (string | number)[]) => Value | 'nothing' | undefined;

/**
 * Data of a plan or state as a value; everything stands at the place of its entry. Null says that nothing is given.
 * `instead` is asked with one path that changes from call to call.
 */
export function knownValue(data: unknown, origin: Origin, instead: Instead): Value | undefined {
  const path: (string | number)[] = [];
  const inside = (step: string | number, item: unknown): Value | undefined => {
    path.push(step);
    const value = valueAt(item);
    path.pop();
    return value;
  };
  const valueAt = (item: unknown): Value | undefined => {
    const other = instead(path);
    if (other === 'nothing') return undefined;
    if (other !== undefined) return other;
    if (path.length > MOST_DEPTH) return tooDeep(origin);
    if (Array.isArray(item)) return { kind: 'list', items: item.flatMap((each, at) => inside(at, each) ?? []), origin };
    return typeof item === 'object' && item !== null ? mapOf(Object.entries(item)) : scalar(item, origin);
  };
  const mapOf = (members: readonly (readonly [string, unknown])[]): Value => {
    const entries = new Map<string, Value>();
    for (const [key, each] of members) {
      const value = inside(key, each);
      if (value !== undefined) entries.set(key, value);
    }
    return { kind: 'map', entries, origin };
  };
  return valueAt(data);
}

function scalar(data: unknown, origin: Origin): Value | undefined {
  const known = typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean';
  return known ? { kind: 'literal', value: data, origin } : undefined;
}

function tooDeep(origin: Origin): Value {
  const settledBy = 'less deeply nested data';
  return { kind: 'unknown', hole: { symbol: 'nesting', kind: 'expression', settledBy }, origin };
}
