import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { inProfile } from './instance-profiles.ts';
import { passable } from './pass-role.ts';
import { type Going, together } from './ways.ts';

/** A cluster needs two roles: that of its instances, in a profile, and one that EMR itself works with. */
export function withServiceRole(ask: Questions, role: Resource, principal: Resource): Going | undefined {
  const profile = inProfile(ask, role, principal);
  const service = passable(ask)
    .to('elasticmapreduce.amazonaws.com')
    .find((passing) => passing.principal === principal);
  if (profile === undefined) return undefined;
  return together(
    profile,
    service === undefined
      ? { proof: [], provided: 'a role for EMR itself that may be passed' }
      : { proof: service.items },
  );
}
