import { defineTerraform } from '../../../model/terraform.ts';
import { first, makes, named, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DocDB::DBCluster',
  from: {
    aws_docdb_cluster: makes(
      {
        DBClusterIdentifier: named('cluster_identifier'),
        // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster
        BackupRetentionPeriod: otherwise('backup_retention_period', 1),
        DBClusterParameterGroupName: 'db_cluster_parameter_group_name',
        DBSubnetGroupName: 'db_subnet_group_name',
        DeletionProtection: 'deletion_protection',
        EnableCloudwatchLogsExports: 'enabled_cloudwatch_logs_exports',
        EngineVersion: 'engine_version',
        KmsKeyId: 'kms_key_id',
        ManageMasterUserPassword: 'manage_master_user_password',
        MasterUsername: 'master_username',
        MasterUserPassword: first('master_password', 'master_password_wo'),
        Port: 'port',
        SnapshotIdentifier: 'snapshot_identifier',
        SourceDBClusterIdentifier: 'restore_to_point_in_time.source_cluster_identifier',
        StorageEncrypted: 'storage_encrypted',
        VpcSecurityGroupIds: 'vpc_security_group_ids',
        Tags: tags,
      },
      {
        attributes: { cluster_resource_id: 'ClusterResourceId', endpoint: 'Endpoint', reader_endpoint: 'ReadEndpoint' },
        onDestroy: { snapshotUnless: 'skip_final_snapshot' },
      },
    ),
  },
});
