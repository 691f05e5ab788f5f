import type { ProofItem } from '../../model/attack.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { rolesOf } from '../roles-of.ts';
import type { Going } from './going.ts';
import { remembered } from './remembered.ts';

/** A machine gets a role in an instance profile: one that carries it. */
export function inProfile(ask: Questions, role: Resource): Going | undefined {
  const proof = profilesByRole(ask).get(role.id);
  return proof === undefined ? undefined : { proof };
}

/** Profiles of the system, by the role that each carries. */
const profilesByRole = remembered((ask): ReadonlyMap<ResourceId, readonly ProofItem[]> => {
  const result = new Map<ResourceId, readonly ProofItem[]>();
  for (const profile of ask.system.ofType('AWS::IAM::InstanceProfile'))
    for (const { role } of rolesOf(ask.system, profile.id))
      result.set(role.id, [
        {
          kind: 'setting',
          resource: profile.id,
          property: 'Roles',
          note: `instance profile ${profile.address} carries the role`,
          origin: profile.origin,
        },
      ]);
  return result;
});

/** Does a profile of the system carry the role? */
export function carriedByProfile(ask: Questions, role: Resource): boolean {
  return profilesByRole(ask).has(role.id);
}
