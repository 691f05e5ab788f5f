import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::LakeFormation::Resource',
  from: {
    aws_lakeformation_resource: makes(
      {
        HybridAccessEnabled: 'hybrid_access_enabled',
        ResourceArn: 'arn',
        RoleArn: 'role_arn',
        UseServiceLinkedRole: 'use_service_linked_role',
        WithFederation: 'with_federation',
      },
      { attributes: { arn: 'ResourceArn' } },
    ),
  },
});
