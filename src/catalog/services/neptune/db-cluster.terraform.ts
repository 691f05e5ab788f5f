import { defineTerraform } from '../../../model/terraform.ts';
import { always, each, first, makes, named, tags, unless } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Neptune::DBCluster',
  from: {
    aws_neptune_cluster: makes(
      {
        DBClusterIdentifier: named('cluster_identifier'),
        AssociatedRoles: each('iam_roles', { RoleArn: '' }),
        BackupRetentionPeriod: 'backup_retention_period',
        DBClusterParameterGroupName: 'neptune_cluster_parameter_group_name',
        DBPort: 'port',
        DBSubnetGroupName: 'neptune_subnet_group_name',
        DeletionProtection: 'deletion_protection',
        EnableCloudwatchLogsExports: 'enable_cloudwatch_logs_exports',
        EngineVersion: 'engine_version',
        GlobalClusterIdentifier: 'global_cluster_identifier',
        IamAuthEnabled: 'iam_database_authentication_enabled',
        KmsKeyId: 'kms_key_arn',
        SnapshotIdentifier: 'snapshot_identifier',
        SourceDBClusterIdentifier: 'replication_source_identifier',
        // The provider asks for no encryption unless it is told to, whatever key is named.
        StorageEncrypted: first(
          'storage_encrypted',
          unless('snapshot_identifier', unless('replication_source_identifier', always(false))),
        ),
        VpcSecurityGroupIds: 'vpc_security_group_ids',
        Tags: tags,
      },
      {
        attributes: {
          cluster_resource_id: 'ClusterResourceId',
          endpoint: 'Endpoint',
          reader_endpoint: 'ReadEndpoint',
        },
        onDestroy: { snapshotUnless: 'skip_final_snapshot' },
      },
    ),
  },
});
