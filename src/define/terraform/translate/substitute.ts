import { resourceType } from '../../../catalog/resource-type.ts';
import type { ResourceId } from '../../../model/id.ts';
import { isStep, type TerraformMaking, type TerraformMembers } from '../../../model/terraform.ts';
import { type Hole, type TextPart, text } from '../../../model/text.ts';
import { type Reference, refsOf, textOf, type UnknownValue, type Value } from '../../../model/value.ts';
import { absentValue, combine, mapCases, relocated, textValue } from '../../cloudformation/value-case.ts';
import {
  arnOf,
  attributeOf,
  type NamedThing,
  nameOf,
  referenceTo,
  referring,
  templateOf,
} from '../../physical-name.ts';
import { attributeHole } from '../instance.ts';
import { cloudFormationName } from './cloudformation-reference.ts';
import { type Draft, instanceId, type Owner, type Translation } from './draft.ts';
import { given, givenAt, unlessAbsent } from './given.ts';
import { withMembers } from './with-members.ts';

/** A value in which references to attributes are what these attributes are, with references as templates have them. */
export function substituted(value: Value, translation: Translation): Value {
  switch (value.kind) {
    case 'literal':
      return value.refs === undefined ? value : { ...value, refs: translatedRefs(value.refs, translation) };
    case 'absent':
      return value;
    case 'list':
    case 'map':
      return withMembers(value, substitutedMember, translation);
    case 'choice':
      return mapCases(value, value.origin, (one) => substituted(one, translation));
    case 'unknown': {
      const settled = translation.settled.get(value.hole.symbol);
      if (settled !== undefined) return textValue(settled, value.origin);
      const found = targetOf(value.hole, translation);
      const known = found === undefined ? undefined : attributeValue(found.owner, found.attribute, translation);
      if (known !== undefined) return relocated(known, value.origin);
      if (found !== undefined && found.owner.drafts.length === 0) return ownHole(value, found, translation);
      return value.refs === undefined ? value : { ...value, refs: translatedRefs(value.refs, translation) };
    }
    case 'text':
      return substitutedText(value, translation);
  }
}

function substitutedMember(member: Value, _: string | undefined, translation: Translation): Value {
  return substituted(member, translation);
}

/** What only configures another resource has no attributes of CloudFormation: its own are called as others call them. */
function ownHole(
  value: UnknownValue,
  { owner, attribute }: { readonly owner: Owner; readonly attribute: string },
  translation: Translation,
): Value {
  const name = cloudFormationName(attribute);
  if (name === undefined) return { ...value, refs: translatedRefs(value.refs ?? [], translation) };
  return { ...value, hole: attributeHole(instanceId(translation.root, owner.instance.address), name), refs: [] };
}

function substitutedText(value: Extract<Value, { kind: 'text' }>, translation: Translation): Value {
  const parts = value.text.map((part): Value | TextPart => {
    const found = typeof part === 'string' ? undefined : targetOf(part, translation);
    return (found && attributeValue(found.owner, found.attribute, translation)) ?? part;
  });
  const values = parts.filter((part): part is Value => typeof part !== 'string' && !('symbol' in part));
  return combine(values, value.origin, (chosen) => {
    let next = 0;
    const whole = parts.flatMap((part): readonly TextPart[] => {
      if (typeof part === 'string') return [part];
      if ('symbol' in part) return translation.settled.get(part.symbol) ?? [part];
      const one = chosen[next];
      next += 1;
      return (one && textOf(one)) ?? [];
    });
    const refs = [...chosen.flatMap(refsOf), ...translatedRefs(value.refs ?? [], translation)];
    return textValue(text(...whole), value.origin, { defaults: value.defaults ?? [], refs: distinct(refs) });
  });
}

function distinct(refs: readonly Reference[]): readonly Reference[] {
  return [...new Map(refs.map((ref) => [`${ref.resource} ${ref.attribute}`, ref])).values()];
}

/** References by Terraform's names as references by CloudFormation's, to what the instances became. */
function translatedRefs(refs: readonly Reference[], translation: Translation): readonly Reference[] {
  return distinct(
    refs.flatMap((ref): readonly Reference[] => {
      const owner = translation.owners.get(ref.resource);
      if (owner === undefined) return [ref];
      const [draft] = owner.drafts;
      if (draft === undefined) {
        const configured = attributeValue(owner, ref.attribute, translation);
        return configured === undefined ? [] : refsOf(configured);
      }
      const meaning = cloudFormationName(ref.attribute) ?? meaningOf(draft, ref.attribute) ?? ref.attribute;
      return [{ resource: draft.id, attribute: meaning.includes('{') || isRef(draft.type, meaning) ? 'Ref' : meaning }];
    }),
  );
}

/** The instance and attribute that a hole stands for. */
export function targetOf(
  hole: Hole,
  { owners }: Translation,
): { readonly owner: Owner; readonly attribute: string } | undefined {
  if (hole.kind !== 'attribute') return undefined;
  const { symbol } = hole;
  for (let dot = symbol.indexOf('.', symbol.indexOf('/')); dot >= 0; dot = symbol.indexOf('.', dot + 1)) {
    const owner = owners.get(symbol.slice(0, dot) as ResourceId);
    if (owner !== undefined) return { owner, attribute: symbol.slice(dot + 1) };
  }
  return undefined;
}

/** What an attribute of an instance is; undefined when only apply tells. */
function attributeValue(owner: Owner, attribute: string, translation: Translation): Value | undefined {
  const [draft] = owner.drafts;
  if (draft !== undefined) {
    const meaning = cloudFormationName(attribute) ?? meaningOf(draft, attribute);
    const made = meaning === undefined ? undefined : meant(draft, meaning, translation);
    if (made !== undefined) return made;
  }
  const known = knownAttribute(owner, attribute, translation);
  if (known !== undefined) return known;
  for (const { form } of owner.forms) {
    if (form.kind !== 'configures' || typeof form.target !== 'string') continue;
    if (attribute !== 'id' && attribute !== form.target) continue;
    const target = givenAt(owner.instance.attributes, form.target);
    if (target !== undefined) return substituted(target, translation);
  }
  return undefined;
}

/** An attribute that the instance itself states, unless it states only that it is not known yet. */
function knownAttribute({ instance }: Owner, attribute: string, translation: Translation): Value | undefined {
  const value = givenAt(instance.attributes, withoutIndexes(attribute));
  if (value === undefined) return undefined;
  const self = attributeHole(instanceId(translation.root, instance.address), attribute).symbol;
  const circular = value.kind === 'unknown' && value.hole.symbol === self;
  return circular ? undefined : substituted(value, translation);
}

function withoutIndexes(attribute: string): string {
  if (!attribute.includes('[')) return attribute;
  return attribute.replaceAll(/\[\d+\]/g, '');
}

/** CloudFormation's word for an attribute of Terraform. */
function meaningOf({ form, type }: Draft, attribute: string): string | undefined {
  const said = form?.attributes;
  const plain = withoutIndexes(attribute);
  if (said !== undefined && Object.hasOwn(said, plain)) return said[plain];
  if (attribute === 'id') return 'Ref';
  if (attribute === 'arn') return 'Arn';
  const copied = form === undefined || form.each !== undefined ? undefined : copiedTo(form.properties, attribute);
  return copied === undefined || resourceType(type) === undefined ? undefined : copied;
}

/** The top-level property that an attribute is copied to. */
function copiedTo(properties: TerraformMembers, attribute: string): string | undefined {
  for (const [property, rule] of Object.entries(properties)) {
    if (rule === attribute) return property;
    if (typeof rule !== 'string' && isStep(rule) && rule.kind === 'name' && rule.name === attribute) return property;
  }
  return undefined;
}

function meant(draft: Draft, meaning: string, translation: Translation): Value | undefined {
  const thing = namedThing(draft, translation);
  if (meaning.includes('{')) return templateOf(thing, meaning, 'Ref');
  if (meaning === 'Ref' || isRef(draft.type, meaning)) return referenceTo(thing);
  if (meaning === 'Arn') {
    const arn = arnOf(thing);
    return arn === undefined ? undefined : referring(arn, { resource: draft.id, attribute: 'Arn' });
  }
  return attributeOf(thing, meaning);
}

/** Is it the property that `Ref` gives? Templates have no other way to refer to it. */
function isRef(typeName: string, meaning: string): boolean {
  const type = resourceType(typeName);
  return (
    type?.name === meaning && type.ref === undefined && type.identifier.length === 1 && type.identifier[0] === meaning
  );
}

/** The draft as names are made of it. */
export function namedThing(draft: Draft, translation: Translation): NamedThing {
  draft.named ??= {
    id: draft.id,
    type: draft.type,
    address: draft.address,
    place: draft.place,
    origin: draft.origin,
    has: (property) => draft.properties.has(property),
    property: (name) => propertyOf(draft, name, translation),
    known: knownNames(draft, translation),
    attributeHole: (attribute) => attributeHole(draft.id, attribute),
    cyclicName() {
      const source = translation.origins.span(draft.instance.origin) ?? nowhere;
      const message = `the name of ${draft.address} depends on itself; break the cycle`;
      translation.diagnostics.push({ level: 'error', code: 'cyclic-reference', message, source });
    },
  };
  return draft.named;
}

const nowhere = { file: '', line: 1, column: 1, endLine: 1 };

/** A state tells the id and ARN of what is there. */
function knownNames(draft: Draft, translation: Translation): NonNullable<NamedThing['known']> {
  const { instance, form, type } = draft;
  if (draft.ownName !== undefined) return { name: substituted(draft.ownName, translation) };
  if (draft.address !== instance.address) return {};
  const literalAt = (attribute: string) => {
    const value = form?.each === undefined ? given(instance.attributes.entries.get(attribute)) : undefined;
    return value?.kind === 'literal' && typeof value.value === 'string' ? value : undefined;
  };
  const id = literalAt('id');
  const name = id !== undefined && meaningOf(draft, 'id') === 'Ref' && !isRefOfAnother(type) ? id : undefined;
  const arnAttribute = arnAttributeOf(form);
  const ownArn = literalAt(arnAttribute);
  const arn = ownArn !== undefined && meaningOf(draft, arnAttribute) === 'Arn' ? ownArn : undefined;
  return { ...(name !== undefined && { name }), ...(arn !== undefined && { arn }) };
}

/** The attribute that is the ARN of what the form makes. */
function arnAttributeOf(form: TerraformMaking | undefined): string {
  const said = form?.attributes ?? {};
  return Object.keys(said).find((attribute) => said[attribute] === 'Arn' && attribute !== 'id') ?? 'arn';
}

/** The id of a bucket policy is the name of its bucket. */
function isRefOfAnother(typeName: string): boolean {
  const type = resourceType(typeName);
  const [identifier, more] = type?.identifier ?? [];
  return (
    more === undefined &&
    identifier !== undefined &&
    identifier !== type?.name &&
    type?.properties.includes(identifier) === true
  );
}

/** A property after references are resolved. One that depends on itself keeps its hole. */
export function propertyOf(draft: Draft, name: string, translation: Translation): Value | undefined {
  const raw = draft.properties.get(name);
  if (raw === undefined) return undefined;
  // What refers to nothing is what it is.
  if (raw.kind === 'literal' && raw.refs === undefined) return given(raw);
  const known = draft.resolved.get(name);
  if (known === 'busy') return raw;
  if (known !== undefined) return unlessAbsent(known);
  draft.resolved.set(name, 'busy');
  const value = given(substituted(raw, translation)) ?? (raw.kind === 'map' ? raw : absentValue(raw.origin));
  draft.resolved.set(name, value);
  return unlessAbsent(value);
}

/** Physical name of a draft as a value. */
export function draftName(draft: Draft, translation: Translation): Value {
  return nameOf(namedThing(draft, translation));
}
