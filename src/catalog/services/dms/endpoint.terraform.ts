import {
  defineTerraform,
  type TerraformMembers,
  type TerraformRule,
  type TerraformStep,
} from '../../../model/terraform.ts';
import { always, first, makes, otherwise, tags, when, without } from '../../terraform-rules.ts';

/** The provider puts the secret and the role for it among the settings of the engine. */
function secret(...engines: readonly string[]): TerraformMembers {
  return {
    SecretsManagerAccessRoleArn: forEngines('secrets_manager_access_role_arn', engines),
    SecretsManagerSecretId: forEngines('secrets_manager_arn', engines),
  };
}

function forEngines(rule: TerraformRule, engines: readonly string[]): TerraformStep {
  return first(...engines.map((engine) => when('engine_name', rule, engine)));
}

const connection: TerraformMembers = {
  EndpointIdentifier: 'endpoint_id',
  EndpointType: 'endpoint_type',
  CertificateArn: 'certificate_arn',
  KmsKeyId: 'kms_key_arn',
  // https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html
  SslMode: otherwise('ssl_mode', 'none'),
  Tags: tags,
};

const attributes = { id: 'EndpointIdentifier', endpoint_arn: 'Arn' };
const neverStated =
  'The provider has no settings for this engine; what it states of the server stands in the endpoint.';

export default defineTerraform({
  type: 'AWS::DMS::Endpoint',
  inexpressible: { GcpMySQLSettings: neverStated, NeptuneSettings: neverStated },
  from: {
    aws_dms_endpoint: makes(
      {
        ...connection,
        DatabaseName: 'database_name',
        EngineName: 'engine_name',
        ExtraConnectionAttributes: 'extra_connection_attributes',
        Password: 'password',
        Port: without('port', 0),
        ServerName: 'server_name',
        Username: 'username',
        DocDbSettings: secret('docdb'),
        DynamoDbSettings: { ServiceAccessRoleArn: forEngines('service_access_role', ['dynamodb']) },
        ElasticsearchSettings: {
          EndpointUri: 'elasticsearch_settings.endpoint_uri',
          ServiceAccessRoleArn: 'elasticsearch_settings.service_access_role_arn',
        },
        IbmDb2Settings: secret('db2', 'db2-zos'),
        KafkaSettings: {
          Broker: 'kafka_settings.broker',
          SaslPassword: 'kafka_settings.sasl_password',
          SaslUserName: 'kafka_settings.sasl_username',
          SecurityProtocol: 'kafka_settings.security_protocol',
          SslClientKeyPassword: 'kafka_settings.ssl_client_key_password',
        },
        KinesisSettings: {
          ServiceAccessRoleArn: 'kinesis_settings.service_access_role_arn',
          StreamArn: 'kinesis_settings.stream_arn',
        },
        MicrosoftSqlServerSettings: secret('sqlserver', 'babelfish'),
        MongoDbSettings: { AuthType: 'mongodb_settings.auth_type', ...secret('mongodb') },
        MySqlSettings: secret('mysql', 'mariadb', 'aurora', 'aurora-serverless'),
        OracleSettings: secret('oracle'),
        PostgreSqlSettings: secret('postgres', 'aurora-postgresql', 'aurora-postgresql-serverless'),
        RedisSettings: {
          AuthPassword: 'redis_settings.auth_password',
          AuthType: 'redis_settings.auth_type',
          ServerName: 'redis_settings.server_name',
          SslSecurityProtocol: 'redis_settings.ssl_security_protocol',
        },
        RedshiftSettings: {
          BucketName: 'redshift_settings.bucket_name',
          ServiceAccessRoleArn: 'redshift_settings.service_access_role_arn',
          ...secret('redshift'),
        },
        S3Settings: {
          BucketName: 's3_settings.bucket_name',
          ServiceAccessRoleArn: 's3_settings.service_access_role_arn',
        },
        SybaseSettings: secret('sybase'),
      },
      { attributes },
    ),
    aws_dms_s3_endpoint: makes(
      {
        ...connection,
        EngineName: always('s3'),
        S3Settings: { BucketName: 'bucket_name', ServiceAccessRoleArn: 'service_access_role_arn' },
      },
      { attributes },
    ),
  },
});
