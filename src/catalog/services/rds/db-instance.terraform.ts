import { defineTerraform, type TerraformRule } from '../../../model/terraform.ts';
import { always, configures, first, list, makes, named, otherwise, tags, unless } from '../../terraform-rules.ts';

/** What holds unless the instance is made from a snapshot or from the backups of another. */
function unlessRestored(rule: TerraformRule): TerraformRule {
  return unless('snapshot_identifier', unless('restore_to_point_in_time', rule));
}

const ofClusters = 'The provider makes no instance from a cluster; members of clusters are resources of their own.';

/**
 * Where the provider's defaults are not CloudFormation's they are stated here: instances are private, and have no backups
 * unless a number of days is given. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
 */
export default defineTerraform({
  type: 'AWS::RDS::DBInstance',
  inexpressible: {
    DBClusterSnapshotIdentifier: ofClusters,
    SourceDBClusterIdentifier: ofClusters,
    TdeCredentialPassword: 'The provider has no argument for it.',
  },
  from: {
    aws_db_instance: makes(
      {
        DBInstanceIdentifier: named('identifier'),
        AllocatedStorage: 'allocated_storage',
        AutoMinorVersionUpgrade: 'auto_minor_version_upgrade',
        AvailabilityZone: 'availability_zone',
        BackupRetentionPeriod: first('backup_retention_period', unlessRestored(always(0))),
        CACertificateIdentifier: 'ca_cert_identifier',
        DBInstanceClass: 'instance_class',
        DBName: 'db_name',
        DBParameterGroupName: 'parameter_group_name',
        DBSnapshotIdentifier: 'snapshot_identifier',
        DBSubnetGroupName: 'db_subnet_group_name',
        DeletionProtection: 'deletion_protection',
        EnableCloudwatchLogsExports: 'enabled_cloudwatch_logs_exports',
        EnableIAMDatabaseAuthentication: 'iam_database_authentication_enabled',
        EnablePerformanceInsights: 'performance_insights_enabled',
        Engine: 'engine',
        EngineVersion: 'engine_version',
        KmsKeyId: 'kms_key_id',
        ManageMasterUserPassword: 'manage_master_user_password',
        MasterUserPassword: first('password', 'password_wo'),
        MasterUserSecret: { KmsKeyId: 'master_user_secret_kms_key_id' },
        MasterUsername: 'username',
        MonitoringRoleArn: 'monitoring_role_arn',
        MultiAZ: 'multi_az',
        OptionGroupName: 'option_group_name',
        Port: 'port',
        PubliclyAccessible: otherwise('publicly_accessible', false),
        SourceDBInstanceAutomatedBackupsArn: 'restore_to_point_in_time.source_db_instance_automated_backups_arn',
        SourceDBInstanceIdentifier: first(
          'replicate_source_db',
          'restore_to_point_in_time.source_db_instance_identifier',
        ),
        // A replica is encrypted as its source is.
        StorageEncrypted: first('storage_encrypted', unlessRestored(unless('replicate_source_db', always(false)))),
        StorageType: 'storage_type',
        VPCSecurityGroups: 'vpc_security_group_ids',
        Tags: tags,
      },
      {
        attributes: {
          // Since version 5 of the provider.
          id: 'DbiResourceId',
          resource_id: 'DbiResourceId',
          address: 'Endpoint.Address',
          hosted_zone_id: 'Endpoint.HostedZoneId',
          'master_user_secret.secret_arn': 'MasterUserSecret.SecretArn',
        },
        onDestroy: { snapshotUnless: 'skip_final_snapshot' },
      },
    ),
    aws_rds_cluster_instance: makes(
      {
        DBInstanceIdentifier: named('identifier'),
        AutoMinorVersionUpgrade: 'auto_minor_version_upgrade',
        AvailabilityZone: 'availability_zone',
        CACertificateIdentifier: 'ca_cert_identifier',
        DBClusterIdentifier: 'cluster_identifier',
        DBInstanceClass: 'instance_class',
        DBParameterGroupName: 'db_parameter_group_name',
        DBSubnetGroupName: 'db_subnet_group_name',
        EnablePerformanceInsights: 'performance_insights_enabled',
        Engine: 'engine',
        EngineVersion: 'engine_version',
        MonitoringRoleArn: 'monitoring_role_arn',
        PromotionTier: 'promotion_tier',
        PubliclyAccessible: otherwise('publicly_accessible', false),
        Tags: tags,
      },
      { attributes: { dbi_resource_id: 'DbiResourceId', endpoint: 'Endpoint.Address', port: 'Endpoint.Port' } },
    ),
    aws_db_instance_role_association: configures('db_instance_identifier', {
      AssociatedRoles: list({ FeatureName: 'feature_name', RoleArn: 'role_arn' }),
    }),
  },
});
