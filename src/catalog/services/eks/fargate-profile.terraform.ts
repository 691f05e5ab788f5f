import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, pairs, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EKS::FargateProfile',
  from: {
    aws_eks_fargate_profile: makes({
      ClusterName: 'cluster_name',
      FargateProfileName: 'fargate_profile_name',
      PodExecutionRoleArn: 'pod_execution_role_arn',
      Selectors: each('selector', { Labels: pairs('labels'), Namespace: 'namespace' }),
      Subnets: 'subnet_ids',
      Tags: tags,
    }),
  },
});
