import { defineTerraform } from '../../../model/terraform.ts';
import { makes, plainText } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::OpenSearchServerless::SecurityPolicy',
  from: {
    aws_opensearchserverless_security_policy: makes({
      Name: 'name',
      Type: 'type',
      Description: 'description',
      Policy: plainText('policy'),
    }),
  },
});
