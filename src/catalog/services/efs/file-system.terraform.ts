import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, each, list, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EFS::FileSystem',
  from: {
    aws_efs_file_system: makes({
      AvailabilityZoneName: 'availability_zone_name',
      Encrypted: 'encrypted',
      KmsKeyId: 'kms_key_id',
      PerformanceMode: 'performance_mode',
      ThroughputMode: 'throughput_mode',
      ProvisionedThroughputInMibps: 'provisioned_throughput_in_mibps',
      LifecyclePolicies: each('lifecycle_policy', {
        TransitionToArchive: 'transition_to_archive',
        TransitionToIA: 'transition_to_ia',
        TransitionToPrimaryStorageClass: 'transition_to_primary_storage_class',
      }),
      FileSystemProtection: { ReplicationOverwriteProtection: 'protection.replication_overwrite' },
      FileSystemTags: tags,
    }),
    aws_efs_file_system_policy: configures('file_system_id', {
      FileSystemPolicy: document('policy'),
      BypassPolicyLockoutSafetyCheck: 'bypass_policy_lockout_safety_check',
    }),
    aws_efs_backup_policy: configures('file_system_id', { BackupPolicy: { Status: 'backup_policy.status' } }),
    aws_efs_replication_configuration: configures('source_file_system_id', {
      ReplicationConfiguration: {
        Destinations: list({
          AvailabilityZoneName: 'destination.availability_zone_name',
          FileSystemId: 'destination.file_system_id',
          KmsKeyId: 'destination.kms_key_id',
          Region: 'destination.region',
        }),
      },
    }),
  },
});
