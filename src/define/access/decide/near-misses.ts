import type { NearMiss } from '../../../model/access.ts';
import type { KeyValue } from '../../../model/caller.ts';
import { isPossible } from '../../../model/guard.ts';
import { describeText } from '../../../model/text.ts';
import type { PolicyCode } from '../compile/policy-code.ts';
import { inAnyWay, meaning } from '../compile/principal-matcher.ts';
import { NO } from '../compile/three-valued.ts';
import { failingCondition, fitOf } from './match-statement.ts';
import type { Request } from './request.ts';
import type { Surroundings } from './verdict.ts';

/** Statements that would allow, if one of their conditions could hold for the request. */
export function nearMissesOf(request: Request, { endpoint, levels }: Surroundings): readonly NearMiss[] {
  const { caller, target } = request;
  const { identity, boundary, session } = caller;
  const lists = [identity, target.policies, boundary, session, endpoint?.policies, ...levels];
  return lists.flatMap((policies = []) => policies.flatMap((policy) => missesIn(policy, request)));
}

function missesIn(policy: PolicyCode, request: Request): readonly NearMiss[] {
  const { named, boundary } = request.caller;
  return policy.document.about(request.action, 'Allow').flatMap((code): readonly NearMiss[] => {
    if (!isPossible(policy.guardOf(code))) return [];
    const cited = policy.cite(code);
    if (inAnyWay(meaning(code, named, boundary !== undefined)) === NO) {
      const gone = code.principals?.aws.find(({ literal }) => literal !== undefined && isUniqueId(literal))?.literal;
      if (gone === undefined || fitOf(code, request).fits === NO) return [];
      return [{ cited, because: `it names ${gone}, a principal that was deleted` }];
    }
    const failing = failingCondition(code, request);
    if (failing === undefined) return [];
    const { condition, name } = failing;
    return [{ cited, condition, because: described(request.keyOf(name, condition.key)) }];
  });
}

/**
 * "The ARN in the policy is replaced with the unique id" of a role or user when it is deleted; one made anew under the same
 * name is another. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function isUniqueId(value: string): boolean {
  return /^A(ROA|IDA|GPA|NPA)[A-Z0-9]{6,}$/.test(value);
}

function described(value: KeyValue): string {
  if (value.kind === 'absent') return 'the request does not have the key';
  if (value.kind === 'values') return `it is ${value.values.map(describeText).join(', ')}`;
  return value.shape === undefined ? 'it is another value' : `it is something like ${describeText(value.shape)}`;
}
