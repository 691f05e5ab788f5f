import { and, is, isPossible } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Hole } from '../../model/text.ts';
import type { ListValue, Value } from '../../model/value.ts';
import { declaredMapping, declaredString, declaredStrings } from './declared.ts';
import type { MappingEntry } from './node.ts';
import { scalarValue } from './scalar.ts';
import { type Parameter, report, type Scope } from './scope.ts';
import { literalValue, mapCases, relocated, textValue, unknownValue } from './value-case.ts';

/** The symbol under which guards and holes speak of a parameter. */
export function parameterSymbol(scope: Scope, name: string): string {
  return `parameter:${scope.template.path}/${name}`;
}

/** Reads one entry of `Parameters`. */
export function readParameter(
  entry: MappingEntry,
  scope: Scope,
  passed: ReadonlyMap<string, Parameter['passed']>,
): Parameter {
  const { key: name, keyOrigin } = entry;
  const body = declaredMapping(entry, scope, `parameter ${name}`);
  const type = declaredString(body, 'Type') ?? 'String';
  const allowed = declaredStrings(body, 'AllowedValues');
  const given = scope.template.addressPrefix === '' ? scope.unit.parameters.get(name) : undefined;
  const fromStack = passed.get(name);
  const fallback = declaredString(body, 'Default');
  const parameter: Parameter = {
    name,
    type,
    secret: declaredString(body, 'NoEcho')?.toLowerCase() === 'true',
    ...(allowed.length > 0 && { allowed }),
    ...(fallback !== undefined && { default: fallback }),
    ...(given !== undefined && { explicit: given }),
    ...(fromStack !== undefined && { passed: fromStack }),
    origin: keyOrigin,
  };
  if (given !== undefined && allowed.length > 0 && !isListType(type) && !allowed.includes(given)) {
    const shown = parameter.secret ? 'the given value' : `the given value ${given}`;
    report(
      scope,
      'error',
      'parameter-not-allowed',
      `parameter ${name}: ${shown} is none of AllowedValues; CloudFormation refuses it`,
      keyOrigin,
    );
  }
  return parameter;
}

/** What `Ref` of a parameter gives at this place. */
export function parameterValue(parameter: Parameter, scope: Scope, origin: Origin): Value {
  const { name, explicit, passed, default: fallback } = parameter;
  if (passed !== undefined) return passedValue(parameter, passed(scope.mode), scope, origin);
  const defaults = explicit === undefined && fallback !== undefined ? [scope.template.addressPrefix + name] : [];
  if (parameter.secret && scope.mode === 'property') {
    // An empty default hides nothing.
    return { ...openParameter(parameter, scope, origin), defaults: fallback === '' ? [] : defaults };
  }
  if (explicit !== undefined) return typedValue(parameter, explicit, scope, origin, []);
  const implied = impliedValue(parameter, scope);
  if (implied !== undefined) return typedValue(parameter, implied, scope, origin, []);
  const question = scope.mode === 'question';
  if (question && comparable(parameter)) noteForGuards(parameter, scope);
  if (fallback === undefined || question || excluded(parameter, fallback, scope)) {
    return openParameter(parameter, scope, origin);
  }
  return typedValue(parameter, fallback, scope, origin, defaults);
}

/** A stack hands lists on as one string with commas. */
function passedValue(parameter: Parameter, value: Value, scope: Scope, origin: Origin): Value {
  if (parameter.secret && scope.mode === 'property') return openParameter(parameter, scope, origin);
  if (!isListType(parameter.type)) return relocated(value, origin);
  return mapCases(value, origin, (one) => {
    if (one.kind === 'literal') {
      const { defaults = [] } = one;
      return typedValue({ ...parameter, type: 'CommaDelimitedList' }, String(one.value ?? ''), scope, origin, defaults);
    }
    return one.kind === 'list' ? relocated(one, origin) : openParameter(parameter, scope, origin);
  });
}

function noteForGuards(parameter: Parameter, scope: Scope) {
  const symbol = parameterSymbol(scope, parameter.name);
  if (parameter.allowed !== undefined) scope.run.domains.set(symbol, parameter.allowed);
  if (parameter.default !== undefined) scope.run.assumed.set(symbol, parameter.default);
}

/** May guards compare it with literals? Not secrets (a guard is printed), nor values that are looked up elsewhere. */
function comparable(parameter: Parameter): boolean {
  return !parameter.secret && !isListType(parameter.type) && !isLookup(parameter.type);
}

/** The value that the guard around demands. */
function impliedValue(parameter: Parameter, scope: Scope): string | undefined {
  const [clause] = scope.under;
  if (clause === undefined || scope.under.length > 1 || !comparable(parameter)) return undefined;
  const symbol = parameterSymbol(scope, parameter.name);
  return clause.find((literal) => literal.symbol === symbol && literal.holds)?.value;
}

/** The guard around says that the default is not the value here. */
function excluded(parameter: Parameter, fallback: string, scope: Scope): boolean {
  if (scope.under.some((clause) => clause.length === 0) || !comparable(parameter)) return false;
  const taken = is(parameterSymbol(scope, parameter.name), fallback, parameter.allowed);
  return isPossible(scope.under) && !isPossible(and(scope.under, taken));
}

function openParameter(parameter: Parameter, scope: Scope, origin: Origin): Value {
  const hole: Hole = {
    kind: isLookup(parameter.type) ? 'lookup' : parameter.secret ? 'secret' : 'parameter',
    symbol: parameterSymbol(scope, parameter.name),
    settledBy: `parameter ${parameter.name} of ${scope.template.path}`,
  };
  if (isListType(parameter.type)) return { kind: 'list', items: [], open: hole, origin };
  return textValue([hole], origin);
}

/** A given or default value as the parameter's type has it. */
function typedValue(
  parameter: Parameter,
  value: string,
  scope: Scope,
  origin: Origin,
  defaults: readonly string[],
): Value {
  const provenance = { defaults, refs: [] };
  const located = { origin, ...(defaults.length > 0 && { defaults }) };
  if (isLookup(parameter.type)) {
    const hole: Hole = {
      kind: 'lookup',
      symbol: `lookup:ssm:${value}`,
      settledBy: `the SSM parameter ${value} of ${scope.template.path}`,
    };
    return isListType(parameter.type)
      ? { kind: 'list', items: [], open: hole, ...located }
      : unknownValue(hole, origin, provenance);
  }
  if (isListType(parameter.type)) {
    const items = value === '' ? [] : value.split(',').map((item) => literalValue(item.trim(), origin, provenance));
    return { kind: 'list', items, ...located } satisfies ListValue;
  }
  const literal = parameter.type === 'Number' ? scalarValue(value, true, '') : value;
  return literalValue(literal, origin, provenance);
}

/** `CommaDelimitedList`, `List<…>` and SSM lists give lists. */
export function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || type.includes('List<') || type.includes('<CommaDelimitedList>');
}

function isLookup(type: string): boolean {
  return type.startsWith('AWS::SSM::Parameter::Value<');
}
