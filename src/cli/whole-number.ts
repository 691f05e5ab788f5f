import { InvalidArgumentError } from 'commander';

/** The value of an option that is a number of times. */
export function wholeNumber(value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a whole number.');
}
