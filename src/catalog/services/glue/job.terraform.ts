import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Glue::Job',
  from: {
    aws_glue_job: makes({
      Name: 'name',
      Command: { Name: 'command.name', ScriptLocation: 'command.script_location' },
      Role: 'role_arn',
      DefaultArguments: 'default_arguments',
      SecurityConfiguration: 'security_configuration',
      Tags: tagMap,
    }),
  },
});
