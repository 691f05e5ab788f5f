import { and, isPossible } from '../../../model/guard.ts';
import type { Value } from '../../../model/value.ts';
import { casesOfValue, choiceOf, combine } from '../../cloudformation/value-case.ts';
import { computed } from '../expression/computed.ts';
import type { Scope } from '../expression/scope.ts';
import { failure, isFailure, isJson } from '../expression/special.ts';
import { jsonText } from '../expression/text.ts';
import type { CallExpression } from '../hcl/syntax.ts';
import type { Call, TerraformFunction } from './function.ts';
import { functions } from './registry.ts';

/** Calls a function by its name; for every combination of alternatives of its arguments. */
export function callFunction(expression: CallExpression, scope: Scope): Value {
  const { origin } = expression;
  const name = expression.name.startsWith('core::') ? expression.name.slice('core::'.length) : expression.name;
  const call: Call = { ...scope, origin, name };
  if (name === 'try') return attempt(expression, 0, call);
  if (name === 'can') return can(expression, call);
  const args = expression.args.map((arg) => scope.run.evaluate(arg, scope));
  const failed = args.find(isFailure);
  if (failed !== undefined) return failed;
  const called = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (called === undefined) {
    if (name.startsWith('provider::')) return computed(scope.run, name, args, origin);
    return failure('unknown-function', `there is no function ${name}; correct the name`, origin);
  }
  return combine(args, origin, (chosen) => apply(called, chosen, expression.spread, call));
}

function apply(called: TerraformFunction, chosen: readonly Value[], spread: boolean, call: Call): Value {
  const args = spread ? spreadOut(chosen, call) : chosen;
  if (!Array.isArray(args)) return args as Value;
  const list = args as readonly Value[];
  if (list.length < called.least || list.length > called.most)
    return failure('function-argument', `${call.name} does not take ${list.length} arguments`, call.origin);
  // Items that were spread out may be choices themselves.
  return combine(list, call.origin, (plain) => {
    const failed = plain.find(isFailure);
    if (failed !== undefined) return failed;
    const given = called.keepsJson
      ? plain
      : plain.map((arg) => (isJson(arg) ? jsonText(arg, call.run, call.origin) : arg));
    return called.run(given, call);
  });
}

function spreadOut(args: readonly Value[], call: Call): readonly Value[] | Value {
  const last = args.at(-1);
  if (last?.kind === 'list' && last.open === undefined) return [...args.slice(0, -1), ...last.items];
  if (last === undefined || last.kind === 'literal' || last.kind === 'map')
    return failure('wrong-type', `what stands before ... in ${call.name} must be a list`, call.origin);
  return isFailure(last) ? last : computed(call.run, call.name, args, call.origin);
}

/** `try`: the first argument that does not fail, for every alternative on its own. */
function attempt(expression: CallExpression, at: number, call: Call): Value {
  const argument = expression.args[at];
  if (argument === undefined) return failure('no-try-succeeded', 'try: all arguments fail', expression.origin);
  const value = call.run.evaluate(argument, call);
  const cases = casesOfValue(value);
  if (!cases.some((one) => containsFailure(one.value))) return value;
  if (cases.every((one) => containsFailure(one.value))) return attempt(expression, at + 1, call);
  const rest = casesOfValue(attempt(expression, at + 1, call));
  return choiceOf(
    cases.flatMap((one) => {
      if (!containsFailure(one.value)) return [one];
      return rest
        .map((next) => ({ guard: and(one.guard, next.guard), value: next.value }))
        .filter((next) => isPossible(next.guard));
    }),
    expression.origin,
  );
}

/** `can`: does the argument not fail? */
function can(expression: CallExpression, call: Call): Value {
  const [argument] = expression.args;
  if (argument === undefined || expression.args.length > 1)
    return failure('function-argument', 'can takes one argument', expression.origin);
  const value = call.run.evaluate(argument, call);
  return choiceOf(
    casesOfValue(value).map((one) => ({ guard: one.guard, value: answer(one.value, call) })),
    expression.origin,
  );
}

function answer(value: Value, call: Call): Value {
  const { origin } = call;
  if (containsFailure(value)) return { kind: 'literal', value: false, origin };
  if (value.kind === 'unknown' && value.hole.kind === 'expression') return computed(call.run, 'can', [value], origin);
  return { kind: 'literal', value: true, origin };
}

/** Is there a failure in it, by a bounded look? */
export function containsFailure(value: Value, budget = { parts: 10_000 }): boolean {
  budget.parts -= 1;
  if (budget.parts <= 0) return false;
  if (isFailure(value)) return true;
  if (value.kind === 'list') return value.items.some((item) => containsFailure(item, budget));
  if (value.kind === 'choice') return value.options.every((option) => containsFailure(option.value, budget));
  if (value.kind !== 'map') return false;
  for (const entry of value.entries.values()) if (containsFailure(entry, budget)) return true;
  return false;
}
