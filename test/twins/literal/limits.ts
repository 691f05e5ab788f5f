import { reservedFor } from '../../../src/catalog/data/reserved-identities.ts';
import type { Block, OpenCondition } from '../../../src/model/access.ts';
import { always } from '../../../src/model/guard.ts';
import type { PolicySource } from '../../../src/model/policy.ts';
import { describeText, type Match } from '../../../src/model/text.ts';
import { at, textOf } from '../../../src/model/value.ts';
import type { Asked } from './asked.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { findStatements, grantOf, noGrant } from './grants.ts';
import { eitherMatches, holdsWhere } from './holds.ts';
import { anyWay, type Meant } from './match-principal.ts';
import type { PoliciesInPlay } from './policies-in-play.ts';
import type { Need } from './ways.ts';

/**
 * What must allow besides the two sides. "An SCP must allow at every level." Resource control policies only ever deny: the
 * one that allows cannot be detached. An endpoint's policy has to let pass whatever comes through it.
 */
export function limitsOf(asked: Asked, policies: PoliciesInPlay): readonly Need[] {
  const limit = (sources: readonly PolicySource[], kind: Block['kind'], because: string, way = anyWay): Need => {
    const grant = grantOf(findStatements(sources, 'Allow', { asked, bounded: false }), way);
    return { grant, kind, because, grants: false };
  };
  const levels = policies.serviceControl.map((level) =>
    limit(level, 'scp', `no service control policy allows ${asked.action} at one of the levels: ${namesOf(level)}`),
  );
  const { endpoint } = policies;
  const refusal = `the policy of the VPC endpoint does not allow ${asked.action}`;
  const way = endpoint?.gateway === true ? byName : anyWay;
  const door = endpoint === undefined ? [] : [limit(endpoint.sources, 'endpoint-policy', refusal, way)];
  const reserved = /^iam:/i.test(asked.action) ? reservedFor(asked.action, describeText(asked.resource)) : undefined;
  const kept: readonly Need[] =
    reserved === undefined ? [] : [{ grant: noGrant, kind: 'reserved', because: reserved, grants: false }];
  return [...levels, ...door, ...kept, ...ofTheVpc(asked)];
}

function namesOf(policies: readonly PolicySource[]): string {
  return [...new Set(policies.map(({ name }) => name))].join(', ');
}

/**
 * "For gateway endpoints … access is granted only to the AWS account root user" where an account is named.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
function byName({ directly, asRole }: Meant): Match {
  return eitherMatches([directly, asRole]);
}

/**
 * "An access point with a network origin of VPC … rejects any request made to the access point that doesn't originate from that
 * VPC." https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html
 */
function ofTheVpc({ on, keyOf }: Asked): readonly Need[] {
  const stated = on?.type === 'AWS::S3::AccessPoint' ? at(on.properties, 'VpcConfiguration', 'VpcId') : undefined;
  const vpc = stated && textOf(stated);
  if (vpc === undefined) return [];
  const value = keyOf('aws:SourceVpc');
  const match = evaluateCondition('StringEquals', [vpc], value);
  const because = `it takes requests from ${describeText(vpc)} alone`;
  const open: readonly OpenCondition[] =
    match === 'maybe'
      ? [
          {
            key: 'aws:SourceVpc',
            operator: 'StringEquals',
            values: [vpc],
            control: value.kind === 'open' ? value.control : 'unknown',
          },
        ]
      : [];
  const grant =
    match === 'no'
      ? noGrant
      : { holds: holdsWhere(match, always), by: [{ cited: undefined, match, guard: always, open }] };
  return [{ grant, kind: 'access-point', because, grants: false }];
}
