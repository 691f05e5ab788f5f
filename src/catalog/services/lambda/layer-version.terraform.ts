import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::LayerVersion',
  from: {
    aws_lambda_layer_version: makes(
      {
        CompatibleRuntimes: 'compatible_runtimes',
        Content: { S3Bucket: 's3_bucket', S3Key: 's3_key', S3ObjectVersion: 's3_object_version' },
        Description: 'description',
        LayerName: 'layer_name',
      },
      { onDestroy: { retainWhen: 'skip_destroy' } },
    ),
  },
});
