import { defineTerraform } from '../../../model/terraform.ts';
import { always, makes, tagMap, when } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::MSK::Cluster',
  from: {
    aws_msk_cluster: makes(
      {
        ClusterName: 'cluster_name',
        BrokerNodeGroupInfo: {
          ClientSubnets: 'broker_node_group_info.client_subnets',
          ConnectivityInfo: {
            PublicAccess: { Type: 'broker_node_group_info.connectivity_info.public_access.type' },
          },
          InstanceType: 'broker_node_group_info.instance_type',
          SecurityGroups: 'broker_node_group_info.security_groups',
        },
        ClientAuthentication: {
          Sasl: {
            Iam: { Enabled: 'client_authentication.sasl.iam' },
            Scram: { Enabled: 'client_authentication.sasl.scram' },
          },
          // The provider switches it on when it is told whose certificates count, and off when not.
          Tls: {
            CertificateAuthorityArnList: 'client_authentication.tls.certificate_authority_arns',
            Enabled: when('client_authentication.tls.certificate_authority_arns', always(true)),
          },
          Unauthenticated: { Enabled: 'client_authentication.unauthenticated' },
        },
        ConfigurationInfo: { Arn: 'configuration_info.arn', Revision: 'configuration_info.revision' },
        EncryptionInfo: {
          EncryptionAtRest: { DataVolumeKMSKeyId: 'encryption_info.encryption_at_rest_kms_key_arn' },
          EncryptionInTransit: {
            ClientBroker: 'encryption_info.encryption_in_transit.client_broker',
            InCluster: 'encryption_info.encryption_in_transit.in_cluster',
          },
        },
        KafkaVersion: 'kafka_version',
        LoggingInfo: {
          BrokerLogs: {
            CloudWatchLogs: {
              Enabled: 'logging_info.broker_logs.cloudwatch_logs.enabled',
              LogGroup: 'logging_info.broker_logs.cloudwatch_logs.log_group',
            },
            Firehose: {
              DeliveryStream: 'logging_info.broker_logs.firehose.delivery_stream',
              Enabled: 'logging_info.broker_logs.firehose.enabled',
            },
            S3: {
              Bucket: 'logging_info.broker_logs.s3.bucket',
              Enabled: 'logging_info.broker_logs.s3.enabled',
              Prefix: 'logging_info.broker_logs.s3.prefix',
            },
          },
        },
        NumberOfBrokerNodes: 'number_of_broker_nodes',
        Tags: tagMap,
      },
      { attributes: { arn: 'Ref' } },
    ),
  },
});
