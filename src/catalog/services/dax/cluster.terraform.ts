import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DAX::Cluster',
  from: {
    aws_dax_cluster: makes({
      ClusterName: 'cluster_name',
      ClusterEndpointEncryptionType: 'cluster_endpoint_encryption_type',
      IAMRoleARN: 'iam_role_arn',
      NodeType: 'node_type',
      ReplicationFactor: 'replication_factor',
      SSESpecification: { SSEEnabled: 'server_side_encryption.enabled' },
      SecurityGroupIds: 'security_group_ids',
      SubnetGroupName: 'subnet_group_name',
      Tags: tagMap,
    }),
  },
});
