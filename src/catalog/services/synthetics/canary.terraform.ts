import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Synthetics::Canary',
  from: {
    aws_synthetics_canary: makes({
      Name: 'name',
      ExecutionRoleArn: 'execution_role_arn',
      ArtifactS3Location: 'artifact_s3_location',
      RuntimeVersion: 'runtime_version',
      Code: { Handler: 'handler', S3Bucket: 's3_bucket', S3Key: 's3_key', S3ObjectVersion: 's3_version' },
      Schedule: { Expression: 'schedule.expression' },
      Tags: tags,
    }),
  },
});
