import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { each, makes, tagMap } from '../../terraform-rules.ts';

const lifecycle: TerraformMembers = {
  DeleteAfterDays: 'lifecycle.delete_after',
  MoveToColdStorageAfterDays: 'lifecycle.cold_storage_after',
};

export default defineTerraform({
  type: 'AWS::Backup::BackupPlan',
  from: {
    aws_backup_plan: makes({
      BackupPlan: {
        BackupPlanName: 'name',
        BackupPlanRule: each('rule', {
          RuleName: 'rule_name',
          TargetBackupVault: 'target_vault_name',
          ScheduleExpression: 'schedule',
          EnableContinuousBackup: 'enable_continuous_backup',
          Lifecycle: lifecycle,
          CopyActions: each('copy_action', {
            DestinationBackupVaultArn: 'destination_vault_arn',
            Lifecycle: lifecycle,
          }),
        }),
      },
      BackupPlanTags: tagMap,
    }),
  },
});
