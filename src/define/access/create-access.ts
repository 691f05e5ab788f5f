import { casesOf } from '../../model/fact.ts';
import type { Access, AccessRequest } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import type { AccessOptions, AccessSystem, ManagedPolicies } from './access-options.ts';
import { createCandidates } from './candidates.ts';
import { askedBy, decide } from './decide.ts';
import { nearMisses } from './near-misses.ts';
import type { PolicyShelf } from './policies-in-play.ts';
import { createPrincipalPolicies } from './principal-policies.ts';

export type { AccessOptions, ManagedPolicies } from './access-options.ts';

/**
 * The IAM engine, written straight from the documentation: slow, and right where it can be seen to be. `managedPolicies`
 * gives the documents of policies that AWS manages.
 */
export function createAccess(
  system: AccessSystem,
  managedPolicies: ManagedPolicies,
  options: AccessOptions = {},
): Omit<Access, 'whoMay'> {
  const policies = createPrincipalPolicies(system, managedPolicies);
  const shelf: PolicyShelf = { system, principals: policies, options };
  const principals = once(() => system.withAnswer('principal').filter((resource) => isPrincipal(resource, system)));
  const candidates = once(() => createCandidates(principals(), system, policies));
  const byArn = once(() => arnIndex(system));
  const target = ({ on, resource }: AccessRequest) =>
    on === undefined ? byArn().get(textKey(resource)) : system.resource(on);
  return {
    decide: (request) => decide(request, target(request), shelf),
    nearMisses(request) {
      const made = askedBy(request, target(request), shelf);
      return made === undefined ? [] : nearMisses(made.asked, made.policies);
    },
    principals,
    candidates: (action) => candidates().of(action),
    policiesOf: policies.identity,
  };
}

/** Groups are no principals: nobody acts as one. */
function isPrincipal({ id }: Resource, system: AccessSystem): boolean {
  return casesOf(system.fact(id, 'principal')).some(({ fact }) => fact.kind === 'known' && fact.value.kind !== 'group');
}

/** Resources that have a policy, by ARN, for requests that do not say whose policy is asked. */
function arnIndex(system: AccessSystem): ReadonlyMap<string, Resource> {
  const index = new Map<string, Resource>();
  for (const dimension of ['resourcePolicy', 'trustPolicy'] as const)
    for (const resource of system.withAnswer(dimension))
      if (resource.arn !== undefined) index.set(textKey(resource.arn), resource);
  return index;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
