import type { Hole } from '../../../model/text.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import { attributeOf } from '../expression/access.ts';
import { computedHole, withDefaults } from '../expression/computed.ts';
import { sortedEntries } from '../expression/elements.ts';
import { isCollection, isResource, symbolicOf } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';
import {
  type Call,
  define,
  type Functions,
  itemsOf,
  listValue,
  literal,
  mapValue,
  open,
  refused,
  sameKey,
} from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Collection Functions" over maps. */
export const mapFunctions: Functions = {
  keys: define(1, 1, (args, call) => {
    const map = mapOf(args[0]);
    if (map === undefined) return refused('needs a map', call, 'wrong-type');
    if (map === 'open') return listValue([], args, call, computedHole(call.run, 'keys', args));
    return listValue(
      sortedEntries(map).map(([key]) => literal(key, args, call)),
      args,
      call,
      map.open,
    );
  }),
  values: define(1, 1, (args, call) => {
    const map = mapOf(args[0]);
    if (map === undefined) return refused('needs a map', call, 'wrong-type');
    if (map === 'open') return listValue([], args, call, computedHole(call.run, 'values', args));
    const symbolic = symbolicOf(map);
    return listValue(
      [...sortedEntries(map), ...(symbolic === undefined ? [] : [['', symbolic] as const])].map(([key, value]) =>
        isResource(map) ? attributeOf(map, key, call.origin) : value,
      ),
      args,
      call,
      map.open,
    );
  }),
  lookup: define(2, 3, lookup),
  matchkeys: define(3, 3, matchKeys),
  merge: define(0, undefined, merge),
  transpose: define(1, 1, transpose),
  zipmap: define(2, 2, zipMap),
};

function mapOf(value: Value | undefined): MapValue | 'open' | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'map') return value;
  return value.kind === 'unknown' ? 'open' : undefined;
}

function lookup(args: readonly Value[], call: Call): Value {
  const [of, key, fallback] = args;
  const map = mapOf(of);
  const name = key === undefined ? undefined : plainString(key, call.run, call.origin);
  if (map === undefined) return refused('needs a map', call, 'wrong-type');
  if (map === 'open' || name === undefined) return open(args, call);
  if (map.entries.has(name)) return attributeOf(map, name, call.origin);
  if (map.open !== undefined) return open(args, call);
  return withDefaults(fallback ?? refused(`the map has no ${name}`, call, 'invalid-index'), map.defaults);
}

/** Later maps win; null counts as an empty map. An open map leaves the result open, and what stood before it unsure. */
function merge(args: readonly Value[], call: Call): Value {
  const entries = new Map<string, Value>();
  let more: Hole | undefined;
  for (const arg of args) {
    if (arg.kind === 'literal' && arg.value === null) continue;
    const map = mapOf(arg);
    if (map === undefined) return refused('needs maps', call, 'wrong-type');
    if (map === 'open') {
      more ??= arg.kind === 'unknown' ? arg.hole : undefined;
      continue;
    }
    more ??= map.open;
    for (const [key, value] of map.entries)
      entries.set(key, isResource(map) ? attributeOf(map, key, call.origin) : value);
  }
  return mapValue(entries, args, call, more);
}

function zipMap(args: readonly Value[], call: Call): Value {
  const [keys, values] = args.map((arg) => itemsOf(arg));
  if (keys === undefined || values === undefined) return refused('needs two lists', call, 'wrong-type');
  if (keys === 'open' || values === 'open' || keys.open !== undefined || values.open !== undefined)
    return open(args, call);
  if (keys.items.length !== values.items.length) return refused('the lists have different lengths', call);
  const entries = new Map<string, Value>();
  let more: Hole | undefined;
  for (const [at, key] of keys.items.entries()) {
    const name = plainString(key, call.run, call.origin);
    const value = values.items[at];
    if (name !== undefined && value !== undefined) entries.set(name, value);
    else more ??= computedHole(call.run, 'zipmap', [key]);
  }
  return mapValue(entries, args, call, more);
}

function matchKeys(args: readonly Value[], call: Call): Value {
  const [values, keys, wanted] = args.map((arg) => itemsOf(arg));
  if (values === undefined || keys === undefined || wanted === undefined)
    return refused('needs three lists', call, 'wrong-type');
  if (values === 'open' || keys === 'open' || wanted === 'open') return open(args, call);
  if (values.items.length !== keys.items.length) return refused('the lists have different lengths', call);
  const chosen = new Set(wanted.items.map((item) => sameKey(item, call)));
  const items = values.items.filter((_, at) => {
    const key = keys.items[at];
    return key !== undefined && chosen.has(sameKey(key, call));
  });
  return listValue(items, args, call, values.open ?? keys.open ?? wanted.open);
}

function transpose(args: readonly Value[], call: Call): Value {
  const map = mapOf(args[0]);
  if (map === undefined) return refused('needs a map of lists', call, 'wrong-type');
  if (map === 'open' || map.open !== undefined) return open(args, call);
  const result = new Map<string, Value[]>();
  for (const [key, value] of sortedEntries(map)) {
    const names = isCollection(value) && value.kind === 'list' ? value.items : [];
    for (const item of names) {
      const name = plainString(item, call.run, call.origin);
      if (name === undefined) return open(args, call);
      result.set(name, [...(result.get(name) ?? []), literal(key, [], call)]);
    }
  }
  return mapValue(new Map([...result].map(([key, items]) => [key, listValue(items, [], call)])), args, call);
}
