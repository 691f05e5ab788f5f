import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, named } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EMR::SecurityConfiguration',
  from: {
    aws_emr_security_configuration: makes({
      Name: named('name'),
      SecurityConfiguration: document('configuration'),
    }),
  },
});
