import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CodeDeploy::Application',
  from: {
    aws_codedeploy_app: makes(
      { ApplicationName: 'name', ComputePlatform: 'compute_platform', Tags: tags },
      { attributes: { id: 'Id', application_id: 'ApplicationId' } },
    ),
  },
});
