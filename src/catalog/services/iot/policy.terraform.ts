import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IoT::Policy',
  from: { aws_iot_policy: makes({ PolicyName: 'name', PolicyDocument: document('policy'), Tags: tags }) },
});
