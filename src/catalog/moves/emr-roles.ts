import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Going } from './going.ts';
import { passesTo } from './pass-role.ts';

/** A cluster needs a second role, which EMR itself works with. */
export function passesServiceRole(ask: Questions, principal: Resource): Going {
  const service = passesTo(ask, principal, 'elasticmapreduce.amazonaws.com');
  return service ?? { proof: [], provided: 'a role for EMR itself that may be passed' };
}
