import type { AclGrant, PublicAccessGate } from '../../model/data-keeping.ts';
import { casesOf, type Fact } from '../../model/fact.ts';
import { always } from '../../model/guard.ts';
import type { PolicyCondition, PolicyPrincipal, PolicySource, Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { text } from '../../model/text.ts';

/** The name of the policies that stand for access control lists. */
export const ACL = 'bucket ACL';

/**
 * An access control list as the policy statements that AWS says it is equal to. "ACL permission → corresponding access policy
 * permissions when the ACL is granted on a bucket", https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 * Lists that are not in force are not among the grants.
 */
export function aclPolicies(gate: Fact<PublicAccessGate>, bucket: Resource): readonly PolicySource[] {
  return casesOf(gate).flatMap(({ guard, fact }): readonly PolicySource[] => {
    if (fact.kind === 'unknown') return [];
    const { grants = [], publicAcl, blocksPublicAcls } = fact.value;
    const all = [...(publicAcl === undefined ? [] : cannedGrants[publicAcl]), ...grants];
    const left = all.filter(({ grantee }) => !(blocksPublicAcls && isPublicGroup(grantee)));
    const statements = left.flatMap((grant, index) => statementOf(grant, bucket, index));
    if (statements.length === 0) return [];
    const document = { version: '2012-10-17', statements, origin: bucket.origin, guard } as const;
    return [{ name: ACL, kind: 'resource', statedBy: bucket.id, document }];
  });
}

const cannedGrants: Readonly<Record<NonNullable<PublicAccessGate['publicAcl']>, readonly AclGrant[]>> = {
  read: [{ grantee: { kind: 'all-users' }, permission: 'READ' }],
  'read-write': [
    { grantee: { kind: 'all-users' }, permission: 'READ' },
    { grantee: { kind: 'all-users' }, permission: 'WRITE' },
  ],
  'authenticated-read': [{ grantee: { kind: 'authenticated-users' }, permission: 'READ' }],
};

function isPublicGroup({ kind }: AclGrant['grantee']): boolean {
  return kind === 'all-users' || kind === 'authenticated-users';
}

const READ = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
const actionsOf: Readonly<Record<AclGrant['permission'], readonly string[]>> = {
  READ,
  WRITE: ['s3:PutObject'],
  READ_ACP: ['s3:GetBucketAcl'],
  WRITE_ACP: ['s3:PutBucketAcl'],
  FULL_CONTROL: [...READ, 's3:PutObject', 's3:GetBucketAcl', 's3:PutBucketAcl'],
};

function statementOf({ grantee, permission }: AclGrant, bucket: Resource, index: number): readonly Statement[] {
  const { origin } = bucket;
  // `authenticated-read` is for everybody with an AWS account: a condition that no unsigned request meets.
  const signed: PolicyCondition = { operator: 'Null', key: 'aws:PrincipalIsAWSService', values: [['false']], origin };
  const arn = bucket.arn ?? text('arn:aws:s3:::', ...bucket.name);
  return [
    {
      effect: 'Allow',
      principals: [principalOf(grantee)],
      actions: actionsOf[permission].map((action) => [action]),
      resources: [arn, text(...arn, '/*')],
      conditions: grantee.kind === 'authenticated-users' ? [signed] : [],
      origin,
      guard: always,
      index,
    },
  ];
}

/** The log delivery group writes as the service that it stands for. */
function principalOf(grantee: AclGrant['grantee']): PolicyPrincipal {
  switch (grantee.kind) {
    case 'canonical-user':
      return { kind: 'CanonicalUser', value: grantee.id };
    case 'log-delivery':
      return { kind: 'Service', value: ['logging.s3.amazonaws.com'] };
    default:
      return { kind: '*', value: ['*'] };
  }
}
