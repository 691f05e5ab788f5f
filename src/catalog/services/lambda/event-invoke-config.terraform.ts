import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::EventInvokeConfig',
  from: {
    aws_lambda_function_event_invoke_config: makes({
      FunctionName: 'function_name',
      DestinationConfig: {
        OnFailure: block('destination_config.on_failure', { Destination: 'destination' }),
        OnSuccess: block('destination_config.on_success', { Destination: 'destination' }),
      },
      Qualifier: 'qualifier',
    }),
  },
});
