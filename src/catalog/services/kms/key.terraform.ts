import { defineTerraform } from '../../../model/terraform.ts';
import { always, configures, document, makes, otherwise, tags } from '../../terraform-rules.ts';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key */
export default defineTerraform({
  type: 'AWS::KMS::Key',
  from: {
    aws_kms_key: makes(
      {
        BypassPolicyLockoutSafetyCheck: 'bypass_policy_lockout_safety_check',
        Description: 'description',
        Enabled: otherwise('is_enabled', true),
        EnableKeyRotation: otherwise('enable_key_rotation', false),
        KeyPolicy: document('policy'),
        KeySpec: 'customer_master_key_spec',
        KeyUsage: 'key_usage',
        MultiRegion: 'multi_region',
        PendingWindowInDays: otherwise('deletion_window_in_days', 30),
        RotationPeriodInDays: 'rotation_period_in_days',
        Tags: tags,
      },
      { attributes: { key_id: 'KeyId' } },
    ),
    // Material that the customer imports; the material itself is no part of CloudFormation.
    aws_kms_external_key: makes({
      Description: 'description',
      Enabled: otherwise('enabled', true),
      EnableKeyRotation: always(false),
      KeyPolicy: document('policy'),
      MultiRegion: 'multi_region',
      Origin: always('EXTERNAL'),
      PendingWindowInDays: otherwise('deletion_window_in_days', 30),
      Tags: tags,
    }),
    aws_kms_key_policy: configures('key_id', { KeyPolicy: document('policy') }),
  },
});
