import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::MSK::ServerlessCluster',
  from: {
    aws_msk_serverless_cluster: makes(
      {
        ClusterName: 'cluster_name',
        ClientAuthentication: { Sasl: { Iam: { Enabled: 'client_authentication.sasl.iam.enabled' } } },
        VpcConfigs: each('vpc_config', { SecurityGroups: 'security_group_ids', SubnetIds: 'subnet_ids' }),
        Tags: tagMap,
      },
      { attributes: { arn: 'Ref' } },
    ),
  },
});
