import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { computed } from '../expression/computed.ts';
import type { Scope } from '../expression/scope.ts';
import { failure } from '../expression/special.ts';
import { type ModuleInstance, moduleScope } from './module-instance.ts';
import { converted } from './type-constraint.ts';
import { defaultOf, rootVariable, variableOf } from './variable.ts';

/** Evaluates once for each mode; a value that needs itself is a failure with the circle. */
export function remembered(
  module: ModuleInstance,
  kind: string,
  name: string,
  scope: Scope,
  compute: () => Value,
): Value {
  const key = `${kind} ${scope.mode} ${name}`;
  const known = module.values.get(key);
  if (known !== undefined && known !== 'busy') return known;
  if (known === 'busy') {
    const busy = [...module.values].flatMap(([one, value]) => (value === 'busy' ? [one] : []));
    const circle = [...busy.slice(busy.indexOf(key)), key].map((one) => one.replace(/^(\S+) \S+ /, '$1.'));
    const { origin } = declarationOf(module, kind, name);
    return failure(
      'cyclic-reference',
      `the values need each other in a circle: ${circle.slice(0, 12).join(' -> ')}; break it`,
      origin,
    );
  }
  module.values.set(key, 'busy');
  const value = compute();
  module.values.set(key, value);
  return value;
}

function declarationOf(module: ModuleInstance, kind: string, name: string): { readonly origin: Origin } {
  const { configuration } = module;
  const found = kind === 'local' ? configuration.locals.get(name) : configuration.variables.get(name);
  return found ?? { origin: 0 as Origin };
}

/** `local.name`. */
export function local(module: ModuleInstance, name: string, scope: Scope, origin: Origin): Value {
  const attribute = module.configuration.locals.get(name);
  if (attribute === undefined) return undeclared(`local.${name}`, 'locals', origin);
  return remembered(module, 'local', name, scope, () =>
    scope.run.evaluate(attribute.value, moduleScope(module, scope.mode)),
  );
}

/** A reference to what nothing declares. */
export function undeclared(what: string, where: string, origin: Origin): Value {
  return failure('unknown-reference', `${what} is not declared; declare it with ${where} or correct the name`, origin);
}

/** `var.name`: of the root module as the user gave it, of others as the call passes it. */
export function variable(module: ModuleInstance, name: string, scope: Scope, origin: Origin): Value {
  const block = module.configuration.variables.get(name);
  if (block === undefined) return undeclared(`var.${name}`, `variable "${name}"`, origin);
  return remembered(module, 'var', name, scope, () => {
    const declared = variableOf(name, block);
    const own = moduleScope(module, scope.mode);
    const { call } = module;
    if (call === undefined) {
      const given = module.given.get(name);
      return rootVariable(declared, given === undefined ? undefined : converted(given, declared.type, own), own);
    }
    const argument = call.arguments.get(name);
    const passed =
      argument === undefined ? undefined : scope.run.evaluate(argument.value, { ...call.scope, mode: scope.mode });
    const isNull = passed?.kind === 'literal' && passed.value === null;
    if (passed !== undefined && !(isNull && !declared.nullable)) return converted(passed, declared.type, own);
    const fallback = defaultOf(declared, own);
    if (fallback !== undefined) return fallback;
    return failure('missing-argument', `${module.address} needs a value for ${name}`, origin);
  });
}

/** `path.module` leads from the root module's folder, which is where Terraform runs. */
export function pathValue(module: ModuleInstance, name: string, scope: Scope, origin: Origin): Value {
  if (name === 'root') return { kind: 'literal', value: '.', origin };
  if (name === 'module')
    return { kind: 'literal', value: relativeFolder(scope.run.source.folder, module.folder), origin };
  if (name === 'cwd') return computed(scope.run, 'path.cwd', [], origin);
  return failure('unknown-reference', `path has no ${name}`, origin);
}

function relativeFolder(from: string, to: string): string {
  if (from === to) return '.';
  const [a, b] = [from, to].map((path) => (path === '' ? [] : path.split('/')));
  let shared = 0;
  while (a?.[shared] !== undefined && a[shared] === b?.[shared]) shared += 1;
  const steps = [...(a ?? []).slice(shared).map(() => '..'), ...(b ?? []).slice(shared)];
  return steps.join('/');
}

/** `terraform.workspace`: the default one is an assumption. */
export function workspace(name: string, scope: Scope, origin: Origin): Value {
  const { workspace: known, deployment } = scope.run.source;
  if (name === 'workspace' && known !== undefined) return { kind: 'literal', value: known, origin };
  if (name !== 'workspace') return computed(scope.run, `terraform.${name}`, [], origin);
  const symbol = `parameter:${deployment}/terraform.workspace`;
  scope.run.assumed.set(symbol, 'default');
  if (scope.mode !== 'question')
    return { kind: 'literal', value: 'default', origin, defaults: ['terraform.workspace'] };
  const settledBy = `parameter terraform.workspace of ${deployment}`;
  return { kind: 'text', text: [{ kind: 'parameter', symbol, settledBy }], origin };
}
