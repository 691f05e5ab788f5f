import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::S3::AccessGrant',
  from: {
    aws_s3control_access_grant: makes(
      {
        AccessGrantsLocationConfiguration: { S3SubPrefix: 'access_grants_location_configuration.s3_sub_prefix' },
        AccessGrantsLocationId: 'access_grants_location_id',
        Grantee: { GranteeIdentifier: 'grantee.grantee_identifier', GranteeType: 'grantee.grantee_type' },
        Permission: 'permission',
        S3PrefixType: 's3_prefix_type',
        Tags: tags,
      },
      {
        attributes: {
          access_grant_arn: 'AccessGrantArn',
          access_grant_id: 'AccessGrantId',
          grant_scope: 'GrantScope',
        },
      },
    ),
  },
});
