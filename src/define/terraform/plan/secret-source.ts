import { type JsonObject, listOf, objectOf } from '../json/entries.ts';
import type { ConfiguredResource, ModuleConfiguration } from './configuration.ts';
import { expressionAt, isExpression, specificReferences } from './references.ts';

/**
 * Where a value that a plan keeps secret comes from: a constant stands in the configuration for whoever reads it, as does
 * the default of a variable. What the user gave to a variable, or a resource makes, does not. The configuration in a plan
 * has no locals, so that what goes through them is not told.
 */
export type SecretSource =
  | { readonly kind: 'constant' }
  | { readonly kind: 'default'; readonly variable: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'untold' };

/** Expressions refer to each other over modules; those that go round end here. */
const MOST_STEPS = 32;

/** The source of what stands at a path of a resource; `planned` is what the plan knows of the resource. */
export function secretSource(
  resource: ConfiguredResource,
  path: readonly (string | number)[],
  planned: unknown,
  secret: unknown,
): SecretSource {
  // What no argument says is made by the provider or by AWS.
  if (!Object.hasOwn(resource.expressions, String(path[0]))) return { kind: 'elsewhere' };
  const expression = objectOf(expressionAt(resource.expressions, path, planned));
  return expression === undefined ? { kind: 'untold' } : sourceOf(expression, resource.module, secret, 0);
}

function sourceOf(expression: JsonObject, module: ModuleConfiguration, secret: unknown, steps: number): SecretSource {
  if (steps > MOST_STEPS) return { kind: 'untold' };
  const references = specificReferences(
    listOf(expression['references']).filter((each): each is string => typeof each === 'string'),
  );
  const [first, ...others] = references;
  // Without references, what functions make of constants is one.
  if (first === undefined)
    return isExpression(expression) || Object.keys(expression).length === 0 ? { kind: 'constant' } : { kind: 'untold' };
  if (others.length === 0) return followed(first, module, secret, steps);
  const sources = references.map((each) => followed(each, module, secret, steps));
  return sources.every(({ kind }) => kind === 'elsewhere') ? { kind: 'elsewhere' } : { kind: 'untold' };
}

function followed(reference: string, module: ModuleConfiguration, secret: unknown, steps: number): SecretSource {
  const [head = '', name = '', third] = reference.split('.').map((step) => step.replace(/\[.*$/, ''));
  if (head === 'var') return variableSource(name, module, secret, steps);
  if (head === 'local' || head === 'each' || head === 'count' || head === 'self') return { kind: 'untold' };
  if (head !== 'module') return { kind: 'elsewhere' };
  const call = module.calls.get(name);
  const output = objectOf(objectOf(third === undefined ? undefined : call?.outputs[third])?.['expression']);
  return call === undefined || output === undefined ? { kind: 'untold' } : sourceOf(output, call, secret, steps + 1);
}

/** A default counts where nothing else was given: in the root module that is where the value is the default. */
function variableSource(name: string, module: ModuleConfiguration, secret: unknown, steps: number): SecretSource {
  const passed = objectOf(module.passed[name]);
  if (module.parent !== undefined && passed !== undefined) return sourceOf(passed, module.parent, secret, steps + 1);
  const preset = objectOf(module.variables[name])?.['default'];
  if (preset === undefined || preset === null) return { kind: 'elsewhere' };
  if (typeof preset === 'object') return { kind: 'untold' };
  return String(preset) === String(secret) ? { kind: 'default', variable: name } : { kind: 'elsewhere' };
}
