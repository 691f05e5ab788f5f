import { defineMove, type ProofItem } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import { text } from '../../../model/text.ts';
import { accessGrants } from '../access-grants.ts';
import { allowed } from '../permission.ts';
import { type Vended, vendedActions, vendedBy } from '../vended-credentials.ts';

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
  instances: (ask) =>
    vendedBy(ask, {
      service: 'access-grants.s3.amazonaws.com',
      grants: accessGrants(ask),
      rights: (grant) => getsCredentials(ask, grant),
    }),
});

function getsCredentials(ask: Questions, { grant, grantee }: Vended): readonly ProofItem[] | undefined {
  const { partition, region, account } = ask.system.deploymentOf(grant.id);
  const resource = text('arn:', ...partition, ':s3:', ...region, ':', ...account, ':access-grants/default');
  const data = allowed(ask, grantee, { action: 's3:GetDataAccess', on: '*', resource });
  return data && [data];
}
