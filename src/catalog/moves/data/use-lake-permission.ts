import { defineMove, type ProofItem } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import { type LakeGrant, lakeGrants } from '../lake-grants.ts';
import { allowed } from '../permission.ts';
import { vendedActions, vendedBy } from '../vended-credentials.ts';

const rights = ['lakeformation:GetDataAccess', 'glue:GetTable'];

export default defineMove({
  title: 'Use data of a lake by a permission on a table',
  description:
    'Lake Formation hands the identity credentials of the role with which the place of a table was registered: the identity itself needs no right to the bucket.',
  technique: 'T1530',
  actions: rights,
  ways: [rights],
  does: vendedActions,
  references: [
    'https://docs.aws.amazon.com/lake-formation/latest/dg/how-vending-works.html',
    'https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html',
  ],
  cost: 2,
  instances: (ask) =>
    vendedBy(ask, {
      service: 'lakeformation.amazonaws.com',
      grants: lakeGrants(ask),
      rights: (grant) => getsCredentials(ask, grant),
    }),
});

/** The right to credentials, and the right to look the table up. */
function getsCredentials(ask: Questions, { grantee, tableArn }: LakeGrant): readonly ProofItem[] | undefined {
  const data = allowed(ask, grantee, { action: 'lakeformation:GetDataAccess', on: '*', resource: ['*'] });
  const table = allowed(ask, grantee, { action: 'glue:GetTable', on: '*', resource: tableArn });
  return data === undefined || table === undefined ? undefined : [data, table];
}
