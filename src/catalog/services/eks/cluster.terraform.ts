import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EKS::Cluster',
  from: {
    aws_eks_cluster: makes(
      {
        Name: 'name',
        RoleArn: 'role_arn',
        Version: 'version',
        AccessConfig: {
          AuthenticationMode: 'access_config.authentication_mode',
          BootstrapClusterCreatorAdminPermissions: 'access_config.bootstrap_cluster_creator_admin_permissions',
        },
        // With version 6 of the provider.
        DeletionProtection: 'deletion_protection',
        EncryptionConfig: each('encryption_config', {
          Provider: { KeyArn: 'provider.key_arn' },
          Resources: 'resources',
        }),
        Logging: { ClusterLogging: { EnabledTypes: each('enabled_cluster_log_types', { Type: '' }) } },
        ResourcesVpcConfig: {
          EndpointPrivateAccess: 'vpc_config.endpoint_private_access',
          EndpointPublicAccess: 'vpc_config.endpoint_public_access',
          PublicAccessCidrs: 'vpc_config.public_access_cidrs',
          SecurityGroupIds: 'vpc_config.security_group_ids',
          SubnetIds: 'vpc_config.subnet_ids',
        },
        UpgradePolicy: { SupportType: 'upgrade_policy.support_type' },
        Tags: tags,
      },
      {
        attributes: {
          endpoint: 'Endpoint',
          'certificate_authority.data': 'CertificateAuthorityData',
          'identity.oidc.issuer': 'OpenIdConnectIssuerUrl',
          'vpc_config.cluster_security_group_id': 'ClusterSecurityGroupId',
        },
      },
    ),
  },
});
