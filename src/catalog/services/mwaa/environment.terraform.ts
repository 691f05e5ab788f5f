import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::MWAA::Environment',
  from: {
    aws_mwaa_environment: makes({
      Name: 'name',
      ExecutionRoleArn: 'execution_role_arn',
      SourceBucketArn: 'source_bucket_arn',
      DagS3Path: 'dag_s3_path',
      KmsKey: 'kms_key',
      WebserverAccessMode: 'webserver_access_mode',
      Tags: tags,
    }),
  },
});
