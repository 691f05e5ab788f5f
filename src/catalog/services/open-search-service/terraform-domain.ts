import type { TerraformMembers, TerraformRule } from '../../../model/terraform.ts';
import { block, document, each, indexed, otherwise } from '../../terraform-rules.ts';

/** Fine-grained access control. */
export const advancedSecurity: TerraformMembers = {
  Enabled: 'advanced_security_options.enabled',
  InternalUserDatabaseEnabled: 'advanced_security_options.internal_user_database_enabled',
  MasterUserOptions: {
    MasterUserARN: 'advanced_security_options.master_user_options.master_user_arn',
    MasterUserName: 'advanced_security_options.master_user_options.master_user_name',
    MasterUserPassword: 'advanced_security_options.master_user_options.master_user_password',
  },
};

/** What both kinds of domain say alike; their clusters and versions have names of their own. */
export const domainProperties: TerraformMembers = {
  AccessPolicies: document('access_policies'),
  CognitoOptions: {
    Enabled: 'cognito_options.enabled',
    IdentityPoolId: 'cognito_options.identity_pool_id',
    RoleArn: 'cognito_options.role_arn',
    UserPoolId: 'cognito_options.user_pool_id',
  },
  // A block without `enforce_https` means true; without the block AWS's own default holds.
  DomainEndpointOptions: block('domain_endpoint_options', {
    CustomEndpoint: 'custom_endpoint',
    CustomEndpointCertificateArn: 'custom_endpoint_certificate_arn',
    CustomEndpointEnabled: 'custom_endpoint_enabled',
    EnforceHTTPS: otherwise('enforce_https', true),
    TLSSecurityPolicy: 'tls_security_policy',
  }),
  DomainName: 'domain_name',
  EBSOptions: { EBSEnabled: 'ebs_options.ebs_enabled', VolumeSize: 'ebs_options.volume_size' },
  EncryptionAtRestOptions: { Enabled: 'encrypt_at_rest.enabled', KmsKeyId: 'encrypt_at_rest.kms_key_id' },
  LogPublishingOptions: logs(),
  NodeToNodeEncryptionOptions: { Enabled: 'node_to_node_encryption.enabled' },
  VPCOptions: block('vpc_options', { SecurityGroupIds: 'security_group_ids', SubnetIds: 'subnet_ids' }),
};

/** The cluster's configuration, without what only newer domains have. */
export const clusterConfiguration: TerraformMembers = {
  DedicatedMasterCount: 'cluster_config.dedicated_master_count',
  DedicatedMasterEnabled: 'cluster_config.dedicated_master_enabled',
  DedicatedMasterType: 'cluster_config.dedicated_master_type',
  InstanceCount: 'cluster_config.instance_count',
  InstanceType: 'cluster_config.instance_type',
  ZoneAwarenessEnabled: 'cluster_config.zone_awareness_enabled',
};

/** Blocks that name their log, as a map by that name. */
function logs(): TerraformRule {
  const options = { CloudWatchLogsLogGroupArn: 'cloudwatch_log_group_arn', Enabled: otherwise('enabled', true) };
  return indexed(each('log_publishing_options', { Key: 'log_type', Value: options }), 'Key', 'Value');
}
