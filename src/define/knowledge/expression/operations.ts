import { type Fact, given } from '../../../model/fact.ts';
import { literalOf, sameText } from '../../../model/text.ts';
import type { BinaryOperator } from './node.ts';
import { type Datum, describeDatum, openTextFact, textOfDatum } from './values.ts';

/** What an operation gives, or why it cannot be done. */
export type Operation<T extends Datum = Datum> =
  | { readonly kind: 'done'; readonly fact: Fact<T> }
  | { readonly kind: 'fault'; readonly message: string };

export function done<T extends Datum>(fact: Fact<T>): Operation<T> {
  return { kind: 'done', fact };
}

export function fault(message: string): Operation<never> {
  return { kind: 'fault', message };
}

/**
 * Are two scalars the same? As CloudFormation takes them: `443` and `"443"`, `true` and `"True"` are. Nothing equals only
 * nothing.
 */
export function compare(left: Datum, right: Datum): Operation<boolean> {
  if (left === null || right === null) return done(given(left === right));
  const [one, other] = [textOfDatum(left), textOfDatum(right)];
  if (one === undefined || other === undefined)
    return fault(`${describeDatum(left)} and ${describeDatum(right)} are not compared`);
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return done(given((literalOf(one) ?? '').toLowerCase() === (literalOf(other) ?? '').toLowerCase()));
  const numbers = [numberOf(left), numberOf(right)];
  if ((typeof left === 'number' || typeof right === 'number') && numbers[0] !== undefined && numbers[1] !== undefined)
    return done(given(numbers[0] === numbers[1]));
  const match = sameText(one, other);
  return match === 'maybe' ? done(openTextFact(one, other)) : done(given(match === 'yes'));
}

type Computing = Exclude<BinaryOperator, '&&' | '||' | '==' | '!=' | 'in'>;

const orders: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

const sums: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

/** Order and arithmetic of numbers, and of texts that are numbers; texts that are none have an order too (days, versions do not). */
export function compute(operator: Computing, left: Datum, right: Datum): Operation {
  const open = [left, right].flatMap((each) => (isOpen(each) ? [textOfDatum(each) ?? []] : []));
  if (open.length > 0) return done(openTextFact(...open));
  const [one, other] = [numberOf(left), numberOf(right)];
  const order = orders[operator];
  if (one !== undefined && other !== undefined) {
    if (order !== undefined) return done(given(order(one, other)));
    const sum = sums[operator]?.(one, other);
    return sum === undefined || !Number.isFinite(sum) ? fault('a number is divided by zero') : done(given(sum));
  }
  if (order !== undefined && typeof left === 'string' && typeof right === 'string')
    return done(given(order(left < right ? -1 : left > right ? 1 : 0, 0)));
  return fault(`${operator} stands between numbers, not ${describeDatum(left)} and ${describeDatum(right)}`);
}

function isOpen(datum: Datum): boolean {
  return datum !== null && typeof datum === 'object' && datum.kind === 'text';
}

function numberOf(datum: Datum): number | undefined {
  if (typeof datum === 'number') return datum;
  return typeof datum === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(datum) ? Number(datum) : undefined;
}
