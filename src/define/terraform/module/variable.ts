import { isSecretIn } from '../../../catalog/secret-shape.ts';
import type { Origin } from '../../../model/origin.ts';
import type { ParameterUse } from '../../../model/resource.ts';
import { type Hole, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { withDefaults } from '../expression/computed.ts';
import { booleanOf } from '../expression/number.ts';
import type { Mode, Run, Scope } from '../expression/scope.ts';
import { isFailure } from '../expression/special.ts';
import { jsonText } from '../expression/text.ts';
import type { Block, Expression } from '../hcl/syntax.ts';
import { converted, type TypeConstraint, typeOf } from './type-constraint.ts';

/** A variable of a module. */
export interface Variable {
  readonly name: string;
  readonly type: TypeConstraint;
  readonly sensitive: boolean;
  readonly nullable: boolean;
  readonly default?: Expression;
  readonly origin: Origin;
}

export function variableOf(name: string, block: Block): Variable {
  const { attributes } = block.body;
  const flag = (attribute: string) => {
    const value = attributes.get(attribute)?.value;
    return value?.kind === 'literal' ? booleanOf({ ...value, kind: 'literal' }) : undefined;
  };
  const fallback = attributes.get('default')?.value;
  return {
    name,
    type: typeOf(attributes.get('type')?.value),
    sensitive: flag('sensitive') === true || flag('ephemeral') === true,
    nullable: flag('nullable') !== false,
    ...(fallback !== undefined && { default: fallback }),
    origin: block.origin,
  };
}

/** The symbol under which guards and holes speak of a variable of the root module. */
export function variableSymbol(run: Run, name: string): string {
  return `parameter:${run.source.deployment}/${name}`;
}

function variableHole(run: Run, name: string, kind: Hole['kind'] = 'parameter'): Hole {
  const { deployment } = run.source;
  return { kind, symbol: variableSymbol(run, name), settledBy: `parameter ${name} of ${deployment}` };
}

/** The default as the type has it; undefined when there is none. */
export function defaultOf(variable: Variable, scope: Scope): Value | undefined {
  return variable.default === undefined
    ? undefined
    : converted(scope.run.evaluate(variable.default, scope), variable.type, scope);
}

/** What a variable of the root module is in a mode; `given` was told by the user. */
export function rootVariable(variable: Variable, given: Value | undefined, scope: Scope): Value {
  const { run, mode } = scope;
  const { name } = variable;
  const usable = given !== undefined && !isFailure(given) && (variable.nullable || !isNull(given)) ? given : undefined;
  const fallback = usable === undefined ? defaultOf(variable, scope) : undefined;
  const value = usable ?? fallback;
  if (value === undefined)
    return unset(variable.type, variableHole(run, name, variable.sensitive ? 'secret' : 'parameter'), variable, run);
  if (mode === 'property' && variable.sensitive) {
    const hidden = secretOf(value, variableHole(run, name, 'secret'));
    return fallback === undefined || !hides(hidden) ? hidden : withDefaults(hidden, [name]);
  }
  if (fallback === undefined || mode === 'assumed') return value;
  if (mode === 'property') return defaulted(fallback, name);
  return variable.sensitive
    ? { kind: 'unknown', hole: variableHole(run, name, 'secret'), origin: variable.origin }
    : questioned(fallback, variable.type, variableHole(run, name), run);
}

function isNull(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

function hides(value: Value): boolean {
  return value.kind !== 'literal';
}

/** Notes the default on every scalar, so that it is known wherever the parts go. */
function defaulted(value: Value, name: string): Value {
  if (value.kind === 'list')
    return withDefaults({ ...value, items: value.items.map((item) => defaulted(item, name)) }, [name]);
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, entry]) => [key, defaulted(entry, name)] as const);
    return withDefaults({ ...value, entries: new Map(entries) }, [name]);
  }
  return withDefaults(value, [name]);
}

/** A variable that nobody set: a hole of the shape that the type tells. */
function unset(type: TypeConstraint, hole: Hole, { origin }: Pick<Variable, 'origin'>, run: Run): Value {
  switch (type.kind) {
    case 'string':
      return { kind: 'text', text: [hole], origin };
    case 'list':
    case 'tuple':
      return { kind: 'list', items: [], open: hole, origin };
    case 'set':
      return { kind: 'list', items: [], open: hole, origin, set: true } as Value;
    case 'map':
      return { kind: 'map', entries: new Map(), open: hole, origin };
    case 'object': {
      const entries = [...type.fields].map(
        ([name, field]) => [name, unset(field.type, partOf(hole, name), { origin }, run)] as const,
      );
      return { kind: 'map', entries: new Map(entries), origin };
    }
    default:
      if (type.kind === 'bool') run.domains.set(hole.symbol, ['false', 'true']);
      return { kind: 'unknown', hole, origin };
  }
}

function partOf(hole: Hole, name: string): Hole {
  return { ...hole, symbol: `${hole.symbol}.${name}` };
}

/** A default in a question: scalars are open, and what they are assumed to be is noted. */
function questioned(value: Value, type: TypeConstraint, hole: Hole, run: Run): Value {
  const { origin } = value;
  if (value.kind === 'map') {
    const field = (name: string): TypeConstraint =>
      type.kind === 'object'
        ? (type.fields.get(name)?.type ?? { kind: 'any' })
        : type.kind === 'map'
          ? type.of
          : { kind: 'any' };
    const entries = [...value.entries].map(
      ([name, entry]) => [name, questioned(entry, field(name), partOf(hole, name), run)] as const,
    );
    return { kind: 'map', entries: new Map(entries), origin, ...(type.kind !== 'object' && { open: hole }) };
  }
  if (value.kind === 'literal' && value.value !== null) {
    run.assumed.set(hole.symbol, String(value.value));
    if (typeof value.value === 'boolean') run.domains.set(hole.symbol, ['false', 'true']);
    if (typeof value.value === 'string') return { kind: 'text', text: [hole], origin };
  }
  return { kind: 'unknown', hole, origin };
}

/** The value with every scalar hidden; empty strings and nulls hide nothing. */
function secretOf(value: Value, hole: Hole): Value {
  const { origin } = value;
  if (value.kind === 'list')
    return { ...value, items: value.items.map((item, at) => secretOf(item, partOf(hole, String(at)))) };
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, entry]) => [key, secretOf(entry, partOf(hole, key))] as const);
    return { ...value, entries: new Map(entries) };
  }
  if (value.kind === 'literal' && (value.value === null || value.value === '')) return value;
  return { kind: 'text', text: [hole], origin };
}

/** What was taken for a variable, for the report. */
export function variableUse(variable: Variable, given: Value | undefined, scope: Scope): ParameterUse {
  const { name, origin } = variable;
  const value = given ?? defaultOf(variable, { ...scope, mode: 'assumed' satisfies Mode });
  const printed = value === undefined || variable.sensitive ? undefined : printable(value, scope);
  const secret = variable.sensitive || (printed !== undefined && isSecretIn(name, printed));
  const how = given !== undefined ? 'explicit' : value !== undefined ? 'default' : 'missing';
  return { name, given: how, secret, origin, ...(printed !== undefined && !secret && { value: printed }) };
}

function printable(value: Value, scope: Scope): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return isNull(value) ? 'null' : literalOf(text);
  const json = textOf(jsonText(value, scope.run, value.origin));
  return json === undefined ? undefined : literalOf(json);
}
