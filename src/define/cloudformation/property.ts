import type { Hole } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { resolveProperty } from './resolve.ts';
import { type Declaration, report, type Scope } from './scope.ts';
import { unknownValue } from './value-case.ts';

/** A property resolved by itself; undefined when it is not given. A cycle is reported and ends in a hole. */
export function propertyValue(resource: Declaration, name: string, asking: Scope): Value | undefined {
  const entry = resource.properties.entries.get(name);
  if (entry === undefined) return undefined;
  const known = resource.resolved.get(name);
  if (known === 'busy') {
    report(
      asking,
      'error',
      'cyclic-reference',
      `property ${name} of ${resource.logicalId} depends on itself; break the cycle`,
      entry.keyOrigin,
    );
    return unknownValue(attributeHole(resource, name), entry.origin);
  }
  if (known !== undefined) return known.kind === 'absent' ? undefined : known;
  resource.resolved.set(name, 'busy');
  const value = resolveProperty(name, entry.value, resource.scope, entry.origin);
  resource.resolved.set(name, value);
  return value.kind === 'absent' ? undefined : value;
}

/** What only deployment tells of a resource. */
export function attributeHole(resource: Declaration, attribute: string): Hole {
  return {
    kind: 'attribute',
    symbol: `attribute:${resource.id}.${attribute}`,
    settledBy: `deployment of ${addressOf(resource)}`,
  };
}

/** The user's own name for it, with the nested stacks it is in. */
export function addressOf(resource: Declaration): string {
  return resource.scope.template.addressPrefix + resource.logicalId;
}
