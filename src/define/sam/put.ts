import type { MappingEntry } from '../cloudformation/node.ts';
import type { Expansion, MadeResource, SamResource } from './expansion.ts';
import { entryOf, textAt } from './fields.ts';
import { type Made, type MadeObject, toNode } from './made.ts';

/** Attributes that everything a resource causes takes over from it. */
const inherited = ['Condition', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'] as const;

/** Writes a resource with the attributes of the one that causes it. */
export function put(expansion: Expansion, cause: SamResource, made: MadeResource) {
  putAlone(expansion, cause, { ...made, attributes: { ...attributesOf(cause), ...made.attributes } });
}

/** Writes a resource without what is said of the one that causes it. */
export function putAlone(expansion: Expansion, cause: SamResource, made: MadeResource) {
  const { id, type, properties, attributes, at = cause.entry } = made;
  const body = toNode({ Type: type, ...attributes, Properties: properties ?? {} }, at.origin);
  const group = expansion.made.get(cause.id) ?? new Map<string, MappingEntry>();
  group.set(id, { key: id, keyOrigin: at.keyOrigin, origin: at.origin, value: body });
  expansion.made.set(cause.id, group);
}

/** Condition, policies and metadata of a resource. */
export function attributesOf(cause: SamResource): MadeObject {
  return Object.fromEntries(inherited.map((name) => [name, entryOf(cause.body, name)]));
}

/** `DependsOn` of the source, for the resource that stands in its place. */
export function dependsOnOf(cause: SamResource): Made {
  return entryOf(cause.body, 'DependsOn');
}

/** The name of the condition under which a resource exists. */
export function conditionOf(cause: SamResource): string | undefined {
  return textAt(cause.body, 'Condition');
}

/** The given properties under the same names, where they are given. */
export function taken(cause: SamResource, names: readonly string[]): MadeObject {
  return Object.fromEntries(names.map((name) => [name, entryOf(cause.properties, name)]));
}

/** The value under a condition, when there is one. */
export function underCondition(condition: string | undefined, value: Made): Made {
  return condition === undefined ? value : { 'Fn::If': [condition, value, { Ref: 'AWS::NoValue' }] };
}
