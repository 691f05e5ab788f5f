import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::ServiceLinkedRole',
  from: {
    aws_iam_service_linked_role: makes({
      AWSServiceName: 'aws_service_name',
      CustomSuffix: 'custom_suffix',
      Description: 'description',
    }),
  },
});
