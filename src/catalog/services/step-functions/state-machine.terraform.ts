import { defineTerraform } from '../../../model/terraform.ts';
import { document, list, makes, named, tags } from '../../terraform-rules.ts';

const elsewhere = 'The provider takes the definition itself, which stands under Definition.';

export default defineTerraform({
  type: 'AWS::StepFunctions::StateMachine',
  inexpressible: {
    DefinitionS3Location: elsewhere,
    DefinitionString: elsewhere,
    DefinitionSubstitutions: elsewhere,
  },
  from: {
    aws_sfn_state_machine: makes(
      {
        StateMachineName: named('name'),
        Definition: document('definition'),
        EncryptionConfiguration: {
          KmsDataKeyReusePeriodSeconds: 'encryption_configuration.kms_data_key_reuse_period_seconds',
          KmsKeyId: 'encryption_configuration.kms_key_id',
          Type: 'encryption_configuration.type',
        },
        LoggingConfiguration: {
          Destinations: list({
            CloudWatchLogsLogGroup: { LogGroupArn: 'logging_configuration.log_destination' },
          }),
          IncludeExecutionData: 'logging_configuration.include_execution_data',
          Level: 'logging_configuration.level',
        },
        RoleArn: 'role_arn',
        StateMachineType: 'type',
        TracingConfiguration: { Enabled: 'tracing_configuration.enabled' },
        Tags: tags,
      },
      { attributes: { id: 'Arn' } },
    ),
  },
});
