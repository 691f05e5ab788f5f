import type { Value } from '../../model/value.ts';
import { nestedStack } from './nested-stack.ts';
import { outputValue } from './output.ts';
import { type Declaration, report, type Scope } from './scope.ts';

/** `Outputs.Name` of a local nested stack; undefined for everything else. */
export function nestedOutput(resource: Declaration, attribute: string, scope: Scope): Value | undefined {
  if (!attribute.startsWith('Outputs.')) return undefined;
  const stack = nestedStack(resource);
  if (stack === undefined) return undefined;
  const name = attribute.slice('Outputs.'.length);
  const value = outputValue(name, stack.scope);
  if (value === undefined) {
    report(
      scope,
      'error',
      'unknown-reference',
      `nested stack ${resource.logicalId} has no output ${name}; declare it or correct the name`,
      resource.entry.keyOrigin,
    );
  }
  return value;
}
