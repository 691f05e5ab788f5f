import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::KMS::Alias',
  from: {
    aws_kms_alias: makes(
      { AliasName: named('name'), TargetKeyId: 'target_key_id' },
      { attributes: { target_key_arn: 'TargetKeyArn' } },
    ),
  },
});
