import { type ResourceTypeData, resourceType } from '../../catalog/resource-type.ts';
import type { Origin } from '../../model/origin.ts';
import { type Hole, type Text, type TextPart, text } from '../../model/text.ts';
import { type Reference, textOf, type Value } from '../../model/value.ts';
import { nestedOutput } from './nested-output.ts';
import { addressOf, attributeHole, propertyValue } from './property.ts';
import { urlSuffix } from './pseudo-parameter.ts';
import { type Declaration, report, type Scope } from './scope.ts';
import { combine, mapCases, provenanceOf, textValue, unknownValue } from './value-case.ts';

/** What `Ref` of a resource gives. */
export function refValue(resource: Declaration, scope: Scope): Value {
  const type = resourceType(resource.type);
  return referring(plainRef(resource, type, scope), { resource: resource.id, attribute: 'Ref' });
}

/** What `Fn::GetAtt` of a resource gives. */
export function attributeValue(resource: Declaration, attribute: string, scope: Scope, origin: Origin): Value {
  const reference: Reference = { resource: resource.id, attribute };
  const output = nestedOutput(resource, attribute, scope);
  if (output !== undefined) return referring(output, reference);
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
  return referring(plainAttribute(resource, type, attribute, scope), reference);
}

function known(type: ResourceTypeData, attribute: string): boolean {
  const head = attribute.split('.')[0] ?? '';
  return (
    [attribute, head].some((name) => type.attributes.includes(name) || type.properties.includes(name)) ||
    type.attributes.some((name) => name.startsWith(`${attribute}.`))
  );
}

function referring(value: Value, reference: Reference): Value {
  if (value.kind === 'choice')
    return {
      ...value,
      options: value.options.map((one) => ({ guard: one.guard, value: referring(one.value, reference) })),
    };
  if (value.kind !== 'literal' && value.kind !== 'text' && value.kind !== 'unknown') return value;
  return { ...value, refs: [reference] };
}

function plainRef(resource: Declaration, type: ResourceTypeData | undefined, scope: Scope): Value {
  const origin = resource.entry.keyOrigin;
  const opaque = () => unknownValue(attributeHole(resource, 'Ref'), origin);
  const [identifier, more] = type?.identifier ?? [];
  if (type?.ref === 'arn') return arnValue(resource) ?? opaque();
  if (type?.ref === 'name') return nameValue(resource);
  if (type?.ref !== undefined) return filled(type.ref, resource, type, origin);
  if (type === undefined || identifier === undefined || more !== undefined) return opaque();
  if (identifier === type.name) return nameValue(resource);
  if (isOwnArn(resource.type, type, identifier)) {
    return arnValue(resource) ?? unknownValue(attributeHole(resource, identifier), origin);
  }
  const property = type.properties.includes(identifier) ? propertyValue(resource, identifier, scope) : undefined;
  return property ?? nameValue(resource);
}

function plainAttribute(
  resource: Declaration,
  type: ResourceTypeData | undefined,
  attribute: string,
  scope: Scope,
): Value {
  const origin = resource.entry.keyOrigin;
  const template = type?.attributeTemplates?.[attribute];
  if (type !== undefined && template !== undefined) return filled(template, resource, type, origin);
  if (type !== undefined && (isOwnArn(resource.type, type, attribute) || type.sameAsArn?.includes(attribute))) {
    const arn = arnValue(resource);
    if (arn !== undefined) return arn;
  }
  if (attribute === type?.name || type?.sameAsName?.includes(attribute)) return nameValue(resource);
  if (type?.identifier.length === 1 && type.identifier[0] === attribute && type.name === undefined)
    return nameValue(resource);
  const property = resource.properties.entries.has(attribute) ? propertyValue(resource, attribute, scope) : undefined;
  return property ?? unknownValue(attributeHole(resource, attribute), origin);
}

/** `Arn`, and the likes of `TopicArn` of a topic; not the ARNs of other things (`StreamArn` of a table). */
function isOwnArn(typeName: string, type: ResourceTypeData, attribute: string): boolean {
  if (!/(Arn|ARN)$/.test(attribute) || !type.attributes.includes(attribute)) return false;
  const short = (typeName.split('::').at(-1) ?? '').toLowerCase();
  const what = attribute.slice(0, -3).toLowerCase();
  return what === '' || what === short || (type.identifier.length === 1 && type.identifier[0] === attribute);
}

/** The physical name or id; a hole where AWS makes it up. */
export function nameValue(resource: Declaration): Value {
  const origin = resource.entry.keyOrigin;
  if (resource.name === 'busy') {
    report(
      resource.scope,
      'error',
      'cyclic-reference',
      `the name of ${resource.logicalId} depends on itself; break the cycle`,
      origin,
    );
    return textValue([nameHole(resource)], origin);
  }
  if (resource.name !== undefined) return resource.name;
  resource.name = 'busy';
  resource.name = givenName(resource) ?? textValue([nameHole(resource)], origin);
  return resource.name;
}

function givenName(resource: Declaration): Value | undefined {
  const type = resourceType(resource.type);
  if (type?.name === undefined) return undefined;
  const given = propertyValue(resource, type.name, resource.scope);
  if (given === undefined) return undefined;
  return mapCases(given, resource.entry.keyOrigin, (value) => {
    const content = textOf(value);
    if (content === undefined) return textValue([nameHole(resource)], resource.entry.keyOrigin);
    return textValue(
      type.lowercase === true ? lowered(content) : content,
      resource.entry.keyOrigin,
      provenanceOf(value),
    );
  });
}

function lowered(content: Text): Text {
  return content.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
}

/** The ARN as far as it is known; undefined when the format of the type's ARNs is not. */
export function arnValue(resource: Declaration): Value | undefined {
  const type = resourceType(resource.type);
  if (type?.arn === undefined) return undefined;
  return filled(arnTemplate(resource, type.arn), resource, type, resource.entry.keyOrigin);
}

/**
 * Rules of a named event bus carry its name. Source: Service Authorization Reference, Amazon EventBridge. Providers of tokens
 * are named by their address. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
 */
function arnTemplate(resource: Declaration, published: string): string {
  if (resource.type === 'AWS::IAM::OIDCProvider') return published.replace('{OidcProviderName}', '{Url}');
  if (resource.type !== 'AWS::Events::Rule' || !resource.properties.entries.has('EventBusName')) return published;
  return published.replace('{RuleName}', '{EventBusName}/{RuleName}');
}

/** Fills the variables of an ARN or another template of the type's data. */
function filled(template: string, resource: Declaration, type: ResourceTypeData, origin: Origin): Value {
  const pieces = template.split(/\{(\w+)\}/);
  const variables = pieces.filter((_, at) => at % 2 === 1);
  const own = variables.filter((name) => !['Partition', 'Region', 'Account', 'URLSuffix', 'Arn'].includes(name));
  const values = variables.map((name) => variableValue(name, own.length === 1, resource, type));
  return combine(values, origin, (chosen) => {
    const parts: TextPart[] = [];
    pieces.forEach((piece, at) => {
      if (at % 2 === 0) parts.push(piece);
      else {
        const value = chosen[(at - 1) / 2];
        parts.push(...((value && textOf(value)) ?? [attributeHole(resource, piece)]));
      }
    });
    return textValue(text(...parts), origin, { defaults: provenanceOf(...chosen).defaults, refs: [] });
  });
}

function variableValue(name: string, alone: boolean, resource: Declaration, type: ResourceTypeData): Value {
  const { unit } = resource.scope;
  const origin = resource.entry.keyOrigin;
  if (name === 'Partition') return textValue(unit.partition, origin);
  if (name === 'Region') return textValue(unit.region, origin);
  if (name === 'Account') return textValue(unit.account, origin);
  if (name === 'URLSuffix') return textValue(urlSuffix(unit.partition), origin);
  if (name === 'Arn') return arnValue(resource) ?? unknownValue(attributeHole(resource, 'Arn'), origin);
  if (name === 'EventBusName')
    return mapCases(propertyValue(resource, name, resource.scope) ?? nameValue(resource), origin, (bus) =>
      lastSegment(bus, origin),
    );
  if (name === 'Url')
    return mapCases(propertyValue(resource, name, resource.scope) ?? nameValue(resource), origin, (url) =>
      withoutScheme(url, origin),
    );
  const plain = name.replace(/WithPath$|WithoutLeadingSlash$/, '');
  const isName =
    plain === type.name || plain === `${short(resource)}Name` || alone || (plain === 'Name' && type.name !== undefined);
  if (name.endsWith('WithPath')) return withPath(resource, origin);
  if (isName) return mapCases(nameValue(resource), origin, (value) => trimmedName(value, name, origin));
  return propertyValue(resource, name, resource.scope) ?? unknownValue(attributeHole(resource, name), origin);
}

function withoutScheme(url: Value, origin: Origin): Value {
  const [first, ...rest] = textOf(url) ?? [];
  if (typeof first !== 'string') return url;
  return textValue(text(first.replace(/^https?:\/\//, ''), ...rest), origin, provenanceOf(url));
}

function short(resource: Declaration): string {
  return resource.type.split('::').at(-1) ?? '';
}

/** A bus is given by name or ARN; its ARN ends in `event-bus/name`. */
function lastSegment(bus: Value, origin: Origin): Value {
  const content = textOf(bus);
  const last = content?.at(-1);
  if (content === undefined || typeof last !== 'string' || !last.includes('event-bus/')) return bus;
  return textValue([last.slice(last.lastIndexOf('/') + 1)], origin, provenanceOf(bus));
}

/** SSM parameters and KMS aliases have a prefix in their name that the ARN template holds already. */
function trimmedName(value: Value, variable: string, origin: Origin): Value {
  const content = textOf(value);
  const [first, ...rest] = content ?? [];
  if (typeof first !== 'string') return value;
  const prefix = variable === 'ParameterNameWithoutLeadingSlash' ? '/' : variable === 'Alias' ? 'alias/' : '';
  if (prefix === '' || !first.startsWith(prefix)) return value;
  return textValue(text(first.slice(prefix.length), ...rest), origin, provenanceOf(value));
}

/** IAM: `Path` (default `/`) stands before the name. */
function withPath(resource: Declaration, origin: Origin): Value {
  const path = propertyValue(resource, 'Path', resource.scope) ?? textValue(['/'], origin);
  return combine([path, nameValue(resource)], origin, ([prefix, name]) => {
    const parts = [...((prefix && textOf(prefix)) ?? []), ...((name && textOf(name)) ?? [])];
    const [first, ...rest] = parts;
    const trimmed = typeof first === 'string' && first.startsWith('/') ? [first.slice(1), ...rest] : parts;
    return textValue(text(...trimmed), origin, provenanceOf(...[prefix, name].filter((one) => one !== undefined)));
  });
}

function nameHole(resource: Declaration): Hole {
  return { kind: 'physical-name', symbol: `name:${resource.id}`, settledBy: `deployment of ${addressOf(resource)}` };
}

/** A value as one text, if it has one. */
export function singleText(value: Value | undefined): Text | undefined {
  if (value === undefined || value.kind === 'choice') return undefined;
  return textOf(value);
}
