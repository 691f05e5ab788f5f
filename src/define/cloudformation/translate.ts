import { isSecretIn } from '../../catalog/secret-shape.ts';
import { isPossible } from '../../model/guard.ts';
import type { ParameterUse, Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { reportCycles } from './cycle.ts';
import { nestedStack } from './nested-stack.ts';
import { openTemplate } from './open-template.ts';
import { exportName, outputValue } from './output.ts';
import type { Declaration, Parameter, Scope } from './scope.ts';
import { translateResource } from './translate-resource.ts';
import type { ImportContext, PreparedTemplate, TemplateExport, TemplateUnit, TranslatedTemplate } from './unit.ts';
import { expression, unknownValue } from './value-case.ts';

/** Turns a template into resources, all at once. Use `prepareTemplate` when templates import from each other. */
export function translateTemplate(unit: TemplateUnit, context: ImportContext): TranslatedTemplate {
  return prepareTemplate(unit, context).translate();
}

/** Opens a template so that others can ask for its exports before, and while, it is translated. */
export function prepareTemplate(unit: TemplateUnit, context: ImportContext): PreparedTemplate {
  const scope = openTemplate(unit, context);
  const exports = exportsOf(scope);
  return { exports, translate: () => translated(scope, exports) };
}

function translated(scope: Scope, exports: readonly TemplateExport[]): TranslatedTemplate {
  const resources: Resource[] = [];
  translateStack(scope, resources);
  const outputs = new Map<string, Value>();
  for (const name of scope.template.outputs.keys()) {
    const value = outputValue(name, scope);
    if (value !== undefined) outputs.set(name, value);
  }
  const settled = exports.map(({ name, value }) => {
    const known = value();
    return { name, value: () => known };
  });
  return {
    resources,
    parameters: [...scope.template.parameters.values()].map((parameter) => parameterUse(parameter)),
    exports: settled,
    outputs,
    assumed: scope.run.assumed,
    diagnostics: scope.run.diagnostics,
  };
}

/** The resources of a template and of the stacks that it nests. */
function translateStack(scope: Scope, resources: Resource[]) {
  const first = resources.length;
  const nested: Declaration[] = [];
  for (const declaration of scope.template.resources.values()) {
    if (!isPossible(declaration.guard)) continue;
    resources.push(translateResource(declaration));
    if (nestedStack(declaration) !== undefined) nested.push(declaration);
  }
  if (!scope.template.macros) reportCycles(resources.slice(first), scope);
  for (const declaration of nested) {
    const stack = nestedStack(declaration);
    if (stack !== undefined) translateStack(stack.scope, resources);
  }
}

function parameterUse(parameter: Parameter): ParameterUse {
  const { name, origin, explicit, default: fallback } = parameter;
  const value = explicit ?? fallback;
  // Whoever forgot NoEcho did not mean the value to be printed either.
  const secret = parameter.secret || (value !== undefined && isSecretIn(name, value));
  const given = explicit !== undefined ? 'explicit' : fallback !== undefined ? 'default' : 'missing';
  return { name, given, secret, origin, ...(value !== undefined && !secret && { value }) };
}

function exportsOf(scope: Scope): readonly TemplateExport[] {
  const result: TemplateExport[] = [];
  for (const output of scope.template.outputs.keys()) {
    const name = exportName(output, scope);
    if (name !== undefined)
      result.push({
        name,
        value: lazily(() => outputValue(output, scope), `export:${scope.template.path}/${output}`, scope),
      });
  }
  for (const declaration of scope.template.resources.values()) {
    const stack = nestedStack(declaration);
    if (stack !== undefined) result.push(...exportsOf(stack.scope));
  }
  return result;
}

/** Computed once; asked again while it is being computed, it answers with an unknown. */
function lazily(compute: () => Value | undefined, symbol: string, scope: Scope): () => Value {
  let state: Value | 'busy' | undefined;
  const origin =
    scope.template.resources.values().next().value?.entry.keyOrigin ??
    scope.context.origins.source(scope.template.file, 1, 1, 1);
  const open = () => unknownValue(expression(symbol, 'exports that do not import each other in a circle'), origin);
  return () => {
    if (state === 'busy') return open();
    if (state !== undefined) return state;
    state = 'busy';
    state = compute() ?? open();
    return state;
  };
}

export { templateLinks } from './template-links.ts';
