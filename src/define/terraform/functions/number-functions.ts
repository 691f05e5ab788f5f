import type { Value } from '../../../model/value.ts';
import { numberOf } from '../expression/number.ts';
import {
  type Call,
  define,
  type Functions,
  itemsOf,
  literal,
  ofNumbers,
  ofStrings,
  open,
  refused,
} from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Numeric Functions". */
export const numberFunctions: Functions = {
  abs: ofNumbers(1, 1, ([a = 0]) => Math.abs(a)),
  ceil: ofNumbers(1, 1, ([a = 0]) => Math.ceil(a)),
  floor: ofNumbers(1, 1, ([a = 0]) => Math.floor(a)),
  log: ofNumbers(2, 2, ([a = 0, base = 0], call) => {
    const result = Math.log(a) / Math.log(base);
    return Number.isFinite(result) ? Number(result.toPrecision(15)) : refused('the logarithm is not a number', call);
  }),
  max: ofNumbers(1, undefined, (numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  min: ofNumbers(1, undefined, (numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  pow: ofNumbers(2, 2, ([a = 0, b = 0], call) => {
    const result = a ** b;
    return Number.isFinite(result) ? result : refused('the power is not a number', call);
  }),
  signum: ofNumbers(1, 1, ([a = 0]) => Math.sign(a)),
  parseint: ofStrings(2, 2, ([text = '', base = ''], call) => {
    const radix = Number(base);
    if (!Number.isInteger(radix) || radix < 2 || radix > 62) return refused('the base is from 2 to 62', call);
    return parsed(text, radix) ?? refused(`${text} is no number of base ${radix}`, call);
  }),
  sum: define(1, 1, sum),
};

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parsed(text: string, radix: number): number | undefined {
  const negative = text.startsWith('-');
  const body = negative || text.startsWith('+') ? text.slice(1) : text;
  if (body === '') return undefined;
  let result = 0;
  for (const letter of radix <= 36 ? body.toLowerCase() : body) {
    const digit = digits.indexOf(letter);
    if (digit < 0 || digit >= radix) return undefined;
    result = result * radix + digit;
  }
  return negative ? -result : result;
}

function sum(args: readonly Value[], call: Call): Value {
  const list = itemsOf(args[0]);
  if (list === undefined) return refused('needs a list of numbers', call, 'wrong-type');
  if (list === 'open' || list.open !== undefined) return open(args, call);
  if (list.items.length === 0) return refused('the list is empty', call);
  let total = 0;
  for (const item of list.items) {
    const number = numberOf(item);
    if (number === undefined)
      return item.kind === 'literal' ? refused('needs numbers', call, 'wrong-type') : open(args, call);
    total += number;
  }
  return literal(Number.isInteger(total) ? total : Number(total.toPrecision(15)), args, call);
}
