import type { Diagnostic } from '../model/diagnostic.ts';
import { casesOf } from '../model/fact.ts';
import type { ResourceId } from '../model/id.ts';
import type { OriginTable } from '../model/origin.ts';
import type { PolicySource } from '../model/policy.ts';
import { spanOf } from './span-of.ts';
import type { ResourceBase } from './system/create-system.ts';

/** Each kind of policy, and what hangs on it. */
const kinds = [
  { dimension: 'trustPolicy', one: 'the trust policy', many: 'trust policies', lost: 'whom else it lets in' },
  { dimension: 'resourcePolicy', one: 'the resource policy', many: 'resource policies', lost: 'whom else it lets in' },
  { dimension: 'identityPolicies', one: 'an identity policy', many: 'identity policies', lost: 'what else it allows' },
] as const;

/** Policies that are not known, or not in full: told once for each kind, at the first of them. */
export function tellOpenPolicies(base: ResourceBase, origins: OriginTable): readonly Diagnostic[] {
  return kinds.flatMap(({ dimension, one, many, lost }): readonly Diagnostic[] => {
    const [first, ...others] = openPolicies(base, dimension);
    if (first === undefined) return [];
    const [id, { document }] = first;
    const more = others.length === 0 ? '' : ` and ${others.length} other ${many}`;
    const message = `${one} of ${base.resource(id)?.address ?? id}${more} is not known in full: it hangs on ${document.open?.settledBy ?? 'what is not given'}; ${lost} is not in the answers`;
    return [{ level: 'warning', code: 'policy-not-known', message, source: spanOf(document.origin, origins, '') }];
  });
}

function openPolicies(
  base: ResourceBase,
  dimension: (typeof kinds)[number]['dimension'],
): ReadonlyMap<ResourceId, PolicySource> {
  const stated = base
    .withAnswer(dimension)
    .flatMap(({ id }) =>
      casesOf(base.fact(id, dimension)).flatMap(({ fact }) =>
        (fact.kind === 'unknown' ? [] : fact.value)
          .filter(({ kind, document }) => kind !== 'aws-managed' && document.open !== undefined)
          .map((policy) => [policy.statedBy ?? id, policy] as const),
      ),
    );
  return new Map(stated);
}
