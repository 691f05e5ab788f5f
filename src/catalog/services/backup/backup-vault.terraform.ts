import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Backup::BackupVault',
  from: {
    aws_backup_vault: makes({ BackupVaultName: 'name', EncryptionKeyArn: 'kms_key_arn', BackupVaultTags: tagMap }),
    aws_backup_vault_policy: configures('backup_vault_name', { AccessPolicy: document('policy') }),
    aws_backup_vault_lock_configuration: configures('backup_vault_name', {
      LockConfiguration: {
        ChangeableForDays: 'changeable_for_days',
        MaxRetentionDays: 'max_retention_days',
        MinRetentionDays: 'min_retention_days',
      },
    }),
    aws_backup_vault_notifications: configures('backup_vault_name', {
      Notifications: { BackupVaultEvents: 'backup_vault_events', SNSTopicArn: 'sns_topic_arn' },
    }),
  },
});
