import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';

/** Data nested deeper than this is taken for unknown: nothing that Terraform writes is. */
const MOST_DEPTH = 200;

/** What is put in place of data that is not told, or not known yet; undefined where the data itself counts. */
export type Instead = (path: readonly (string | number)[]) => Value | 'nothing' | undefined;

/** Data of a plan or state as a value; everything stands at the place of its entry. */
export function knownValue(
  data: unknown,
  origin: Origin,
  instead: Instead,
  path: readonly (string | number)[] = [],
): Value | undefined {
  const other = instead(path);
  if (other === 'nothing') return undefined;
  if (other !== undefined) return other;
  if (path.length > MOST_DEPTH) {
    const settledBy = 'less deeply nested data';
    return { kind: 'unknown', hole: { symbol: 'nesting', kind: 'expression', settledBy }, origin };
  }
  if (Array.isArray(data)) {
    const items = data.flatMap((item, at) => knownValue(item, origin, instead, [...path, at]) ?? []);
    return { kind: 'list', items, origin };
  }
  if (typeof data === 'object' && data !== null) {
    const entries = new Map<string, Value>();
    for (const [key, item] of Object.entries(data)) {
      const value = knownValue(item, origin, instead, [...path, key]);
      if (value !== undefined) entries.set(key, value);
    }
    return { kind: 'map', entries, origin };
  }
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' || data === null)
    return { kind: 'literal', value: data, origin };
  return undefined;
}
