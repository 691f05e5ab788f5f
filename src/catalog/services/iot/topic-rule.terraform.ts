import { defineTerraform, type TerraformMembers, type TerraformRule } from '../../../model/terraform.ts';
import { block, each, list, makes, not, tags } from '../../terraform-rules.ts';

/** Kinds of action: the block, its name in CloudFormation, and what it says. */
const kinds: readonly (readonly [name: string, property: string, members: TerraformMembers])[] = [
  ['cloudwatch_alarm', 'CloudwatchAlarm', { AlarmName: 'alarm_name', RoleArn: 'role_arn', StateValue: 'state_value' }],
  ['cloudwatch_logs', 'CloudwatchLogs', { LogGroupName: 'log_group_name', RoleArn: 'role_arn' }],
  ['cloudwatch_metric', 'CloudwatchMetric', { MetricName: 'metric_name', RoleArn: 'role_arn' }],
  ['dynamodb', 'DynamoDB', { HashKeyField: 'hash_key_field', RoleArn: 'role_arn', TableName: 'table_name' }],
  ['dynamodbv2', 'DynamoDBv2', { PutItem: { TableName: 'put_item.table_name' }, RoleArn: 'role_arn' }],
  ['elasticsearch', 'Elasticsearch', { Endpoint: 'endpoint', Index: 'index', RoleArn: 'role_arn' }],
  ['firehose', 'Firehose', { DeliveryStreamName: 'delivery_stream_name', RoleArn: 'role_arn' }],
  ['http', 'Http', { ConfirmationUrl: 'confirmation_url', Url: 'url' }],
  ['iot_analytics', 'IotAnalytics', { ChannelName: 'channel_name', RoleArn: 'role_arn' }],
  ['iot_events', 'IotEvents', { InputName: 'input_name', RoleArn: 'role_arn' }],
  ['kafka', 'Kafka', { ClientProperties: 'client_properties', DestinationArn: 'destination_arn', Topic: 'topic' }],
  ['kinesis', 'Kinesis', { RoleArn: 'role_arn', StreamName: 'stream_name' }],
  ['lambda', 'Lambda', { FunctionArn: 'function_arn' }],
  ['republish', 'Republish', { RoleArn: 'role_arn', Topic: 'topic' }],
  ['s3', 'S3', { BucketName: 'bucket_name', Key: 'key', RoleArn: 'role_arn' }],
  ['sns', 'Sns', { RoleArn: 'role_arn', TargetArn: 'target_arn' }],
  ['sqs', 'Sqs', { QueueUrl: 'queue_url', RoleArn: 'role_arn' }],
  ['step_functions', 'StepFunctions', { RoleArn: 'role_arn', StateMachineName: 'state_machine_name' }],
  ['timestream', 'Timestream', { DatabaseName: 'database_name', RoleArn: 'role_arn', TableName: 'table_name' }],
];

/** Every block of an action is an action. */
const actions: TerraformRule = list(...kinds.map(([name, property, members]) => each(name, { [property]: members })));

/** What to do when an action fails is one block with one of the same. */
const errorAction: TerraformRule = block(
  'error_action',
  Object.fromEntries(kinds.map(([name, property, members]) => [property, block(name, members)])),
);

export default defineTerraform({
  type: 'AWS::IoT::TopicRule',
  from: {
    aws_iot_topic_rule: makes({
      RuleName: 'name',
      TopicRulePayload: {
        Actions: actions,
        AwsIotSqlVersion: 'sql_version',
        ErrorAction: errorAction,
        RuleDisabled: not('enabled'),
        Sql: 'sql',
      },
      Tags: tags,
    }),
  },
});
