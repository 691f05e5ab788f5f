import { always, and } from '../../model/guard.ts';
import type { Text } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { conditionNamed } from './condition.ts';
import { declaredMapping, declaredString } from './declared.ts';
import { resolveNode } from './resolve.ts';
import type { Scope } from './scope.ts';
import { expression, unknownValue } from './value-case.ts';

/** The value of an output; undefined when the template does not declare it. */
export function outputValue(name: string, scope: Scope): Value | undefined {
  const entry = scope.template.outputs.get(name);
  if (entry === undefined) return undefined;
  const body = declaredMapping(entry, scope, `output ${name}`);
  const value = body.entries.get('Value');
  const condition = declaredString(body, 'Condition');
  const guard = condition === undefined ? always : conditionNamed(condition, scope, entry.keyOrigin);
  const under = and(scope.under, guard);
  if (value === undefined)
    return unknownValue(expression(`output:${scope.template.path}/${name}`, `a Value of output ${name}`), entry.origin);
  return resolveNode(value.value, { ...scope, under: under.length === 0 ? always : under }, entry.origin);
}

/** The name under which an output is exported, if it is. */
export function exportName(name: string, scope: Scope): Text | undefined {
  const entry = scope.template.outputs.get(name);
  const body = entry?.value.kind === 'mapping' ? entry.value : undefined;
  const exported = body?.entries.get('Export')?.value;
  const node = exported?.kind === 'mapping' ? exported.entries.get('Name')?.value : undefined;
  return node === undefined ? undefined : textOf(resolveNode(node, scope));
}
