import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::AccountPublicAccessBlock',
  from: {
    aws_s3_account_public_access_block: makes({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: 'block_public_acls',
        BlockPublicPolicy: 'block_public_policy',
        IgnorePublicAcls: 'ignore_public_acls',
        RestrictPublicBuckets: 'restrict_public_buckets',
      },
    }),
  },
});
