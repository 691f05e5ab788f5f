import { casesOf } from '../../model/fact.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';

/** The policies of a principal's permissions boundary, as far as they are known. */
export function boundaryPolicies(ask: Questions, { id }: Resource): readonly PolicySource[] {
  return casesOf(ask.system.fact(id, 'permissionsBoundary')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value,
  );
}
