import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EKS::AccessEntry',
  from: {
    aws_eks_access_entry: makes(
      {
        ClusterName: 'cluster_name',
        KubernetesGroups: 'kubernetes_groups',
        PrincipalArn: 'principal_arn',
        Type: 'type',
        Username: 'user_name',
        Tags: tags,
      },
      { attributes: { access_entry_arn: 'AccessEntryArn' } },
    ),
  },
});
