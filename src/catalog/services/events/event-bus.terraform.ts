import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Events::EventBus',
  inexpressible: {
    Policy: 'Policies are resources of their own in Terraform, and are statements of the bus here as well.',
  },
  from: {
    aws_cloudwatch_event_bus: makes({
      Name: 'name',
      DeadLetterConfig: { Arn: 'dead_letter_config.arn' },
      Description: 'description',
      EventSourceName: 'event_source_name',
      KmsKeyIdentifier: 'kms_key_identifier',
      // With version 6 of the provider.
      LogConfig: { IncludeDetail: 'log_config.include_detail', Level: 'log_config.level' },
      Tags: tags,
    }),
  },
});
