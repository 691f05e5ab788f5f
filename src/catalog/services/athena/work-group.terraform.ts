import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Athena::WorkGroup',
  from: {
    aws_athena_workgroup: makes({
      Name: 'name',
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: 'configuration.enforce_workgroup_configuration',
        ExecutionRole: 'configuration.execution_role',
        ResultConfiguration: {
          EncryptionConfiguration: block('configuration.result_configuration.encryption_configuration', {
            EncryptionOption: 'encryption_option',
            KmsKey: 'kms_key_arn',
          }),
          OutputLocation: 'configuration.result_configuration.output_location',
        },
      },
      Tags: tags,
    }),
  },
});
