import { narrowingKeys } from '../../../catalog/data/condition-keys.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { Statement } from '../../../model/policy.ts';
import { literalOf } from '../../../model/text.ts';
import { addressBlock } from '../../ip-address.ts';
import { ACL } from '../acl-policies.ts';
import { MAYBE } from '../compile/three-valued.ts';
import type { Speaking } from './grant.ts';
import { openPart } from './request.ts';
import type { TargetCode } from './target.ts';

/** Grants that a public access block lets through, and those that it stops. */
export interface Passed {
  readonly through: readonly Speaking[];
  readonly stopped: readonly Speaking[];
}

/**
 * With Block Public Access, a policy that is public anywhere gives nothing to anybody outside the account.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function throughGate(found: readonly Speaking[], { gate, isPublic }: TargetCode): Passed {
  if (found.length === 0 || gate.kind === 'not-applicable' || !isPublic) return { through: found, stopped: [] };
  const through: Speaking[] = [];
  const stopped: Speaking[] = [];
  for (const { guard, fact } of casesOf(gate)) {
    for (const one of found) {
      const under = { ...one, guard: and(one.guard, guard) };
      if (!isPossible(under.guard)) continue;
      if (one.cited?.policy.name === ACL) through.push(under);
      else if (fact.kind === 'unknown')
        through.push({
          ...under,
          fits: MAYBE,
          open: [...one.open, openPart(`public access block: ${fact.settledBy}`, [])],
        });
      else (fact.value.blocksPublicPolicies ? stopped : through).push(under);
    }
  }
  return { through, stopped };
}

/** Does the statement allow something to everybody, whoever and wherever he is? */
export function isPublicStatement({ effect, principals = [], notPrincipals, conditions }: Statement): boolean {
  const all = principals.some(({ kind, value }) => kind === '*' || (kind === 'AWS' && literalOf(value) === '*'));
  if (effect !== 'Allow' || !(all || notPrincipals !== undefined)) return false;
  return !conditions.some(({ operator, key, values }) => {
    const name = key.toLowerCase();
    if (/Not|Null|IfExists|ForAllValues/i.test(operator) || !(narrowingKeys.has(name) || name === 'aws:sourceip'))
      return false;
    const literals = values.flatMap((value) => literalOf(value) ?? []);
    return name === 'aws:sourceip' ? !literals.some(isBroad) : !literals.some((value) => /[*?]/.test(value));
  });
}

/** "Very broad IP ranges (for example, 0.0.0.0/1) are evaluated as public": larger than /8 for IPv4, /32 for IPv6. */
function isBroad(source: string): boolean {
  const block = addressBlock(source);
  return block === undefined || block.prefix < (block.version === 4 ? 8 : 32);
}
