import { defineMove, type ProofItem } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import { text } from '../../../model/text.ts';
import { accessGrants } from '../access-grants.ts';
import { trustingRoles } from '../pass-role.ts';
import { allowed } from '../permission.ts';
import { type Vended, vendedActions, vendedUses } from '../vended-credentials.ts';

export default defineMove({
  title: 'Use objects by an access grant',
  description:
    'S3 Access Grants hands the identity credentials of the role of a location, limited to the objects and the use that a grant names: the identity itself needs no right to the bucket.',
  technique: 'T1530',
  actions: ['s3:GetDataAccess'],
  ways: [['s3:GetDataAccess']],
  does: vendedActions,
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html'],
  cost: 1,
  *instances(ask) {
    const grants = accessGrants(ask);
    const trusting = grants.length === 0 ? [] : trustingRoles(ask, 'access-grants.s3.amazonaws.com');
    for (const grant of grants) {
      const trust = trusting.find(({ role }) => role.id === grant.role.id)?.item;
      const asks = trust === undefined ? undefined : getsCredentials(ask, grant);
      if (trust !== undefined && asks !== undefined) yield* vendedUses(ask, grant, [asks, trust]);
    }
  },
});

function getsCredentials(ask: Questions, { grant, grantee }: Vended): ProofItem | undefined {
  const { partition, region, account } = ask.system.deploymentOf(grant.id);
  const resource = text('arn:', ...partition, ':s3:', ...region, ':', ...account, ':access-grants/default');
  return allowed(ask, grantee, { action: 's3:GetDataAccess', on: '*', resource });
}
