import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import {
  block,
  configures,
  document,
  each,
  first,
  list,
  makes,
  named,
  plainText,
  tags,
  words,
} from '../../terraform-rules.ts';

/** The bus that every account has is named by nobody else: rules on it have no bus in CloudFormation. */
const bus = words('event_bus_name', { default: '' });

const target: TerraformMembers = {
  Arn: 'arn',
  BatchParameters: {
    JobDefinition: 'batch_target.job_definition',
    JobName: 'batch_target.job_name',
  },
  DeadLetterConfig: { Arn: 'dead_letter_config.arn' },
  EcsParameters: {
    EnableExecuteCommand: 'ecs_target.enable_execute_command',
    LaunchType: 'ecs_target.launch_type',
    NetworkConfiguration: {
      AwsVpcConfiguration: block('ecs_target.network_configuration', {
        AssignPublicIp: words('assign_public_ip', { true: 'ENABLED', false: 'DISABLED' }),
        SecurityGroups: 'security_groups',
        Subnets: 'subnets',
      }),
    },
    TaskCount: 'ecs_target.task_count',
    TaskDefinitionArn: 'ecs_target.task_definition_arn',
  },
  HttpParameters: {
    HeaderParameters: 'http_target.header_parameters',
    PathParameterValues: 'http_target.path_parameter_values',
    QueryStringParameters: 'http_target.query_string_parameters',
  },
  Id: 'target_id',
  Input: plainText('input'),
  InputPath: 'input_path',
  InputTransformer: {
    InputPathsMap: 'input_transformer.input_paths',
    InputTemplate: plainText('input_transformer.input_template'),
  },
  KinesisParameters: { PartitionKeyPath: 'kinesis_target.partition_key_path' },
  RedshiftDataParameters: {
    Database: 'redshift_target.database',
    DbUser: 'redshift_target.db_user',
    SecretManagerArn: 'redshift_target.secrets_manager_arn',
    Sql: 'redshift_target.sql',
  },
  RoleArn: 'role_arn',
  RunCommandParameters: {
    RunCommandTargets: each('run_command_targets', { Key: 'key', Values: 'values' }),
  },
  SqsParameters: { MessageGroupId: 'sqs_target.message_group_id' },
};

export default defineTerraform({
  type: 'AWS::Events::Rule',
  from: {
    aws_cloudwatch_event_rule: makes({
      Name: named('name'),
      Description: 'description',
      EventBusName: bus,
      EventPattern: document('event_pattern'),
      RoleArn: 'role_arn',
      ScheduleExpression: 'schedule_expression',
      State: first('state', words('is_enabled', { true: 'ENABLED', false: 'DISABLED' })),
      Tags: tags,
    }),
    aws_cloudwatch_event_target: configures('rule', { Targets: list(target) }),
  },
});
