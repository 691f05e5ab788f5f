import type { PublicAccessGate } from '../../../model/dimension.ts';
import { casesOf, type Fact } from '../../../model/fact.ts';
import { always, and, isPossible } from '../../../model/guard.ts';
import type { PolicySource, Statement } from '../../../model/policy.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { addressBlock } from '../../ip-address.ts';
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
        through.push({ ...under, fits: MAYBE, open: [...one.open, openPart(`public access block: ${fact.settledBy}`, [])] });
      else (fact.value.blocksPublicPolicies ? stopped : through).push(under);
    }
  }
  return { through, stopped };
}

/** Keys that, with a fixed value, keep a statement from being public. "The meaning of public", the same page. */
const fixing: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
]);

/** Does the statement allow something to everybody, whoever and wherever he is? */
export function isPublicStatement({ effect, principals = [], notPrincipals, conditions }: Statement): boolean {
  const all = principals.some(({ kind, value }) => kind === '*' || (kind === 'AWS' && literalOf(value) === '*'));
  if (effect !== 'Allow' || !(all || notPrincipals !== undefined)) return false;
  return !conditions.some(({ operator, key, values }) => {
    const name = key.toLowerCase();
    if (/Not|Null|IfExists|ForAllValues/i.test(operator) || !(fixing.has(name) || name === 'aws:sourceip')) return false;
    const literals = values.flatMap((value) => literalOf(value) ?? []);
    return name === 'aws:sourceip' ? !literals.some(isBroad) : !literals.some((value) => /[*?]/.test(value));
  });
}

/** "Very broad IP ranges (for example, 0.0.0.0/1) are evaluated as public": larger than /8 for IPv4, /32 for IPv6. */
function isBroad(source: string): boolean {
  const block = addressBlock(source);
  return block === undefined || block.prefix < (block.version === 4 ? 9 : 33);
}

const ACL = 'bucket ACL';

/**
 * A canned public ACL as the statements that it is equal to: "ACL permission → corresponding access policy permissions",
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export function policiesOfAcl(gate: Fact<PublicAccessGate>, bucket: Resource): readonly PolicySource[] {
  return casesOf(gate).flatMap(({ guard, fact }): readonly PolicySource[] => {
    if (fact.kind === 'unknown' || fact.value.publicAcl === undefined || fact.value.blocksPublicAcls) return [];
    const reading = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
    const actions = fact.value.publicAcl === 'read-write' ? [...reading, 's3:PutObject'] : reading;
    // For everybody with an AWS account: no unsigned request has this key.
    const signed = { operator: 'Null', key: 'aws:PrincipalIsAWSService', values: [['false']], origin: bucket.origin };
    const statement: Statement = {
      effect: 'Allow',
      principals: [{ kind: '*', value: ['*'] }],
      actions: actions.map((action) => [action]),
      conditions: fact.value.publicAcl === 'authenticated-read' ? [signed] : [],
      origin: bucket.origin,
      guard: always,
      index: 0,
    };
    const document = { version: '2012-10-17', statements: [statement], origin: bucket.origin, guard } as const;
    return [{ name: ACL, kind: 'resource', statedBy: bucket.id, document }];
  });
}
