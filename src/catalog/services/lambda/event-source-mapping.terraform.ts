import { defineTerraform } from '../../../model/terraform.ts';
import { block, each, makes, split } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::EventSourceMapping',
  from: {
    aws_lambda_event_source_mapping: makes({
      DestinationConfig: { OnFailure: { Destination: 'destination_config.on_failure.destination_arn' } },
      Enabled: 'enabled',
      EventSourceArn: 'event_source_arn',
      FunctionName: 'function_name',
      KmsKeyArn: 'kms_key_arn',
      Queues: 'queues',
      SelfManagedEventSource: block('self_managed_event_source', {
        Endpoints: { KafkaBootstrapServers: split('endpoints.KAFKA_BOOTSTRAP_SERVERS', ',') },
      }),
      SourceAccessConfigurations: each('source_access_configuration', { Type: 'type', URI: 'uri' }),
      Topics: 'topics',
    }),
  },
});
