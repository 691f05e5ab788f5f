import { defineTerraform } from '../../../model/terraform.ts';
import { makes, pairs, tags } from '../../terraform-rules.ts';

const image = 'source_configuration.image_repository';
const repository = 'source_configuration.code_repository';
const values = `${repository}.code_configuration.code_configuration_values`;

export default defineTerraform({
  type: 'AWS::AppRunner::Service',
  from: {
    aws_apprunner_service: makes(
      {
        ServiceName: 'service_name',
        EncryptionConfiguration: { KmsKey: 'encryption_configuration.kms_key' },
        InstanceConfiguration: { InstanceRoleArn: 'instance_configuration.instance_role_arn' },
        NetworkConfiguration: {
          IngressConfiguration: {
            IsPubliclyAccessible: 'network_configuration.ingress_configuration.is_publicly_accessible',
          },
          EgressConfiguration: {
            EgressType: 'network_configuration.egress_configuration.egress_type',
            VpcConnectorArn: 'network_configuration.egress_configuration.vpc_connector_arn',
          },
        },
        SourceConfiguration: {
          AuthenticationConfiguration: {
            AccessRoleArn: 'source_configuration.authentication_configuration.access_role_arn',
            ConnectionArn: 'source_configuration.authentication_configuration.connection_arn',
          },
          CodeRepository: {
            RepositoryUrl: `${repository}.repository_url`,
            CodeConfiguration: {
              ConfigurationSource: `${repository}.code_configuration.configuration_source`,
              CodeConfigurationValues: {
                Runtime: `${values}.runtime`,
                RuntimeEnvironmentVariables: pairs(`${values}.runtime_environment_variables`, 'Name'),
                RuntimeEnvironmentSecrets: pairs(`${values}.runtime_environment_secrets`, 'Name'),
              },
            },
          },
          ImageRepository: {
            ImageIdentifier: `${image}.image_identifier`,
            ImageRepositoryType: `${image}.image_repository_type`,
            ImageConfiguration: {
              RuntimeEnvironmentVariables: pairs(`${image}.image_configuration.runtime_environment_variables`, 'Name'),
              RuntimeEnvironmentSecrets: pairs(`${image}.image_configuration.runtime_environment_secrets`, 'Name'),
            },
          },
        },
        Tags: tags,
      },
      { attributes: { service_id: 'ServiceId', service_url: 'ServiceUrl' } },
    ),
  },
});
