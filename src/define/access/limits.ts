import { reservedFor } from '../../catalog/data/reserved-identities.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Block } from '../../model/questions.ts';
import { describeText } from '../../model/text.ts';
import type { Asked } from './asked.ts';
import { findStatements, grantOf, noGrant } from './grants.ts';
import { anyWay } from './match-principal.ts';
import type { PoliciesInPlay } from './policies-in-play.ts';
import type { Need } from './ways.ts';

/**
 * What must allow besides the two sides. "An SCP must allow at every level." Resource control policies only ever deny: the
 * one that allows cannot be detached. An endpoint's policy has to let pass whatever comes through it.
 */
export function limitsOf(asked: Asked, policies: PoliciesInPlay): readonly Need[] {
  const limit = (sources: readonly PolicySource[], kind: Block['kind'], because: string): Need => {
    const grant = grantOf(findStatements(sources, 'Allow', { asked, bounded: false }), anyWay);
    return { grant, kind, because, grants: false };
  };
  const levels = policies.serviceControl.map((level) =>
    limit(level, 'scp', `no service control policy allows ${asked.action} at one of the levels`),
  );
  const endpoint =
    policies.endpoint === undefined
      ? []
      : [limit(policies.endpoint, 'endpoint-policy', `the policy of the VPC endpoint does not allow ${asked.action}`)];
  const reserved = reservedFor(asked.action, describeText(asked.resource));
  const kept: readonly Need[] =
    reserved === undefined ? [] : [{ grant: noGrant, kind: 'reserved', because: reserved, grants: false }];
  return [...levels, ...endpoint, ...kept];
}
