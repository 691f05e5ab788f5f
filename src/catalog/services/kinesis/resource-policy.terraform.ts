import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Kinesis::ResourcePolicy',
  from: {
    aws_kinesis_resource_policy: makes({ ResourceArn: 'resource_arn', ResourcePolicy: document('policy') }),
  },
});
