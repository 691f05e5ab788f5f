import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, tags } from '../../terraform-rules.ts';

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
    // An association names cluster and principal, not the entry: it stands as one that says what the principal may do.
    aws_eks_access_policy_association: makes({
      ClusterName: 'cluster_name',
      PrincipalArn: 'principal_arn',
      AccessPolicies: list({
        PolicyArn: 'policy_arn',
        AccessScope: { Type: 'access_scope.type', Namespaces: 'access_scope.namespaces' },
      }),
    }),
  },
});
