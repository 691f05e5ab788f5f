import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tagMap } from '../../terraform-rules.ts';

const logs = (name: string) => ({
  Enabled: `logging_configuration.${name}.enabled`,
  LogLevel: `logging_configuration.${name}.log_level`,
});

export default defineTerraform({
  type: 'AWS::MWAA::Environment',
  from: {
    aws_mwaa_environment: makes({
      Name: 'name',
      AirflowConfigurationOptions: 'airflow_configuration_options',
      DagS3Path: 'dag_s3_path',
      ExecutionRoleArn: 'execution_role_arn',
      KmsKey: 'kms_key',
      LoggingConfiguration: {
        DagProcessingLogs: logs('dag_processing_logs'),
        SchedulerLogs: logs('scheduler_logs'),
        TaskLogs: logs('task_logs'),
        WebserverLogs: logs('webserver_logs'),
        WorkerLogs: logs('worker_logs'),
      },
      NetworkConfiguration: {
        SecurityGroupIds: 'network_configuration.security_group_ids',
        SubnetIds: 'network_configuration.subnet_ids',
      },
      SourceBucketArn: 'source_bucket_arn',
      WebserverAccessMode: 'webserver_access_mode',
      Tags: tagMap,
    }),
  },
});
