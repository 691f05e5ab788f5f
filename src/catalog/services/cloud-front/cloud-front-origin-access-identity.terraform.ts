import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
  from: {
    aws_cloudfront_origin_access_identity: makes(
      { CloudFrontOriginAccessIdentityConfig: { Comment: 'comment' } },
      {
        attributes: {
          cloudfront_access_identity_path: 'origin-access-identity/cloudfront/{Id}',
          iam_arn: 'arn:{Partition}:iam::cloudfront:user/CloudFront Origin Access Identity {Id}',
          s3_canonical_user_id: 'S3CanonicalUserId',
        },
      },
    ),
  },
});
