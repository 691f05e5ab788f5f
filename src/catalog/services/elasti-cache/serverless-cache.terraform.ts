import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ElastiCache::ServerlessCache',
  from: {
    aws_elasticache_serverless_cache: makes(
      {
        ServerlessCacheName: 'name',
        Description: 'description',
        Engine: 'engine',
        KmsKeyId: 'kms_key_id',
        MajorEngineVersion: 'major_engine_version',
        SecurityGroupIds: 'security_group_ids',
        SnapshotRetentionLimit: 'snapshot_retention_limit',
        SubnetIds: 'subnet_ids',
        UserGroupId: 'user_group_id',
        Tags: tags,
      },
      { attributes: { arn: 'ARN', 'endpoint.address': 'Endpoint.Address', 'endpoint.port': 'Endpoint.Port' } },
    ),
  },
});
