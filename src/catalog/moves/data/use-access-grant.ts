import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import type { Session } from '../../../model/caller.ts';
import { and } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { text } from '../../../model/text.ts';
import { dataActions } from '../../data-actions.ts';
import { dataArn } from '../../data-arn.ts';
import { type AccessGrant, accessGrants } from '../access-grants.ts';
import { instance } from '../instance.ts';
import { trustingRoles } from '../pass-role.ts';
import { allowed, type Wish } from '../permission.ts';
import { type KeyNeed, keyNeeds } from '../store-keys.ts';

const GRANTS = 'access-grants.s3.amazonaws.com';
const buckets = 'AWS::S3::Bucket';

export default defineMove({
  title: 'Use objects by an access grant',
  description:
    'S3 Access Grants hands the identity credentials of the role of a location, limited to the objects and the use that a grant names: the identity itself needs no right to the bucket.',
  technique: 'T1530',
  actions: ['s3:GetDataAccess'],
  ways: [['s3:GetDataAccess']],
  does: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'kms:Decrypt', 'kms:GenerateDataKey'],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html'],
  cost: 1,
  *instances(ask) {
    const grants = accessGrants(ask);
    const trusting = grants.length === 0 ? [] : trustingRoles(ask, GRANTS);
    for (const grant of grants) {
      const trust = trusting.find(({ role }) => role.id === grant.role.id)?.item;
      const asks = getsCredentials(ask, grant);
      if (trust === undefined || asks === undefined) continue;
      for (const bucket of ask.system.ofType(buckets)) yield* uses(ask, grant, { bucket, premises: [asks, trust] });
    }
  },
});

function getsCredentials(ask: Questions, { grant, grantee }: AccessGrant): ProofItem | undefined {
  const { partition, region, account } = ask.system.deploymentOf(grant.id);
  const resource = text('arn:', ...partition, ':s3:', ...region, ':', ...account, ':access-grants/default');
  return allowed(ask, grantee, { action: 's3:GetDataAccess', on: '*', resource });
}

interface Using {
  readonly bucket: Resource;
  /** That the grantee gets the credentials. */
  readonly premises: readonly ProofItem[];
}

function* uses(ask: Questions, grant: AccessGrant, { bucket, premises }: Using): Generator<MoveInstance> {
  for (const way of ['read', 'write'] as const)
    for (const action of dataActions(buckets)[way]) {
      const use = asRole(ask, grant, { action, on: bucket, resource: dataArn(bucket) });
      if (use === undefined) continue;
      for (const need of keyNeeds(ask, bucket, way))
        yield* used(ask, grant, { bucket, way, need, premises: [...premises, use] });
    }
}

/** What the credentials of the role are good for within the grant. */
function asRole(ask: Questions, { role, scope }: AccessGrant, wish: Omit<Wish, 'session'>): ProofItem | undefined {
  const session: Session = { obtained: { kind: 'assume-role' }, policies: [scope], tags: new Map() };
  return allowed(ask, role, { ...wish, session });
}

function used(
  ask: Questions,
  given: AccessGrant,
  { bucket, way, need, premises }: Using & { readonly way: 'read' | 'write'; readonly need: KeyNeed },
): readonly MoveInstance[] {
  const { grant, grantee, role, guard } = given;
  const key = need.wish === undefined ? undefined : asRole(ask, given, need.wish);
  if (need.wish !== undefined && key === undefined) return [];
  const note = `${grant.address} lets ${grantee.address} use it with credentials of ${role.address}`;
  const told: ProofItem = { kind: 'setting', resource: grant.id, property: '', note, origin: grant.origin };
  return instance({
    needs: [{ kind: 'acts-as', principal: grantee.id }],
    gives: { kind: way === 'read' ? 'reads' : 'writes', resource: bucket.id },
    proof: [...premises, ...(key === undefined ? [] : [key]), told],
    guard: and(guard, need.guard),
    ...(need.foreign !== undefined && { provided: `${role.address} may use key ${need.foreign}` }),
  });
}
