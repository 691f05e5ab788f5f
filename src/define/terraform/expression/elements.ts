import type { Hole } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { isCollection, isResource, isSet, referredTo } from './special.ts';

/** What a loop goes over. */
export interface Elements {
  readonly items: readonly { readonly key: Value; readonly value: Value }[];
  /** Further ones may follow. */
  readonly open?: Hole;
}

/** Keys and values of a list, set or map; keys of a map in order of their code points. Undefined for anything else. */
export function elementsOf(value: Value): Elements | undefined {
  if (!isCollection(value)) return undefined;
  const { origin, open } = value;
  if (value.kind === 'list') {
    const items = value.items.map((item, at) => ({
      key: isSet(value) ? item : ({ kind: 'literal', value: at, origin } as const),
      value: item,
    }));
    return { items, ...(open !== undefined && { open }) };
  }
  const items = sortedEntries(value).map(([key, entry]) => ({
    key: { kind: 'literal', value: key, origin } as const,
    value: isResource(value)
      ? referredTo(entry, { resource: value.resource.id, attribute: value.resource.path + key })
      : entry,
  }));
  return { items, ...(open !== undefined && { open }) };
}

/** Entries as Terraform goes through a map. */
export function sortedEntries(map: Extract<Value, { kind: 'map' }>): readonly (readonly [string, Value])[] {
  return [...map.entries].sort(([a], [b]) => compareCodePoints(a, b));
}

/** Order of bytes in UTF-8, which is that of code points. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
