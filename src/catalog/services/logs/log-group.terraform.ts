import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, makes, named, tags } from '../../terraform-rules.ts';

const noArgument = 'The provider has no argument for it.';

export default defineTerraform({
  type: 'AWS::Logs::LogGroup',
  inexpressible: {
    BearerTokenAuthenticationEnabled: noArgument,
    DeletionProtectionEnabled: noArgument,
    ResourcePolicyDocument: 'Terraform has policies of the account only, as AWS::Logs::ResourcePolicy.',
  },
  from: {
    aws_cloudwatch_log_group: makes(
      {
        LogGroupName: named('name'),
        KmsKeyId: 'kms_key_id',
        LogGroupClass: 'log_group_class',
        RetentionInDays: 'retention_in_days',
        Tags: tags,
      },
      { onDestroy: { retainWhen: 'skip_destroy' } },
    ),
    aws_cloudwatch_log_data_protection_policy: configures('log_group_name', {
      DataProtectionPolicy: document('policy_document'),
    }),
  },
});
