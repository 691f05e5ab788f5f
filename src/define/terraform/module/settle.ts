import { and, type Guard, isAlways, isPossible } from '../../../model/guard.ts';
import type { Value } from '../../../model/value.ts';
import { expression, unknownValue } from '../../cloudformation/value-case.ts';
import { type Run, report } from '../expression/scope.ts';
import { type Failure, isFailure, withoutFailures } from '../expression/special.ts';

/** Parts that one value may have; more come from lists that contain each other twice and twice. */
const MOST_PARTS = 50_000;

interface Settling {
  readonly run: Run;
  readonly what: string;
  parts: number;
}

/**
 * A value as others see it: failures are reported and become unknowns, alternatives that the guard around rules out go,
 * marks that only evaluation needs are dropped.
 */
export function settled(value: Value, guard: Guard, what: string, run: Run): Value {
  const settling: Settling = { run, what, parts: MOST_PARTS };
  const result = settle(value, guard, settling);
  if (settling.parts > 0) return result;
  report(run, 'error', 'too-large', `${what} has over ${MOST_PARTS} parts; it is not evaluated`, value.origin);
  return unknownValue(expression(`large:${what}`, 'a smaller value'), value.origin);
}

function settle(value: Value, guard: Guard, settling: Settling): Value {
  settling.parts -= 1;
  if (settling.parts <= 0) return value;
  if (value.kind === 'choice') return settleChoice(value, guard, settling);
  if (isFailure(value)) return reported(value, settling);
  if (value.kind === 'list') {
    const { origin, open, defaults } = value;
    const items = value.items.map((item) => settle(item, guard, settling));
    return { kind: 'list', items, origin, ...(open && { open }), ...(defaults && { defaults }) };
  }
  if (value.kind !== 'map') return value;
  const entries = new Map<string, Value>();
  for (const [key, entry] of value.entries) entries.set(key, settle(entry, guard, settling));
  const { origin, open, defaults } = value;
  return { kind: 'map', entries, origin, ...(open && { open }), ...(defaults && { defaults }) };
}

/** What is inside an alternative is seen under its guard as well. */
function settleChoice(value: Extract<Value, { kind: 'choice' }>, guard: Guard, settling: Settling): Value {
  const possible = withoutFailures(value);
  if (possible.kind !== 'choice') return settle(possible, guard, settling);
  const options = possible.options
    .map((option) => ({ option, within: isAlways(guard) ? option.guard : and(guard, option.guard) }))
    .filter(({ within }) => isPossible(within));
  const [first] = options;
  if (first === undefined) return settle(possible.options[0]?.value ?? possible, guard, settling);
  if (options.length === 1) return settle(first.option.value, guard, settling);
  return {
    ...possible,
    options: options.map(({ option, within }) => ({ ...option, value: settle(option.value, within, settling) })),
  };
}

function reported(value: Failure, { run, what }: Settling): Value {
  const { code, message } = value.failure;
  report(run, 'error', code, `${what}: ${message}`, value.origin);
  return unknownValue(expression(value.hole.symbol, `a correction of ${what}`), value.origin);
}
