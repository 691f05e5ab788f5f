import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::Job',
  from: {
    aws_glue_job: makes({
      Name: 'name',
      Role: 'role_arn',
      Command: { Name: 'command.name', ScriptLocation: 'command.script_location' },
      SecurityConfiguration: 'security_configuration',
      DefaultArguments: 'default_arguments',
      Tags: tags,
    }),
  },
});
