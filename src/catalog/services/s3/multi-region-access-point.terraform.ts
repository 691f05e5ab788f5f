import { defineTerraform } from '../../../model/terraform.ts';
import { block, each, makes, otherwise } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::MultiRegionAccessPoint',
  from: {
    aws_s3control_multi_region_access_point: makes({
      Name: 'details.name',
      PublicAccessBlockConfiguration: block('details.public_access_block', {
        BlockPublicAcls: otherwise('block_public_acls', true),
        BlockPublicPolicy: otherwise('block_public_policy', true),
        IgnorePublicAcls: otherwise('ignore_public_acls', true),
        RestrictPublicBuckets: otherwise('restrict_public_buckets', true),
      }),
      Regions: each('details.region', { Bucket: 'bucket', BucketAccountId: 'bucket_account_id' }),
    }),
  },
});
