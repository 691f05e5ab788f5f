import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Backup::BackupSelection',
  from: {
    aws_backup_selection: makes({
      BackupPlanId: 'plan_id',
      BackupSelection: {
        SelectionName: 'name',
        IamRoleArn: 'iam_role_arn',
        Resources: 'resources',
        NotResources: 'not_resources',
        ListOfTags: each('selection_tag', { ConditionType: 'type', ConditionKey: 'key', ConditionValue: 'value' }),
      },
    }),
  },
});
