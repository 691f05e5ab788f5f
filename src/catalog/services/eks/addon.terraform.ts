import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, plainText, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EKS::Addon',
  from: {
    aws_eks_addon: makes({
      AddonName: 'addon_name',
      AddonVersion: 'addon_version',
      ClusterName: 'cluster_name',
      ConfigurationValues: plainText('configuration_values'),
      PodIdentityAssociations: each('pod_identity_association', {
        RoleArn: 'role_arn',
        ServiceAccount: 'service_account',
      }),
      PreserveOnDelete: 'preserve',
      ServiceAccountRoleArn: 'service_account_role_arn',
      Tags: tags,
    }),
  },
});
