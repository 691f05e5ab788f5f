import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import type { InputFile } from '../../input.ts';
import { baseName } from '../../local-path.ts';
import { report, type Scope } from '../expression/scope.ts';
import { parseJsonValues } from '../hcl/json-syntax.ts';
import { parseBody } from '../hcl/parse-body.ts';
import { parseExpression } from '../hcl/parse-expression.ts';
import type { Configuration } from './configuration.ts';
import { typeOf } from './type-constraint.ts';

/**
 * Values for the variables of the root module, later ones win: `terraform.tfvars`, `terraform.tfvars.json`, `*.auto.tfvars` by
 * name, files given, values given. Source: https://developer.hashicorp.com/terraform/language/values/variables
 */
export function givenVariables(configuration: Configuration, scope: Scope): ReadonlyMap<string, Value> {
  const { run } = scope;
  const { source } = run;
  const given = new Map<string, Value>();
  const own = source.files
    .filter(({ path }) => isOwn(path))
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  for (const file of [...own, ...source.variableFiles]) {
    const strict = source.variableFiles.includes(file);
    for (const [name, value] of valuesOf(file, scope)) {
      if (configuration.variables.has(name)) given.set(name, value);
      else if (strict) {
        report(
          run,
          'warning',
          'undeclared-variable',
          `${file.file} gives ${name}, which no variable block declares`,
          value.origin,
        );
      }
    }
  }
  for (const [name, text] of source.variableValues) {
    const block = configuration.variables.get(name);
    if (block !== undefined) given.set(name, textValue(text, name, configuration, scope));
  }
  return given;
}

function isOwn(path: string): boolean {
  const name = baseName(path);
  return /^terraform\.tfvars(\.json)?$/.test(name) || /\.auto\.tfvars(\.json)?$/.test(name);
}

function rank(path: string): number {
  const name = baseName(path);
  return name === 'terraform.tfvars' ? 0 : name === 'terraform.tfvars.json' ? 1 : 2;
}

function valuesOf(file: InputFile, scope: Scope): readonly (readonly [string, Value])[] {
  const { run } = scope;
  const { origins } = run.context;
  const parsed = file.path.endsWith('.json')
    ? parseJsonValues(file.file, file.text, origins)
    : parseBody(file.file, file.text, origins);
  for (const diagnostic of parsed.diagnostics) run.diagnostics.push(diagnostic);
  return [...parsed.body.attributes.values()].map(({ name, value }) => [name, run.evaluate(value, scope)] as const);
}

/** A text stays a text for strings and untyped variables; else it is an expression. */
function textValue(text: string, name: string, configuration: Configuration, scope: Scope): Value {
  const { run } = scope;
  const block = configuration.variables.get(name);
  const origin: Origin = block?.origin ?? (0 as Origin);
  const type = typeOf(block?.body.attributes.get('type')?.value);
  const { kind } = type;
  if (kind === 'string' || kind === 'any' || kind === 'number' || kind === 'bool')
    return { kind: 'literal', value: text, origin };
  const { expression, diagnostics } = parseExpression('', text, run.context.origins, origin);
  if (diagnostics.length === 0) return run.evaluate(expression, scope);
  // CloudFormation's way of writing lists.
  if (kind === 'list' || kind === 'set')
    return {
      kind: 'list',
      items: text.split(',').map((item) => ({ kind: 'literal', value: item.trim(), origin })),
      origin,
    };
  report(run, 'error', 'wrong-type', `the value given for ${name} is no expression of its type`, origin);
  return { kind: 'literal', value: text, origin };
}
