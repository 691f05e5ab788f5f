import type { Hole } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { computedHole } from '../expression/computed.ts';
import { MOST_ITEMS } from '../expression/loop.ts';
import { numberOf } from '../expression/number.ts';
import { sameValue } from '../expression/question.ts';
import { isSet } from '../expression/special.ts';
import { type Call, define, type Functions, itemsOf, listValue, literal, open, openOf, refused } from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Collection Functions" that count the items of lists. */
export const indexFunctions: Functions = {
  chunklist: define(2, 2, chunkList),
  element: define(2, 2, element),
  index: define(2, 2, indexOf),
  range: define(1, 3, range),
  slice: define(3, 3, slice),
};

function element(args: readonly Value[], call: Call): Value {
  const [of, at] = args;
  const list = itemsOf(of);
  const index = at === undefined ? undefined : numberOf(at);
  if (list === undefined) return refused('needs a list', call, 'wrong-type');
  if (index !== undefined && index < 0) return refused('the index is negative', call, 'invalid-index');
  if (list === 'open' || index === undefined) return open(args, call);
  if (list.items.length === 0 || list.open !== undefined)
    return list.open === undefined
      ? refused('the list is empty', call, 'invalid-index')
      : (list.items[index] ?? open(args, call));
  const { length: size } = list.items;
  return list.items[index % size] ?? open(args, call);
}

function indexOf(args: readonly Value[], call: Call): Value {
  const [of, wanted] = args;
  const list = itemsOf(of);
  if (list === undefined || wanted === undefined) return refused('needs a list', call, 'wrong-type');
  if (list === 'open') return open(args, call);
  for (const [at, item] of list.items.entries()) {
    const same = sameValue(item, wanted, call, call.origin);
    if (same === 'open') return open(args, call);
    if (same.length > 0) return literal(at, args, call);
  }
  return list.open === undefined ? refused('the list does not have the value', call) : open(args, call);
}

function slice(args: readonly Value[], call: Call): Value {
  const [of, start, end] = args;
  const list = itemsOf(of);
  if (list === undefined || of === undefined || isSet(of)) return refused('needs a list', call, 'wrong-type');
  const [from, to] = [start, end].map((arg) => (arg === undefined ? undefined : numberOf(arg)));
  if (from === undefined || to === undefined) return listValue([], args, call, computedHole(call.run, 'slice', args));
  const more = openOf([list], args, call);
  if (more !== undefined) return sliceOfOpen(list === 'open' ? [] : list.items, more, [from, to], args, call);
  if (list === 'open') return open(args, call);
  if (from < 0 || to < from || to > list.items.length)
    return refused('the indices do not fit the list', call, 'invalid-index');
  return listValue(list.items.slice(from, to), args, call);
}

/** The indices tell how many items there are even where the list is not known. */
function sliceOfOpen(
  items: readonly Value[],
  more: Hole,
  [from, to]: readonly [number, number],
  args: readonly Value[],
  call: Call,
): Value {
  if (from < 0 || to < from || to - from > MOST_ITEMS) return refused('the indices are wrong', call, 'invalid-index');
  const part = (at: number): Value => ({
    kind: 'unknown',
    hole: { ...more, symbol: `${more.symbol}[${at}]` },
    origin: call.origin,
  });
  return listValue(
    Array.from({ length: to - from }, (_, at) => items[from + at] ?? part(from + at)),
    args,
    call,
  );
}

function range(args: readonly Value[], call: Call): Value {
  const numbers = args.map(numberOf);
  if (!numbers.every((number) => number !== undefined))
    return listValue([], args, call, computedHole(call.run, 'range', args));
  const [first = 0, second, third] = numbers;
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (limit < start ? -1 : 1);
  if (step === 0 || (limit > start && step < 0) || (limit < start && step > 0))
    return refused('the step does not lead to the limit', call);
  const count = Math.max(0, Math.ceil((limit - start) / step));
  if (count > 1024) return refused('Terraform makes at most 1024 numbers', call, 'too-large');
  return listValue(
    Array.from({ length: count }, (_, at) => literal(start + at * step, args, call)),
    args,
    call,
  );
}

function chunkList(args: readonly Value[], call: Call): Value {
  const list = itemsOf(args[0]);
  const size = args[1] === undefined ? undefined : numberOf(args[1]);
  if (list === undefined) return refused('needs a list', call, 'wrong-type');
  if (list === 'open' || list.open !== undefined || size === undefined) return open(args, call);
  if (size < 0) return refused('the size is negative', call);
  const chunks: Value[] = [];
  const width = size === 0 ? Math.max(1, list.items.length) : size;
  for (let at = 0; at < list.items.length; at += width)
    chunks.push(listValue(list.items.slice(at, at + width), [], call));
  return listValue(chunks, args, call);
}
