import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::EndpointConfig',
  from: {
    aws_sagemaker_endpoint_configuration: makes({
      EndpointConfigName: named('name'),
      KmsKeyId: 'kms_key_arn',
      Tags: tags,
    }),
  },
  inexpressible: {
    ExecutionRoleArn: 'the provider has no attribute for it',
  },
});
