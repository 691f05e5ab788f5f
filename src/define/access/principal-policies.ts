import { missingManagedPolicy } from '../../catalog/managed-policies.ts';
import { casesOf, type Fact } from '../../model/fact.ts';
import { always, and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import type { AccessSystem, ManagedPolicies } from './access-options.ts';

/** The policies that speak for principals, read once for each. */
export interface PrincipalPolicies {
  /** Inline, attached, and those of the groups that a user is in. */
  identity(principal: ResourceId): readonly PolicySource[];
  boundary(principal: ResourceId): readonly PolicySource[];
  /** Puts in the documents of policies that AWS manages. */
  complete(sources: readonly PolicySource[]): readonly PolicySource[];
}

export function createPrincipalPolicies(system: AccessSystem, managed: ManagedPolicies): PrincipalPolicies {
  const identity = new Map<ResourceId, readonly PolicySource[]>();
  const boundary = new Map<ResourceId, readonly PolicySource[]>();
  const read = (id: ResourceId, dimension: 'identityPolicies' | 'permissionsBoundary') =>
    sourcesOf(system.fact(id, dimension), 'inline', originOf(id)).flatMap((source) => complete(source, managed));
  const originOf = (id: ResourceId) => system.resource(id)?.origin ?? (-1 as Origin);
  const ofGroups = (user: ResourceId): readonly PolicySource[] =>
    groupsOf(user, system).flatMap(({ group, guard }) =>
      read(group, 'identityPolicies').flatMap((source) => underGuard(source, guard)),
    );
  return {
    identity: (principal) =>
      remember(identity, principal, () => [...read(principal, 'identityPolicies'), ...ofGroups(principal)]),
    boundary: (principal) => remember(boundary, principal, () => read(principal, 'permissionsBoundary')),
    complete: (sources) => sources.flatMap((source) => complete(source, managed)),
  };
}

function remember<V>(cache: Map<ResourceId, V>, key: ResourceId, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** The policies of a fact, each with the guard of its case; what is not known is a policy of which nothing could be read, at `place`. */
export function sourcesOf(
  fact: Fact<readonly PolicySource[]>,
  kind: PolicySource['kind'],
  place: Origin,
): readonly PolicySource[] {
  if (fact.kind === 'known') return fact.value.every(isEver) ? fact.value : fact.value.filter(isEver);
  return casesOf(fact).flatMap(({ guard, fact: option }) => {
    if (option.kind === 'known') return option.value.flatMap((source) => underGuard(source, guard));
    const open = { symbol: `expression:${option.settledBy}`, kind: 'expression', settledBy: option.settledBy } as const;
    const origin = option.origins[0] ?? place;
    return [{ name: 'unknown', kind, document: { version: '2012-10-17', statements: [], origin, guard, open } }];
  });
}

/** The grants of a key, each with the account that made it: where none is told, that of whoever states it. */
export function grantsOf(key: Resource, system: AccessSystem): readonly PolicySource[] {
  return sourcesOf(system.fact(key.id, 'keyGrants'), 'grant', key.origin).map((source) => {
    if (source.issuedBy !== undefined || source.statedBy === undefined) return source;
    return { ...source, issuedBy: system.deploymentOf(source.statedBy).account };
  });
}

function isEver({ document }: PolicySource): boolean {
  return isPossible(document.guard);
}

/** Puts in the document of a policy that AWS manages. */
function complete(source: PolicySource, managed: ManagedPolicies): readonly PolicySource[] {
  const arn = missingManagedPolicy(source);
  const document = arn === undefined ? undefined : managed(arn);
  if (document === undefined) return [source];
  return [{ ...source, document: { ...document, guard: source.document.guard } }];
}

function underGuard(source: PolicySource, guard: Guard): readonly PolicySource[] {
  if (guard === always) return isEver(source) ? [source] : [];
  const both = and(source.document.guard, guard);
  return isPossible(both) ? [{ ...source, document: { ...source.document, guard: both } }] : [];
}

function groupsOf(
  user: ResourceId,
  system: AccessSystem,
): readonly { readonly group: ResourceId; readonly guard: Guard }[] {
  return casesOf(system.fact(user, 'memberOf')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap((value) =>
          system.resolve(value, user, ['AWS::IAM::Group']).flatMap((target) => {
            const both = and(guard, target.guard);
            return target.kind === 'resource' && isPossible(both) ? [{ group: target.resource.id, guard: both }] : [];
          }),
        ),
  );
}
