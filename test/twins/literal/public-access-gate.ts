import { narrowingKeys } from '../../../src/catalog/data/condition-keys.ts';
import { ACL } from '../../../src/define/access/acl-policies.ts';
import { addressBlock } from '../../../src/define/ip-address.ts';
import type { PublicAccessGate } from '../../../src/model/data-keeping.ts';
import { casesOf, type Fact } from '../../../src/model/fact.ts';
import { and, isPossible } from '../../../src/model/guard.ts';
import type { PolicySource, Statement } from '../../../src/model/policy.ts';
import { literalOf } from '../../../src/model/text.ts';
import { openPart } from './asked.ts';
import type { Found } from './grants.ts';

/** What is left of the grants once the gate has been passed, and whether it stopped any. */
export interface Gated {
  readonly found: readonly Found[];
  readonly stopped: readonly Found[];
}

/**
 * Block Public Access drops public grants before they count. With it a policy that is public anywhere gives nothing to
 * anybody outside the account, services aside.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function passGate(
  found: readonly Found[],
  gate: Fact<PublicAccessGate>,
  policies: readonly PolicySource[],
): Gated {
  if (gate.kind === 'not-applicable') return { found, stopped: [] };
  const isPublicPolicy = policies.some(({ document }) => document.statements.some(isPublic));
  if (!isPublicPolicy) return { found, stopped: [] };
  const left: Found[] = [];
  const stopped: Found[] = [];
  for (const { guard, fact } of casesOf(gate)) {
    for (const one of found) {
      const under = and(one.guard, guard);
      if (!isPossible(under)) continue;
      if (one.cited?.policy.name === ACL) left.push({ ...one, guard: under });
      else if (fact.kind === 'unknown') {
        const open = [...one.open, openPart(`public access block: ${fact.settledBy}`, [])];
        left.push({ ...one, guard: under, fits: 'maybe', open });
      } else if (fact.value.blocksPublicPolicies) stopped.push({ ...one, guard: under });
      else left.push({ ...one, guard: under });
    }
  }
  return { found: left, stopped };
}

/** Does the statement allow something to everybody, without a condition that fixes who or from where? */
export function isPublic({ effect, principals, notPrincipals, conditions }: Statement): boolean {
  if (effect !== 'Allow') return false;
  const everybody =
    notPrincipals !== undefined ||
    principals?.some(({ kind, value }) => kind === '*' || (kind === 'AWS' && literalOf(value) === '*'));
  if (everybody !== true) return false;
  return !conditions.some(({ operator, key, values }) => {
    if (/Not|Null|IfExists|ForAllValues/i.test(operator)) return false;
    const name = key.toLowerCase();
    const literals = values.map(literalOf);
    if (name === 'aws:sourceip') return literals.every((value) => value === undefined || !isBroad(value));
    return narrowingKeys.has(name) && literals.every((value) => value === undefined || !/[*?]/.test(value));
  });
}

/** "Very broad IP ranges (for example, 0.0.0.0/1) are evaluated as public": larger than /8 for IPv4, /32 for IPv6. */
function isBroad(block: string): boolean {
  const range = addressBlock(block);
  if (range === undefined) return true;
  return range.last - range.first >= (range.version === 4 ? 1n << 24n : 1n << 96n);
}
