import { defineTerraform, type TerraformMembers, type TerraformRule } from '../../../model/terraform.ts';
import { always, block, each, first, makes, otherwise, tags, when } from '../../terraform-rules.ts';

const cloudWatchLogs: TerraformMembers = {
  Enabled: 'cloudwatch_logging_options.enabled',
  LogGroupName: 'cloudwatch_logging_options.log_group_name',
  LogStreamName: 'cloudwatch_logging_options.log_stream_name',
};

/** A bucket for records, or for those that failed. */
const bucket: TerraformMembers = {
  BucketARN: 'bucket_arn',
  CloudWatchLoggingOptions: cloudWatchLogs,
  CompressionFormat: 'compression_format',
  EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: 'kms_key_arn' } },
  Prefix: 'prefix',
  RoleARN: 'role_arn',
};

const processors: TerraformRule = each('processing_configuration.processors', {
  Parameters: each('parameters', { ParameterName: 'parameter_name', ParameterValue: 'parameter_value' }),
  Type: 'type',
});

/** What destinations say alike. */
const shared: TerraformMembers = {
  CloudWatchLoggingOptions: cloudWatchLogs,
  ProcessingConfiguration: { Enabled: 'processing_configuration.enabled', Processors: processors },
  RoleARN: 'role_arn',
};

/** The bucket of a destination that has one beside itself. */
const ownBucket = block('s3_configuration', bucket);

const inVpc: TerraformMembers = {
  RoleARN: 'vpc_config.role_arn',
  SecurityGroupIds: 'vpc_config.security_group_ids',
  SubnetIds: 'vpc_config.subnet_ids',
};

const search: TerraformMembers = {
  ...shared,
  ClusterEndpoint: 'cluster_endpoint',
  DomainARN: 'domain_arn',
  IndexName: 'index_name',
  S3Configuration: ownBucket,
  VpcConfiguration: inVpc,
};

const secret: TerraformMembers = {
  Enabled: 'secrets_manager_configuration.enabled',
  RoleARN: 'secrets_manager_configuration.role_arn',
  SecretARN: 'secrets_manager_configuration.secret_arn',
};

export default defineTerraform({
  type: 'AWS::KinesisFirehose::DeliveryStream',
  inexpressible: {
    S3DestinationConfiguration: 'The provider makes the extended form, which has all of it.',
  },
  from: {
    aws_kinesis_firehose_delivery_stream: makes(
      {
        DeliveryStreamName: 'name',
        DeliveryStreamType: first(
          when('kinesis_source_configuration', always('KinesisStreamAsSource')),
          when('msk_source_configuration', always('MSKAsSource')),
          always('DirectPut'),
        ),
        DeliveryStreamEncryptionConfigurationInput: when(
          'server_side_encryption.enabled',
          {
            KeyARN: 'server_side_encryption.key_arn',
            KeyType: otherwise('server_side_encryption.key_type', 'AWS_OWNED_CMK'),
          },
          true,
        ),
        KinesisStreamSourceConfiguration: {
          KinesisStreamARN: 'kinesis_source_configuration.kinesis_stream_arn',
          RoleARN: 'kinesis_source_configuration.role_arn',
        },
        MSKSourceConfiguration: {
          AuthenticationConfiguration: {
            Connectivity: 'msk_source_configuration.authentication_configuration.connectivity',
            RoleARN: 'msk_source_configuration.authentication_configuration.role_arn',
          },
          MSKClusterARN: 'msk_source_configuration.msk_cluster_arn',
          TopicName: 'msk_source_configuration.topic_name',
        },
        AmazonOpenSearchServerlessDestinationConfiguration: block('opensearchserverless_configuration', {
          ...shared,
          CollectionEndpoint: 'collection_endpoint',
          IndexName: 'index_name',
          S3Configuration: ownBucket,
          VpcConfiguration: inVpc,
        }),
        AmazonopensearchserviceDestinationConfiguration: block('opensearch_configuration', search),
        ElasticsearchDestinationConfiguration: block('elasticsearch_configuration', search),
        ExtendedS3DestinationConfiguration: block('extended_s3_configuration', {
          ...bucket,
          ProcessingConfiguration: { Enabled: 'processing_configuration.enabled', Processors: processors },
          S3BackupConfiguration: block('s3_backup_configuration', bucket),
          S3BackupMode: 's3_backup_mode',
        }),
        HttpEndpointDestinationConfiguration: block('http_endpoint_configuration', {
          ...shared,
          EndpointConfiguration: { AccessKey: 'access_key', Name: 'name', Url: 'url' },
          S3Configuration: ownBucket,
          SecretsManagerConfiguration: secret,
        }),
        IcebergDestinationConfiguration: block('iceberg_configuration', {
          ...shared,
          CatalogConfiguration: { CatalogArn: 'catalog_arn' },
          S3Configuration: ownBucket,
        }),
        RedshiftDestinationConfiguration: block('redshift_configuration', {
          ...shared,
          ClusterJDBCURL: 'cluster_jdbcurl',
          Password: 'password',
          S3BackupConfiguration: block('s3_backup_configuration', bucket),
          S3Configuration: ownBucket,
          SecretsManagerConfiguration: secret,
          Username: 'username',
        }),
        SnowflakeDestinationConfiguration: block('snowflake_configuration', {
          ...shared,
          AccountUrl: 'account_url',
          PrivateKey: 'private_key',
          S3Configuration: ownBucket,
          SecretsManagerConfiguration: secret,
          User: 'user',
        }),
        SplunkDestinationConfiguration: block('splunk_configuration', {
          CloudWatchLoggingOptions: cloudWatchLogs,
          HECEndpoint: 'hec_endpoint',
          HECToken: 'hec_token',
          ProcessingConfiguration: { Enabled: 'processing_configuration.enabled', Processors: processors },
          S3Configuration: ownBucket,
          SecretsManagerConfiguration: secret,
        }),
        Tags: tags,
      },
      { attributes: { id: 'Arn' } },
    ),
  },
});
