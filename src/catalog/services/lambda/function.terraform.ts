import { defineTerraform } from '../../../model/terraform.ts';
import { block, code, each, makes, tags } from '../../terraform-rules.ts';

/** "-1 removes any concurrency limitations", which is the provider's default. */
const reserved = code(['reserved_concurrent_executions'], (view) => {
  const value = view.read('reserved_concurrent_executions');
  return value?.kind === 'literal' && Number(value.value) < 0 ? undefined : value;
});

export default defineTerraform({
  type: 'AWS::Lambda::Function',
  from: {
    aws_lambda_function: makes(
      {
        FunctionName: 'function_name',
        Architectures: 'architectures',
        // A file on the disk of whoever applies (`filename`) has no place in CloudFormation.
        Code: {
          S3Bucket: 's3_bucket',
          S3Key: 's3_key',
          S3ObjectVersion: 's3_object_version',
          ImageUri: 'image_uri',
        },
        CodeSigningConfigArn: 'code_signing_config_arn',
        DeadLetterConfig: { TargetArn: 'dead_letter_config.target_arn' },
        Description: 'description',
        Environment: block('environment', { Variables: 'variables' }),
        FileSystemConfigs: each('file_system_config', { Arn: 'arn', LocalMountPath: 'local_mount_path' }),
        Handler: 'handler',
        KmsKeyArn: 'kms_key_arn',
        Layers: 'layers',
        LoggingConfig: { LogFormat: 'logging_config.log_format', LogGroup: 'logging_config.log_group' },
        MemorySize: 'memory_size',
        PackageType: 'package_type',
        ReservedConcurrentExecutions: reserved,
        Role: 'role',
        Runtime: 'runtime',
        Tags: tags,
        Timeout: 'timeout',
        TracingConfig: { Mode: 'tracing_config.mode' },
        VpcConfig: { SubnetIds: 'vpc_config.subnet_ids', SecurityGroupIds: 'vpc_config.security_group_ids' },
      },
      { attributes: { invoke_arn: 'InvokeArn' } },
    ),
  },
});
