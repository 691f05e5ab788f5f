import { type Text, textKey } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { soleFunction } from './function-call.ts';
import { nestedStack } from './nested-stack.ts';
import type { Node } from './node.ts';
import { openTemplate } from './open-template.ts';
import { exportName } from './output.ts';
import { resolveNode } from './resolve.ts';
import type { Scope } from './scope.ts';
import type { ImportContext, TemplateLinks, TemplateUnit } from './unit.ts';
import { casesOfValue } from './value-case.ts';

/** The names that a template exports and imports, to find out which deployments belong together. */
export function templateLinks(unit: TemplateUnit, context: ImportContext): TemplateLinks {
  const exports = new Map<string, Text>();
  const imports = new Map<string, Text>();
  gather(openTemplate(unit, context), exports, imports);
  return { exports: [...exports.values()], imports: [...imports.values()] };
}

function gather(scope: Scope, exports: Map<string, Text>, imports: Map<string, Text>) {
  const { outputs, resources } = scope.template;
  for (const [output, entry] of outputs) {
    const name = exportName(output, scope);
    if (name !== undefined) exports.set(textKey(name), name);
    gatherImports(entry.value, scope, imports);
  }
  for (const declaration of resources.values()) {
    gatherImports(declaration.body, declaration.scope, imports);
    const stack = nestedStack(declaration);
    if (stack !== undefined) gather(stack.scope, exports, imports);
  }
}

function gatherImports(node: Node, scope: Scope, imports: Map<string, Text>) {
  if (node.kind === 'scalar') return;
  const call = soleFunction(node);
  if (call?.name === 'Fn::ImportValue') {
    for (const option of casesOfValue(resolveNode(call.argument, scope))) {
      const name = textOf(option.value);
      if (name !== undefined) imports.set(textKey(name), name);
    }
    return;
  }
  const below = node.kind === 'sequence' ? node.items : [...node.entries.values()].map((entry) => entry.value);
  for (const next of below) gatherImports(next, scope, imports);
}
