import type { Value } from '../../../model/value.ts';
import { computedHole } from '../expression/computed.ts';
import { MOST_ITEMS } from '../expression/loop.ts';
import { isSet } from '../expression/special.ts';
import {
  type Call,
  define,
  type Functions,
  itemsOf,
  likeSet,
  listValue,
  openOf,
  refused,
  sameKey,
  setValue,
} from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Collection Functions" that make sets. */
export const setFunctions: Functions = {
  setintersection: define(1, undefined, (args, call) =>
    combineSets(args, call, (sets) =>
      [...(sets[0] ?? [])].filter(([key]) => sets.every((set) => set.has(key))).map(([, item]) => item),
    ),
  ),
  setsubtract: define(2, 2, (args, call) =>
    combineSets(args, call, ([from, without]) =>
      [...(from ?? [])].filter(([key]) => without?.has(key) !== true).map(([, item]) => item),
    ),
  ),
  setsymmetricdifference: define(1, undefined, (args, call) =>
    combineSets(args, call, (sets) =>
      sets
        .flatMap((set) => [...set])
        .filter(([key]) => sets.filter((set) => set.has(key)).length % 2 === 1)
        .map(([, item]) => item),
    ),
  ),
  setunion: define(1, undefined, (args, call) => {
    const lists = args.map((arg) => itemsOf(arg));
    if (lists.some((list) => list === undefined)) return refused('needs sets', call, 'wrong-type');
    const items = lists.flatMap((list) => (list === 'open' || list === undefined ? [] : list.items));
    return setValue(items, args, call, openOf(lists, args, call));
  }),
  setproduct: define(1, undefined, setProduct),
};

function combineSets(
  args: readonly Value[],
  call: Call,
  pick: (sets: readonly ReadonlyMap<string, Value>[]) => readonly Value[],
): Value {
  const lists = args.map((arg) => itemsOf(arg));
  if (lists.some((list) => list === undefined)) return refused('needs sets', call, 'wrong-type');
  const more = openOf(lists, args, call);
  if (more !== undefined)
    return { ...listValue([], args, call, computedHole(call.run, call.name, args)), set: true } as Value;
  const sets = lists.map(
    (list) =>
      new Map(
        (list === 'open' || list === undefined ? [] : list.items).map((item) => [sameKey(item, call), item] as const),
      ),
  );
  return setValue(pick(sets), args, call);
}

function setProduct(args: readonly Value[], call: Call): Value {
  const lists = args.map((arg) => itemsOf(arg));
  if (lists.some((list) => list === undefined)) return refused('needs lists or sets', call, 'wrong-type');
  if (openOf(lists, args, call) !== undefined)
    return listValue([], args, call, computedHole(call.run, call.name, args));
  const closed = lists.flatMap((list) => (list === 'open' || list === undefined ? [] : [list]));
  const size = closed.reduce((product, list) => product * list.items.length, 1);
  if (size * args.length > MOST_ITEMS) return refused('the product is too large', call, 'too-large');
  let rows: readonly (readonly Value[])[] = [[]];
  for (const list of closed) rows = rows.flatMap((row) => list.items.map((item) => [...row, item]));
  const items = rows.map((row) => listValue(row, [], call));
  return args.every(isSet) && args[0] !== undefined
    ? likeSet(args[0], items, args, call)
    : listValue(items, args, call);
}
