import { enginePort, portAttributes } from '../catalog/data/engine-ports.ts';
import { type ResourceTypeData, resourceType } from '../catalog/resource-type.ts';
import type { ResourceId } from '../model/id.ts';
import type { Origin } from '../model/origin.ts';
import { type Hole, literalOf, type Text, type TextPart, text } from '../model/text.ts';
import { type Reference, textOf, type Value } from '../model/value.ts';
import { urlSuffix } from './cloudformation/pseudo-parameter.ts';
import { combine, mapCases, provenanceOf, textValue, unknownValue } from './cloudformation/value-case.ts';

/** A resource on the way to its name: what its names and ARN are made of, whatever kind of input states it. */
export interface NamedThing {
  readonly id: ResourceId;
  /** CloudFormation type name. */
  readonly type: string;
  /** The user's own name for it. */
  readonly address: string;
  readonly place: { readonly account: Text; readonly region: Text; readonly partition: Text };
  readonly origin: Origin;
  has(property: string): boolean;
  /** A resolved property by its CloudFormation name; undefined when it is not given. */
  property(name: string): Value | undefined;
  /** The name or id, and the ARN, of a thing that is there already. */
  readonly known?: { readonly name?: Value; readonly arn?: Value };
  /** What stands for an attribute that only deployment tells. */
  attributeHole(attribute: string): Hole;
  /** Told when the name depends on itself. */
  cyclicName(): void;
  /** The name once it is asked for. */
  name?: Value | 'busy';
}

/** What `Ref` gives, with the reference. */
export function referenceTo(thing: NamedThing): Value {
  const type = resourceType(thing.type);
  const meant = type?.refOf === undefined ? undefined : thing.property(type.refOf);
  return meant ?? referring(plainRef(thing, type), { resource: thing.id, attribute: 'Ref' });
}

/** What `Fn::GetAtt` gives, with the reference. */
export function attributeOf(thing: NamedThing, attribute: string): Value {
  const reference: Reference = { resource: thing.id, attribute };
  return referring(plainAttribute(thing, resourceType(thing.type), attribute), reference);
}

/** The value with this reference in all of its alternatives, in place of others. */
export function referring(value: Value, reference: Reference): Value {
  if (value.kind === 'choice')
    return {
      ...value,
      options: value.options.map((one) => ({ guard: one.guard, value: referring(one.value, reference) })),
    };
  if (value.kind !== 'literal' && value.kind !== 'text' && value.kind !== 'unknown') return value;
  return { ...value, refs: [reference] };
}

/** A text with variables as the ARN formats have them, filled for this thing, with a reference to `attribute` of it. */
export function templateOf(thing: NamedThing, template: string, attribute: string): Value | undefined {
  const type = resourceType(thing.type);
  return type && referring(filled(template, thing, type), { resource: thing.id, attribute });
}

function plainRef(thing: NamedThing, type: ResourceTypeData | undefined): Value {
  const opaque = () => thing.known?.name ?? unknownValue(thing.attributeHole('Ref'), thing.origin);
  const [identifier, more] = type?.identifier ?? [];
  if (type?.ref === 'arn') return arnOf(thing) ?? opaque();
  if (type?.ref === 'name') return nameOf(thing);
  if (type?.ref !== undefined) return filled(type.ref, thing, type);
  if (type === undefined || identifier === undefined || more !== undefined) return opaque();
  if (identifier === type.name) return nameOf(thing);
  if (isOwnArn(thing.type, type, identifier)) {
    return arnOf(thing) ?? unknownValue(thing.attributeHole(identifier), thing.origin);
  }
  const property = type.properties.includes(identifier) ? thing.property(identifier) : undefined;
  return property ?? nameOf(thing);
}

function plainAttribute(thing: NamedThing, type: ResourceTypeData | undefined, attribute: string): Value {
  const template = type?.attributeTemplates?.[attribute];
  if (type !== undefined && template !== undefined) return filled(template, thing, type);
  if (type !== undefined && (isOwnArn(thing.type, type, attribute) || type.sameAsArn?.includes(attribute))) {
    const arn = arnOf(thing);
    if (arn !== undefined) return arn;
  }
  if (attribute === type?.name || type?.sameAsName?.includes(attribute)) return nameOf(thing);
  if (type?.identifier.length === 1 && type.identifier[0] === attribute && type.name === undefined)
    return nameOf(thing);
  return (
    thing.property(attribute) ?? portOf(thing, attribute) ?? unknownValue(thing.attributeHole(attribute), thing.origin)
  );
}

/** The port of an endpoint, which the properties decide before there is one. */
function portOf(thing: NamedThing, attribute: string): Value | undefined {
  const told = portAttributes[thing.type];
  if (told === undefined || !told.attribute.test(attribute)) return undefined;
  const given = thing.property(told.property);
  if (given !== undefined) return given;
  if (told.decidedBy !== undefined && thing.has(told.decidedBy)) return undefined;
  if (told.standard !== undefined) return textValue([`${told.standard}`], thing.origin);
  return mapCases(thing.property('Engine') ?? textValue([''], thing.origin), thing.origin, (engine) => {
    const known = enginePort(literalOf(textOf(engine) ?? []) ?? '');
    return known === undefined
      ? unknownValue(thing.attributeHole(attribute), thing.origin)
      : textValue([`${known.port}`], thing.origin);
  });
}

/** `Arn`, and the likes of `TopicArn` of a topic; not the ARNs of other things (`StreamArn` of a table). */
function isOwnArn(typeName: string, type: ResourceTypeData, attribute: string): boolean {
  if (!/(Arn|ARN)$/.test(attribute) || !type.attributes.includes(attribute)) return false;
  const short = (typeName.split('::').at(-1) ?? '').toLowerCase();
  const what = attribute.slice(0, -3).toLowerCase();
  return what === '' || what === short || (type.identifier.length === 1 && type.identifier[0] === attribute);
}

/** The physical name or id; a hole where AWS makes it up. */
export function nameOf(thing: NamedThing): Value {
  if (thing.name === 'busy') {
    thing.cyclicName();
    return textValue([nameHole(thing)], thing.origin);
  }
  if (thing.name !== undefined) return thing.name;
  thing.name = 'busy';
  thing.name = givenName(thing) ?? thing.known?.name ?? textValue([nameHole(thing)], thing.origin);
  return thing.name;
}

function givenName(thing: NamedThing): Value | undefined {
  const type = resourceType(thing.type);
  if (type?.name === undefined) return undefined;
  const given = thing.property(type.name);
  if (given === undefined) return undefined;
  return mapCases(given, thing.origin, (value) => {
    const content = textOf(value);
    if (content === undefined) return textValue([nameHole(thing)], thing.origin);
    return textValue(type.lowercase === true ? lowered(content) : content, thing.origin, provenanceOf(value));
  });
}

function lowered(content: Text): Text {
  return content.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));
}

/** The ARN as far as it is known; undefined when the format of the type's ARNs is not. */
export function arnOf(thing: NamedThing): Value | undefined {
  const type = resourceType(thing.type);
  if (thing.known?.arn !== undefined) return thing.known.arn;
  if (type?.arn === undefined) return undefined;
  return filled(arnTemplate(thing, type.arn), thing, type);
}

/**
 * Rules of a named event bus carry its name. Source: Service Authorization Reference, Amazon EventBridge. Providers of tokens
 * are named by their address. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
 */
function arnTemplate(thing: NamedThing, published: string): string {
  if (thing.type === 'AWS::IAM::OIDCProvider') return published.replace('{OidcProviderName}', '{Url}');
  if (thing.type !== 'AWS::Events::Rule' || !thing.has('EventBusName')) return published;
  return published.replace('{RuleName}', '{EventBusName}/{RuleName}');
}

/** Fills the variables of an ARN or another template of the type's data. */
function filled(template: string, thing: NamedThing, type: ResourceTypeData): Value {
  const { pieces, variables, alone } = taken(template);
  const values = variables.map((name) => variableValue(name, alone, thing, type));
  return combine(values, thing.origin, (chosen) => {
    const parts: TextPart[] = [];
    pieces.forEach((piece, at) => {
      if (at % 2 === 0) parts.push(piece);
      else {
        const value = chosen[(at - 1) / 2];
        parts.push(...((value && textOf(value)) ?? [thing.attributeHole(piece)]));
      }
    });
    return textValue(text(...parts), thing.origin, { defaults: provenanceOf(...chosen).defaults, refs: [] });
  });
}

interface Template {
  /** Literal text and names of variables in turn. */
  readonly pieces: readonly string[];
  readonly variables: readonly string[];
  /** Is there one variable only that is the thing's own? */
  readonly alone: boolean;
}

const templates = new Map<string, Template>();

/** A template taken apart; they are those of the types' data, and each is met many times. */
function taken(template: string): Template {
  const known = templates.get(template);
  if (known !== undefined) return known;
  const pieces = template.split(/\{(\w+)\}/);
  const variables = pieces.filter((_, at) => at % 2 === 1);
  const own = variables.filter((name) => !['Partition', 'Region', 'Account', 'URLSuffix', 'Arn'].includes(name));
  const made = { pieces, variables, alone: own.length === 1 };
  templates.set(template, made);
  return made;
}

function variableValue(name: string, alone: boolean, thing: NamedThing, type: ResourceTypeData): Value {
  const { place, origin } = thing;
  if (name === 'Partition') return textValue(place.partition, origin);
  if (name === 'Region') return textValue(place.region, origin);
  if (name === 'Account') return textValue(place.account, origin);
  if (name === 'URLSuffix') return textValue(urlSuffix(place.partition), origin);
  if (name === 'Arn') return arnOf(thing) ?? unknownValue(thing.attributeHole('Arn'), origin);
  if (name === 'EventBusName')
    return mapCases(thing.property(name) ?? nameOf(thing), origin, (bus) => lastSegment(bus, origin));
  if (name === 'Url')
    return mapCases(thing.property(name) ?? nameOf(thing), origin, (url) => withoutScheme(url, origin));
  const plain = name.replace(/WithPath$|WithoutLeadingSlash$/, '');
  const isName =
    plain === type.name || plain === `${short(thing)}Name` || alone || (plain === 'Name' && type.name !== undefined);
  if (name.endsWith('WithPath')) return withPath(thing);
  if (isName) return mapCases(nameOf(thing), origin, (value) => trimmedName(value, name, origin));
  return thing.property(name) ?? unknownValue(thing.attributeHole(name), origin);
}

function withoutScheme(url: Value, origin: Origin): Value {
  const [first, ...rest] = textOf(url) ?? [];
  if (typeof first !== 'string') return url;
  return textValue(text(first.replace(/^https?:\/\//, ''), ...rest), origin, provenanceOf(url));
}

function short(thing: NamedThing): string {
  return thing.type.split('::').at(-1) ?? '';
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
function withPath(thing: NamedThing): Value {
  const path = thing.property('Path') ?? textValue(['/'], thing.origin);
  return combine([path, nameOf(thing)], thing.origin, ([prefix, name]) => {
    const parts = [...((prefix && textOf(prefix)) ?? []), ...((name && textOf(name)) ?? [])];
    const [first, ...rest] = parts;
    const trimmed = typeof first === 'string' && first.startsWith('/') ? [first.slice(1), ...rest] : parts;
    return textValue(
      text(...trimmed),
      thing.origin,
      provenanceOf(...[prefix, name].filter((one) => one !== undefined)),
    );
  });
}

/** The hole for a name that AWS makes up. */
export function nameHole({ id, address }: Pick<NamedThing, 'id' | 'address'>): Hole {
  return { kind: 'physical-name', symbol: `name:${id}`, settledBy: `deployment of ${address}` };
}

/** A value as one text, if it has one. */
export function singleText(value: Value | undefined): Text | undefined {
  if (value === undefined || value.kind === 'choice') return undefined;
  return textOf(value);
}
