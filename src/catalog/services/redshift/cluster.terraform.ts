import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { configures, document, first, makes, otherwise, tags, when } from '../../terraform-rules.ts';

const logging = (path: string): TerraformMembers => ({
  BucketName: `${path}bucket_name`,
  LogDestinationType: `${path}log_destination_type`,
  LogExports: `${path}log_exports`,
  S3KeyPrefix: `${path}s3_key_prefix`,
});

/**
 * Up to version 5 the provider asks for clusters that are public and not encrypted unless it is told otherwise, where AWS
 * would make them private and encrypted.
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/redshift_cluster
 */
export default defineTerraform({
  type: 'AWS::Redshift::Cluster',
  from: {
    aws_redshift_cluster: makes(
      {
        ClusterIdentifier: 'cluster_identifier',
        AllowVersionUpgrade: 'allow_version_upgrade',
        AutomatedSnapshotRetentionPeriod: 'automated_snapshot_retention_period',
        AvailabilityZone: 'availability_zone',
        ClusterParameterGroupName: 'cluster_parameter_group_name',
        ClusterSubnetGroupName: 'cluster_subnet_group_name',
        ClusterType: 'cluster_type',
        DBName: 'database_name',
        ElasticIp: 'elastic_ip',
        Encrypted: otherwise('encrypted', false),
        EnhancedVpcRouting: 'enhanced_vpc_routing',
        IamRoles: 'iam_roles',
        KmsKeyId: 'kms_key_id',
        LoggingProperties: when('logging.enable', logging('logging.'), true),
        ManageMasterPassword: 'manage_master_password',
        MasterUserPassword: first('master_password', 'master_password_wo'),
        MasterUsername: 'master_username',
        MultiAZ: 'multi_az',
        NodeType: 'node_type',
        NumberOfNodes: 'number_of_nodes',
        Port: 'port',
        PubliclyAccessible: otherwise('publicly_accessible', true),
        SnapshotIdentifier: 'snapshot_identifier',
        VpcSecurityGroupIds: 'vpc_security_group_ids',
        Tags: tags,
      },
      {
        attributes: {
          dns_name: 'Endpoint.Address',
          cluster_namespace_arn: 'ClusterNamespaceArn',
          master_password_secret_arn: 'MasterPasswordSecretArn',
        },
        onDestroy: { snapshotUnless: 'skip_final_snapshot' },
      },
    ),
    aws_redshift_cluster_iam_roles: configures('cluster_identifier', { IamRoles: 'iam_role_arns' }),
    aws_redshift_resource_policy: configures('resource_arn', { NamespaceResourcePolicy: document('policy') }),
    aws_redshift_logging: configures('cluster_identifier', { LoggingProperties: logging('') }),
  },
});
