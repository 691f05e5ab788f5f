import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::AccessGrantsInstance',
  from: {
    aws_s3control_access_grants_instance: makes(
      { IdentityCenterArn: 'identity_center_arn', Tags: tags },
      {
        attributes: {
          access_grants_instance_arn: 'AccessGrantsInstanceArn',
          access_grants_instance_id: 'AccessGrantsInstanceId',
        },
      },
    ),
  },
});
