import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CodeDeploy::DeploymentGroup',
  from: {
    aws_codedeploy_deployment_group: makes(
      {
        ApplicationName: 'app_name',
        DeploymentGroupName: 'deployment_group_name',
        AutoScalingGroups: 'autoscaling_groups',
        ECSServices: each('ecs_service', { ClusterName: 'cluster_name', ServiceName: 'service_name' }),
        ServiceRoleArn: 'service_role_arn',
        Tags: tags,
      },
      { attributes: { id: 'Id' } },
    ),
  },
});
