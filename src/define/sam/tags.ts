import type { Node } from '../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { entriesOf, fieldOf, isTrue } from './fields.ts';
import type { Made } from './made.ts';

/** Tag keys that the transform keeps for itself. */
const reserved: ReadonlySet<string> = new Set([
  'lambda:createdBy',
  'stateMachine:createdBy',
  'httpapi:createdBy',
  'serverlessrepo:applicationId',
  'serverlessrepo:semanticVersion',
]);

/** `{key: value}` as a list of tags, after those of the transform itself. */
export function tagList(tags: Node | undefined, own: Readonly<Record<string, Made>> = {}): readonly Made[] {
  return [
    ...Object.entries(own).map(([Key, Value]) => ({ Key, Value })),
    ...entriesOf(tags).map(({ key, value }) => ({ Key: key, Value: value })),
  ];
}

/** The tags of a resource as a list of tags; what the user may not set is reported. */
export function tagsOf(cause: SamResource, own: Readonly<Record<string, Made>>, expansion: Expansion): readonly Made[] {
  for (const { key, keyOrigin } of entriesOf(fieldOf(cause.properties, 'Tags'))) {
    if (reserved.has(key))
      diagnose(
        expansion,
        'sam-invalid-property',
        `tag ${key} of ${cause.id} is reserved for SAM; rename it`,
        keyOrigin,
      );
  }
  const tags = fieldOf(cause.properties, 'Tags');
  const propagates = tags !== undefined && isTrue(fieldOf(cause.properties, 'PropagateTags'));
  return tagList(tags, propagates ? {} : own);
}

/** The tags that `PropagateTags` hands on to what the resource causes, as a list of tags. */
export function propagatedTags(cause: SamResource): readonly Made[] | undefined {
  const tags = fieldOf(cause.properties, 'Tags');
  return isTrue(fieldOf(cause.properties, 'PropagateTags')) && tags !== undefined ? tagList(tags) : undefined;
}
