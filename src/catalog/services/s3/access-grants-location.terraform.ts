import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::AccessGrantsLocation',
  from: {
    aws_s3control_access_grants_location: makes(
      { IamRoleArn: 'iam_role_arn', LocationScope: 'location_scope', Tags: tags },
      {
        attributes: {
          access_grants_location_arn: 'AccessGrantsLocationArn',
          access_grants_location_id: 'AccessGrantsLocationId',
        },
      },
    ),
  },
});
