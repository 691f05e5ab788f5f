import type { AccessOptions, AccessSystem, ManagedPolicies } from '../../../src/define/access/access-options.ts';
import { createPrincipalPolicies } from '../../../src/define/access/principal-policies.ts';
import type { Access, AccessRequest } from '../../../src/model/access.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { textKey } from '../../../src/model/text.ts';
import { askedBy, decide } from './decide.ts';
import { nearMisses } from './near-misses.ts';
import type { PolicyShelf } from './policies-in-play.ts';

/** The twin of the IAM engine, written straight from the documentation: slow, and right where it can be seen to be. */
export function createLiteralAccess(
  system: AccessSystem,
  managedPolicies: ManagedPolicies,
  options: AccessOptions = {},
): Pick<Access, 'decide' | 'nearMisses'> {
  const shelf: PolicyShelf = { system, principals: createPrincipalPolicies(system, managedPolicies), options };
  const byArn = arnIndex(system);
  const target = ({ on, resource }: AccessRequest) =>
    on === undefined ? byArn.get(textKey(resource)) : system.resource(on);
  return {
    decide: (request) => decide(request, target(request), shelf),
    nearMisses(request) {
      const made = askedBy(request, target(request), shelf);
      return made === undefined ? [] : nearMisses(made.asked, made.policies);
    },
  };
}

/** Resources that have a policy, by ARN, for requests that do not say whose policy is asked. */
function arnIndex(system: AccessSystem): ReadonlyMap<string, Resource> {
  const index = new Map<string, Resource>();
  for (const dimension of ['resourcePolicy', 'trustPolicy'] as const)
    for (const resource of system.withAnswer(dimension))
      if (resource.arn !== undefined) index.set(textKey(resource.arn), resource);
  return index;
}
