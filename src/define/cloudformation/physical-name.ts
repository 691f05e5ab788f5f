import { type ResourceTypeData, resourceType } from '../../catalog/resource-type.ts';
import type { Origin } from '../../model/origin.ts';
import type { Value } from '../../model/value.ts';
import { arnOf, attributeOf, type NamedThing, nameOf, referenceTo, referring } from '../physical-name.ts';
import { nestedOutput } from './nested-output.ts';
import { addressOf, attributeHole, propertyValue } from './property.ts';
import { type Declaration, report, type Scope } from './scope.ts';

/** What `Ref` of a resource gives. */
export function refValue(resource: Declaration): Value {
  return referenceTo(named(resource));
}

/** What `Fn::GetAtt` of a resource gives. */
export function attributeValue(resource: Declaration, attribute: string, scope: Scope, origin: Origin): Value {
  const output = nestedOutput(resource, attribute, scope);
  if (output !== undefined) return referring(output, { resource: resource.id, attribute });
  const type = resourceType(resource.type);
  if (
    type !== undefined &&
    !known(type, attribute) &&
    !/^AWS::(CloudFormation::Stack|Serverless::.*)$/.test(resource.type) &&
    !scope.template.macros
  ) {
    report(
      scope,
      'warning',
      'unknown-attribute',
      `${resource.type} ${resource.logicalId} is not known to have an attribute ${attribute}; check the name`,
      origin,
    );
  }
  return attributeOf(named(resource), attribute);
}

function known(type: ResourceTypeData, attribute: string): boolean {
  const head = attribute.split('.')[0] ?? '';
  return (
    [attribute, head].some((name) => type.attributes.includes(name) || type.properties.includes(name)) ||
    type.attributes.some((name) => name.startsWith(`${attribute}.`))
  );
}

/** The physical name or id; a hole where AWS makes it up. */
export function nameValue(resource: Declaration): Value {
  return nameOf(named(resource));
}

/** The ARN as far as it is known; undefined when the format of the type's ARNs is not. */
export function arnValue(resource: Declaration): Value | undefined {
  return arnOf(named(resource));
}

/** The declaration as names are made of it. */
function named(resource: Declaration): NamedThing {
  resource.named ??= {
    id: resource.id,
    type: resource.type,
    address: addressOf(resource),
    place: resource.scope.unit,
    origin: resource.entry.keyOrigin,
    has: (property) => resource.properties.entries.has(property),
    property: (name) => propertyValue(resource, name, resource.scope),
    attributeHole: (attribute) => attributeHole(resource, attribute),
    cyclicName() {
      const message = `the name of ${resource.logicalId} depends on itself; break the cycle`;
      report(resource.scope, 'error', 'cyclic-reference', message, resource.entry.keyOrigin);
    },
  };
  return resource.named;
}
