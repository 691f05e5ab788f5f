import { defineTerraform } from '../../../model/terraform.ts';
import { block, configures, document, makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::AccessPoint',
  from: {
    aws_s3_access_point: makes({
      Name: 'name',
      Bucket: 'bucket',
      BucketAccountId: 'bucket_account_id',
      Policy: document('policy'),
      PublicAccessBlockConfiguration: block('public_access_block_configuration', {
        BlockPublicAcls: otherwise('block_public_acls', true),
        BlockPublicPolicy: otherwise('block_public_policy', true),
        IgnorePublicAcls: otherwise('ignore_public_acls', true),
        RestrictPublicBuckets: otherwise('restrict_public_buckets', true),
      }),
      VpcConfiguration: { VpcId: 'vpc_configuration.vpc_id' },
      Tags: tags,
    }),
    aws_s3control_access_point_policy: configures('access_point_arn', { Policy: document('policy') }),
  },
});
