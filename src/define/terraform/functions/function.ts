import type { Origin } from '../../../model/origin.ts';
import type { Hole } from '../../../model/text.ts';
import type { ListValue, MapValue, Value } from '../../../model/value.ts';
import { literalValue } from '../../cloudformation/value-case.ts';
import { computed, computedHole, flatProvenance } from '../expression/computed.ts';
import { compareCodePoints } from '../expression/elements.ts';
import { numberOf } from '../expression/number.ts';
import type { Scope } from '../expression/scope.ts';
import { failure, isCollection, isSet } from '../expression/special.ts';
import { plainString } from '../expression/text.ts';

/** Where a function is called. */
export interface Call extends Scope {
  readonly origin: Origin;
  readonly name: string;
}

/** One of Terraform's functions. Arguments are neither choices nor failures; parts of lists and maps may be. */
export interface TerraformFunction {
  readonly least: number;
  readonly most: number;
  /** Texts of JSON come as what they were made from. */
  readonly keepsJson?: boolean;
  readonly run: (args: readonly Value[], call: Call) => Value;
}

export type Functions = Readonly<Record<string, TerraformFunction>>;

const many = Number.POSITIVE_INFINITY;

/** A function of `least` to `most` arguments; of any number from `least` on when `most` is absent. */
export function define(least: number, most: number | undefined, run: TerraformFunction['run']): TerraformFunction {
  return { least, most: most ?? many, run };
}

/** The result of a call whose arguments are not known well enough. */
export function open(args: readonly Value[], call: Call): Value {
  return computed(call.run, call.name, args, call.origin);
}

export function literal(value: string | number | boolean | null, args: readonly Value[], call: Call): Value {
  return literalValue(value, call.origin, flatProvenance(args));
}

export function refused(message: string, call: Call, code = 'function-argument'): Value {
  return failure(code, `${call.name}: ${message}`, call.origin);
}

/** A function of strings that is only computed when all are known; others stay open, and what is no string fails. */
export function ofStrings(
  least: number,
  most: number | undefined,
  run: (texts: readonly string[], call: Call, args: readonly Value[]) => Value | string | number | boolean,
): TerraformFunction {
  return define(least, most, (args, call) => {
    if (args.some(isCollection)) return refused('needs strings, not lists or maps', call, 'wrong-type');
    if (args.some((arg) => arg.kind === 'literal' && arg.value === null))
      return refused('an argument is null', call, 'null-value');
    const texts = args.map((arg) => plainString(arg, call.run, call.origin));
    if (!texts.every((text) => text !== undefined)) return open(args, call);
    const result = run(texts, call, args);
    return typeof result === 'object' ? result : literal(result, args, call);
  });
}

/** A function of numbers, as `ofStrings`. */
export function ofNumbers(
  least: number,
  most: number | undefined,
  run: (numbers: readonly number[], call: Call) => Value | number,
): TerraformFunction {
  return define(least, most, (args, call) => {
    const numbers = args.map(numberOf);
    if (!numbers.every((number) => number !== undefined)) {
      const wrong = args.some((arg) => isCollection(arg) || (arg.kind === 'literal' && numberOf(arg) === undefined));
      return wrong ? refused('needs numbers', call, 'wrong-type') : open(args, call);
    }
    const result = run(numbers, call);
    return typeof result === 'object' ? result : literal(result, args, call);
  });
}

export function listValue(items: readonly Value[], args: readonly Value[], call: Call, more?: Hole): ListValue {
  const { defaults } = flatProvenance(args);
  return {
    kind: 'list',
    items,
    origin: call.origin,
    ...(more !== undefined && { open: more }),
    ...(defaults.length > 0 && { defaults }),
  };
}

export function mapValue(
  entries: ReadonlyMap<string, Value>,
  args: readonly Value[],
  call: Call,
  more?: Hole,
): MapValue {
  const { defaults } = flatProvenance(args);
  return {
    kind: 'map',
    entries,
    origin: call.origin,
    ...(more !== undefined && { open: more }),
    ...(defaults.length > 0 && { defaults }),
  };
}

/** Sorts and drops doubles, as a set has it. Only strings and numbers have an order; others keep theirs. */
export function setValue(items: readonly Value[], args: readonly Value[], call: Call, more?: Hole): Value {
  const kept = new Map<string, Value>();
  for (const item of items) {
    const key = sameKey(item, call);
    if (!kept.has(key)) kept.set(key, item);
  }
  const sorted = [...kept.values()].sort(byValue);
  return { ...listValue(sorted, args, call, more), set: true } as Value;
}

function byValue(left: Value, right: Value): number {
  if (left.kind !== 'literal' || right.kind !== 'literal') return 0;
  if (typeof left.value === 'number' && typeof right.value === 'number') return left.value - right.value;
  return compareCodePoints(String(left.value), String(right.value));
}

/** Equal for equal values. */
export function sameKey(value: Value, call: Call): string {
  if (value.kind === 'literal') return `${typeof value.value} ${String(value.value)}`;
  const key = computed(call.run, 'key', [value], call.origin);
  return key.kind === 'unknown' ? key.hole.symbol : '';
}

/** The items of a list or set; `open` when they are not known, undefined when it is something else. */
export function itemsOf(value: Value | undefined): ListValue | 'open' | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'list') return value;
  return value.kind === 'unknown' ? 'open' : undefined;
}

/** As its argument: a set stays a set. */
export function likeSet(of: Value, items: readonly Value[], args: readonly Value[], call: Call, more?: Hole): Value {
  return isSet(of) ? setValue(items, args, call, more) : listValue(items, args, call, more);
}

/** The hole of the first list that is not wholly known. */
export function openOf(
  lists: readonly (ListValue | 'open' | undefined)[],
  args: readonly Value[],
  call: Call,
): Hole | undefined {
  for (const [at, list] of lists.entries()) {
    if (list === 'open') {
      const arg = args[at];
      return arg?.kind === 'unknown' ? arg.hole : computedHole(call.run, call.name, args);
    }
    if (list?.open !== undefined) return list.open;
  }
  return undefined;
}
