import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EKS::PodIdentityAssociation',
  from: {
    aws_eks_pod_identity_association: makes(
      {
        ClusterName: 'cluster_name',
        Namespace: 'namespace',
        RoleArn: 'role_arn',
        ServiceAccount: 'service_account',
        Tags: tags,
      },
      { attributes: { association_arn: 'AssociationArn', association_id: 'AssociationId' } },
    ),
  },
});
