import { type Guard, not, or } from '../../../model/guard.ts';
import type { Hole } from '../../../model/text.ts';
import type { ListValue, Value } from '../../../model/value.ts';
import { computedHole } from '../expression/computed.ts';
import { compareCodePoints } from '../expression/elements.ts';
import { MOST_ITEMS } from '../expression/loop.ts';
import { numberOf } from '../expression/number.ts';
import { answerOf, sameValue } from '../expression/question.ts';
import { isCollection, isSet } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';
import {
  type Call,
  define,
  type Functions,
  itemsOf,
  listValue,
  literal,
  open,
  openOf,
  refused,
  sameKey,
} from './function.ts';
import { graphemes } from './text-functions.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Collection Functions" over lists and sets. */
export const collectionFunctions: Functions = {
  alltrue: define(1, 1, (args, call) => quantified(args, call, 'all')),
  anytrue: define(1, 1, (args, call) => quantified(args, call, 'any')),
  chunklist: define(2, 2, chunkList),
  coalesce: { ...define(1, undefined, coalesce), keepsJson: true },
  coalescelist: define(1, undefined, (args, call) => {
    for (const arg of args) {
      if (arg.kind === 'unknown' || (isCollection(arg) && arg.open !== undefined && sizeOf(arg) === 0))
        return open(args, call);
      if (isCollection(arg) && sizeOf(arg) > 0) return arg;
    }
    return refused('all lists are empty', call);
  }),
  compact: withList(1, ([list], args, call) => {
    const kept = list.items.filter((item) => item.kind !== 'literal' || (item.value !== null && item.value !== ''));
    return listValue(kept, args, call, list.open);
  }),
  concat: define(1, undefined, concat),
  contains: define(2, 2, contains),
  distinct: withList(1, ([list], args, call) => {
    const kept = new Map(list.items.toReversed().map((item) => [sameKey(item, call), item]));
    const order = [...new Set(list.items.map((item) => sameKey(item, call)))];
    return listValue(
      order.flatMap((key) => kept.get(key) ?? []),
      args,
      call,
      list.open,
    );
  }),
  element: define(2, 2, element),
  flatten: withList(1, ([list], args, call) => {
    const items: Value[] = [];
    const more = { open: list.open };
    if (!flattenInto(list, items, more, 0)) return refused('the list is too large', call, 'too-large');
    return listValue(items, args, call, more.open);
  }),
  index: define(2, 2, indexOf),
  length: { ...define(1, 1, length), keepsJson: false },
  one: define(1, 1, (args, call) => {
    const list = itemsOf(args[0]);
    if (list === undefined) return refused('needs a list or a set', call, 'wrong-type');
    if (list === 'open' || list.open !== undefined) return open(args, call);
    if (list.items.length > 1) return refused('the list has more than one item', call);
    return list.items[0] ?? literal(null, args, call);
  }),
  range: define(1, 3, range),
  reverse: withList(1, ([list], args, call) => listValue(list.items.toReversed(), args, call, list.open)),
  slice: define(3, 3, slice),
  sort: withList(1, ([list], args, call) => {
    const texts = list.items.map((item) => plainString(item, call.run, call.origin));
    if (!texts.every((text) => text !== undefined))
      return list.items.length < 2 ? list : listValue([], args, call, computedHole(call.run, 'sort', args));
    return listValue(
      [...texts].sort(compareCodePoints).map((text) => literal(text, args, call)),
      args,
      call,
      list.open,
    );
  }),
};

function withList(count: number, run: (lists: readonly [ListValue], args: readonly Value[], call: Call) => Value) {
  return define(count, count, (args, call) => {
    const list = itemsOf(args[0]);
    if (list === undefined) return refused('needs a list', call, 'wrong-type');
    return list === 'open'
      ? listValue([], args, call, computedHole(call.run, call.name, args))
      : run([list], args, call);
  });
}

function sizeOf(value: Value): number {
  return value.kind === 'list' ? value.items.length : value.kind === 'map' ? value.entries.size : 0;
}

function length([value]: readonly Value[], call: Call): Value {
  if (value === undefined) return refused('needs a value', call);
  const args = [value];
  if (isCollection(value)) return value.open === undefined ? literal(sizeOf(value), args, call) : open(args, call);
  if (value.kind === 'literal' && typeof value.value !== 'string')
    return refused('needs a list, a map or a string', call, 'wrong-type');
  const text = plainString(value, call.run, call.origin);
  return text === undefined ? open(args, call) : literal(graphemes(text).length, args, call);
}

function concat(args: readonly Value[], call: Call): Value {
  const lists = args.map((arg) => itemsOf(arg));
  if (lists.some((list) => list === undefined)) return refused('needs lists', call, 'wrong-type');
  const items = lists.flatMap((list) => (list === 'open' || list === undefined ? [] : list.items));
  if (items.length > MOST_ITEMS) return refused('the list is too large', call, 'too-large');
  return listValue(items, args, call, openOf(lists, args, call));
}

function flattenInto(list: ListValue, into: Value[], more: { open: Hole | undefined }, depth: number): boolean {
  if (depth > 100) return false;
  for (const item of list.items) {
    if (item.kind === 'list' && isCollection(item)) {
      more.open ??= item.open;
      if (!flattenInto(item, into, more, depth + 1)) return false;
    } else if (item.kind === 'unknown' && item.hole.kind === 'expression') more.open ??= item.hole;
    else into.push(item);
    if (into.length > MOST_ITEMS) return false;
  }
  return true;
}

function coalesce(args: readonly Value[], call: Call): Value {
  for (const arg of args) {
    if (arg.kind === 'unknown' && arg.hole.kind !== 'attribute') return open(args, call);
    if (arg.kind === 'literal' && (arg.value === null || arg.value === '')) continue;
    return arg;
  }
  return refused('all arguments are null or empty', call);
}

function contains(args: readonly Value[], call: Call): Value {
  const [of, wanted] = args;
  const list = itemsOf(of);
  if (list === undefined || wanted === undefined) return refused('needs a list and a value', call, 'wrong-type');
  if (list === 'open') return open(args, call);
  const answers: Guard[] = [];
  let unsure = list.open !== undefined;
  for (const item of list.items) {
    const same = item.kind === 'choice' ? 'open' : sameValue(item, wanted, call, call.origin);
    if (same === 'open') unsure = true;
    else answers.push(same);
  }
  const found = or(...answers);
  if (unsure) return not(found).length === 0 ? literal(true, args, call) : open(args, call);
  const answer = answerOf(found, call.origin);
  return answer.kind === 'literal' ? literal(answer.value, args, call) : answer;
}

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

function quantified(args: readonly Value[], call: Call, mode: 'all' | 'any'): Value {
  const list = itemsOf(args[0]);
  if (list === undefined) return refused('needs a list', call, 'wrong-type');
  if (list === 'open') return open(args, call);
  const decisive = mode === 'any';
  let unsure = list.open !== undefined;
  for (const item of list.items) {
    const known = item.kind === 'literal' ? item.value === true || item.value === 'true' : undefined;
    if (known === decisive) return literal(decisive, args, call);
    if (known === undefined) unsure = true;
  }
  return unsure ? open(args, call) : literal(!decisive, args, call);
}
