import { defineTerraform } from '../../../model/terraform.ts';
import { configures, each, first, list, makes, named, tags } from '../../terraform-rules.ts';

const noArgument = 'The provider has no argument for it.';

export default defineTerraform({
  type: 'AWS::RDS::DBCluster',
  inexpressible: { AutoMinorVersionUpgrade: noArgument, PubliclyAccessible: noArgument },
  from: {
    aws_rds_cluster: makes(
      {
        DBClusterIdentifier: named('cluster_identifier'),
        AssociatedRoles: each('iam_roles', { RoleArn: '' }),
        BackupRetentionPeriod: 'backup_retention_period',
        DBClusterInstanceClass: 'db_cluster_instance_class',
        DBClusterParameterGroupName: 'db_cluster_parameter_group_name',
        DBSubnetGroupName: 'db_subnet_group_name',
        DatabaseName: 'database_name',
        DeletionProtection: 'deletion_protection',
        EnableCloudwatchLogsExports: 'enabled_cloudwatch_logs_exports',
        EnableHttpEndpoint: 'enable_http_endpoint',
        EnableIAMDatabaseAuthentication: 'iam_database_authentication_enabled',
        Engine: 'engine',
        EngineMode: 'engine_mode',
        EngineVersion: 'engine_version',
        GlobalClusterIdentifier: 'global_cluster_identifier',
        KmsKeyId: 'kms_key_id',
        ManageMasterUserPassword: 'manage_master_user_password',
        MasterUserPassword: first('master_password', 'master_password_wo'),
        MasterUserSecret: { KmsKeyId: 'master_user_secret_kms_key_id' },
        MasterUsername: 'master_username',
        MonitoringRoleArn: 'monitoring_role_arn',
        Port: 'port',
        ReplicationSourceIdentifier: 'replication_source_identifier',
        SnapshotIdentifier: 'snapshot_identifier',
        SourceDBClusterIdentifier: 'restore_to_point_in_time.source_cluster_identifier',
        StorageEncrypted: 'storage_encrypted',
        VpcSecurityGroupIds: 'vpc_security_group_ids',
        Tags: tags,
      },
      {
        attributes: {
          cluster_resource_id: 'DBClusterResourceId',
          endpoint: 'Endpoint.Address',
          reader_endpoint: 'ReadEndpoint.Address',
          'master_user_secret.secret_arn': 'MasterUserSecret.SecretArn',
        },
        onDestroy: { snapshotUnless: 'skip_final_snapshot' },
      },
    ),
    aws_rds_cluster_role_association: configures('db_cluster_identifier', {
      AssociatedRoles: list({ FeatureName: 'feature_name', RoleArn: 'role_arn' }),
    }),
  },
});
