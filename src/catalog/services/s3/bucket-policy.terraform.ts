import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::BucketPolicy',
  from: {
    aws_s3_bucket_policy: makes(
      { Bucket: 'bucket', PolicyDocument: document('policy') },
      { attributes: { id: 'Bucket' } },
    ),
  },
});
