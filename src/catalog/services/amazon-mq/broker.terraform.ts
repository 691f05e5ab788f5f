import { defineTerraform } from '../../../model/terraform.ts';
import { boolean, each, makes, otherwise, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::AmazonMQ::Broker',
  from: {
    aws_mq_broker: makes({
      BrokerName: 'broker_name',
      AutoMinorVersionUpgrade: otherwise('auto_minor_version_upgrade', false),
      DeploymentMode: 'deployment_mode',
      EncryptionOptions: {
        KmsKeyId: 'encryption_options.kms_key_id',
        UseAwsOwnedKey: 'encryption_options.use_aws_owned_key',
      },
      EngineType: 'engine_type',
      EngineVersion: 'engine_version',
      Logs: { Audit: boolean('logs.audit'), General: 'logs.general' },
      PubliclyAccessible: 'publicly_accessible',
      SecurityGroups: 'security_groups',
      SubnetIds: 'subnet_ids',
      Users: each('user', { Password: 'password', Username: 'username' }),
      Tags: tagMap,
    }),
  },
});
