import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';

/** What `iam:PermissionsBoundary` says of a principal: the ARN of its boundary; an empty text where it is not known. */
export function boundaryArn(ask: Questions, principal: Resource): Text | 'absent' {
  const stated = casesOf(ask.system.fact(principal.id, 'permissionsBoundary'));
  if (stated.every(({ fact }) => fact.kind === 'known' && fact.value.length === 0)) return 'absent';
  const [first, ...more] = stated.flatMap(({ fact }) => (fact.kind === 'unknown' ? [] : fact.value));
  if (first === undefined || more.length > 0) return [];
  const policy = first.statedBy === undefined ? undefined : ask.system.resource(first.statedBy);
  const named = principal.properties.entries.get('PermissionsBoundary');
  return policy?.arn ?? (named === undefined ? undefined : textOf(named)) ?? [];
}
