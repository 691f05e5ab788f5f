import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Config::ConfigurationRecorder',
  from: { aws_config_configuration_recorder: makes({ Name: 'name', RoleARN: 'role_arn' }) },
});
