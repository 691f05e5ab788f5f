import { defineTerraform } from '../../../model/terraform.ts';
import { decoded, first, makes, plainText } from '../../terraform-rules.ts';

const properties = {
  Bucket: 'bucket',
  Key: 'key',
  Body: first(plainText('content'), decoded('content_base64')),
};

export default defineTerraform({
  type: 'AWS::S3::Object',
  from: { aws_s3_object: makes(properties), aws_s3_bucket_object: makes(properties) },
});
