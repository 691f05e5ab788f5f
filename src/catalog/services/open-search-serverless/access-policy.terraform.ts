import { defineTerraform } from '../../../model/terraform.ts';
import { makes, plainText } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::OpenSearchServerless::AccessPolicy',
  from: {
    aws_opensearchserverless_access_policy: makes({
      Name: 'name',
      Type: 'type',
      Description: 'description',
      Policy: plainText('policy'),
    }),
  },
});
