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
      PluginsS3ObjectVersion: 'plugins_s3_object_version',
      PluginsS3Path: 'plugins_s3_path',
      RequirementsS3ObjectVersion: 'requirements_s3_object_version',
      RequirementsS3Path: 'requirements_s3_path',
      SourceBucketArn: 'source_bucket_arn',
      StartupScriptS3ObjectVersion: 'startup_script_s3_object_version',
      StartupScriptS3Path: 'startup_script_s3_path',
      WebserverAccessMode: 'webserver_access_mode',
      Tags: tagMap,
    }),
  },
});
