import { defineTerraform } from '../../../model/terraform.ts';
import { boolean, makes, tags } from '../../terraform-rules.ts';
import { logDeliveries } from './terraform-logs.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::CacheCluster',
  from: {
    aws_elasticache_cluster: makes(
      {
        ClusterName: 'cluster_id',
        AZMode: 'az_mode',
        AutoMinorVersionUpgrade: boolean('auto_minor_version_upgrade'),
        CacheNodeType: 'node_type',
        CacheParameterGroupName: 'parameter_group_name',
        CacheSubnetGroupName: 'subnet_group_name',
        Engine: 'engine',
        EngineVersion: 'engine_version',
        LogDeliveryConfigurations: logDeliveries,
        NetworkType: 'network_type',
        NumCacheNodes: 'num_cache_nodes',
        Port: 'port',
        PreferredAvailabilityZones: 'preferred_availability_zones',
        SnapshotRetentionLimit: 'snapshot_retention_limit',
        TransitEncryptionEnabled: 'transit_encryption_enabled',
        VpcSecurityGroupIds: 'security_group_ids',
        Tags: tags,
      },
      {
        // A member of a replication group has the settings of that group, which answers for it.
        when: { attribute: 'replication_group_id', absent: true },
        attributes: {
          'cache_nodes.address': 'RedisEndpoint.Address',
          configuration_endpoint: 'ConfigurationEndpoint.Address',
        },
      },
    ),
  },
});
