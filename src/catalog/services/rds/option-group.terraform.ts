import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, named, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::OptionGroup',
  from: {
    aws_db_option_group: makes({
      OptionGroupName: named('name'),
      EngineName: 'engine_name',
      MajorEngineVersion: 'major_engine_version',
      OptionConfigurations: each('option', {
        OptionName: 'option_name',
        OptionSettings: each('option_settings', { Name: 'name', Value: 'value' }),
        OptionVersion: 'version',
        Port: 'port',
        VpcSecurityGroupMemberships: 'vpc_security_group_memberships',
      }),
      OptionGroupDescription: otherwise('option_group_description', 'Managed by Terraform'),
      Tags: tags,
    }),
  },
});
