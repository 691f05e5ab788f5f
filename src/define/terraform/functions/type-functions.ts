import type { Value } from '../../../model/value.ts';
import { mapCases } from '../../cloudformation/value-case.ts';
import { sortedEntries } from '../expression/elements.ts';
import { booleanOf, numberOf } from '../expression/number.ts';
import { isJson, isSet } from '../expression/special.ts';
import { toText } from '../expression/text.ts';
import {
  type Call,
  define,
  type Functions,
  listValue,
  literal,
  mapValue,
  open,
  refused,
  setValue,
} from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Type Conversion Functions". */
export const typeFunctions: Functions = {
  sensitive: { ...define(1, 1, ([value], call) => value ?? open([], call)), keepsJson: true },
  nonsensitive: { ...define(1, 1, ([value], call) => value ?? open([], call)), keepsJson: true },
  ephemeralasnull: define(1, 1, ([value], call) => value ?? open([], call)),
  issensitive: define(1, 1, (args, call) => open(args, call)),
  type: define(1, 1, (args, call) => open(args, call)),
  tostring: {
    ...define(1, 1, ([value], call) => {
      if (value === undefined || isJson(value) || isNull(value)) return value ?? open([], call);
      return toText(value, call.run, call.origin);
    }),
    keepsJson: true,
  },
  tonumber: define(1, 1, (args, call) => scalar(args, call, numberOf, 'a number')),
  tobool: define(1, 1, (args, call) => scalar(args, call, booleanOf, 'true or false')),
  tolist: define(1, 1, (args, call) => {
    const [value] = args;
    if (value === undefined || isNull(value) || value.kind === 'unknown') return value ?? open(args, call);
    if (value.kind !== 'list') return refused('needs a list, a set or a tuple', call, 'wrong-type');
    return listValue(ofOneType(value.items), args, call, value.open);
  }),
  toset: define(1, 1, (args, call) => {
    const [value] = args;
    if (value === undefined || isNull(value) || isSet(value)) return value ?? open(args, call);
    if (value.kind === 'unknown') return value;
    if (value.kind !== 'list') return refused('needs a list, a set or a tuple', call, 'wrong-type');
    return setValue(ofOneType(value.items), args, call, value.open);
  }),
  tomap: define(1, 1, (args, call) => {
    const [value] = args;
    if (value === undefined || isNull(value) || value.kind === 'unknown') return value ?? open(args, call);
    if (value.kind !== 'map') return refused('needs a map or an object', call, 'wrong-type');
    const entries = sortedEntries(value);
    const values = ofOneType(entries.map(([, entry]) => entry));
    return mapValue(
      new Map(entries.map(([key], at) => [key, values[at] ?? literal(null, [], call)])),
      args,
      call,
      value.open,
    );
  }),
};

function isNull(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

function scalar(
  args: readonly Value[],
  call: Call,
  read: (value: Value) => number | boolean | undefined,
  what: string,
): Value {
  const [value] = args;
  if (value === undefined || isNull(value)) return value ?? open(args, call);
  const known = read(value);
  if (known !== undefined) return literal(known, args, call);
  if (value.kind === 'unknown') return value;
  return value.kind === 'text' ? open(args, call) : refused(`the value is not ${what}`, call, 'wrong-type');
}

/** Lists, sets and maps hold values of one type: a string beside numbers makes all of them strings. */
export function ofOneType(items: readonly Value[]): readonly Value[] {
  const kinds = new Set(items.map(kindOf));
  if (!kinds.has('string') || (!kinds.has('number') && !kinds.has('boolean'))) return items;
  return items.map((item) =>
    mapCases(item, item.origin, (one) =>
      one.kind === 'literal' && one.value !== null ? { ...one, value: String(one.value) } : one,
    ),
  );
}

function kindOf(value: Value): string {
  if (value.kind === 'literal') return value.value === null ? 'null' : typeof value.value;
  return value.kind === 'text' ? 'string' : value.kind;
}
