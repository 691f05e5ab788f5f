import { defineTerraform } from '../../../model/terraform.ts';
import { boolean, configures, makes, tags } from '../../terraform-rules.ts';
import { logDeliveries } from './terraform-logs.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::ReplicationGroup',
  from: {
    aws_elasticache_replication_group: makes(
      {
        ReplicationGroupId: 'replication_group_id',
        ReplicationGroupDescription: 'description',
        AtRestEncryptionEnabled: boolean('at_rest_encryption_enabled'),
        AuthToken: 'auth_token',
        AutoMinorVersionUpgrade: boolean('auto_minor_version_upgrade'),
        AutomaticFailoverEnabled: 'automatic_failover_enabled',
        CacheNodeType: 'node_type',
        CacheParameterGroupName: 'parameter_group_name',
        CacheSubnetGroupName: 'subnet_group_name',
        Engine: 'engine',
        EngineVersion: 'engine_version',
        GlobalReplicationGroupId: 'global_replication_group_id',
        KmsKeyId: 'kms_key_id',
        LogDeliveryConfigurations: logDeliveries,
        MultiAZEnabled: 'multi_az_enabled',
        NetworkType: 'network_type',
        NumCacheClusters: 'num_cache_clusters',
        NumNodeGroups: 'num_node_groups',
        Port: 'port',
        PreferredCacheClusterAZs: 'preferred_cache_cluster_azs',
        ReplicasPerNodeGroup: 'replicas_per_node_group',
        SecurityGroupIds: 'security_group_ids',
        SnapshotRetentionLimit: 'snapshot_retention_limit',
        TransitEncryptionEnabled: 'transit_encryption_enabled',
        TransitEncryptionMode: 'transit_encryption_mode',
        UserGroupIds: 'user_group_ids',
        Tags: tags,
      },
      {
        attributes: {
          primary_endpoint_address: 'PrimaryEndPoint.Address',
          reader_endpoint_address: 'ReaderEndPoint.Address',
          configuration_endpoint_address: 'ConfigurationEndPoint.Address',
        },
      },
    ),
    // A member node: the group states the rest.
    aws_elasticache_cluster: configures('replication_group_id', {}, { attribute: 'replication_group_id' }),
  },
});
