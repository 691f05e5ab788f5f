import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::KMS::Grant',
  inexpressible: {
    IssuingAccount: 'who makes the resource makes the grant; only what AWS lists of a key tells of other issuers',
  },
  from: {
    aws_kms_grant: makes({
      KeyId: 'key_id',
      GranteePrincipal: 'grantee_principal',
      RetiringPrincipal: 'retiring_principal',
      Operations: 'operations',
      Constraints: {
        EncryptionContextEquals: 'constraints.encryption_context_equals',
        EncryptionContextSubset: 'constraints.encryption_context_subset',
      },
    }),
  },
});
