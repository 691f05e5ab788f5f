import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

/**
 * The provider asks for what is not stated as false, where AWS alone would make the instance public and keep it up to date.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/dms/replication_instance.go
 */
export default defineTerraform({
  type: 'AWS::DMS::ReplicationInstance',
  from: {
    aws_dms_replication_instance: makes(
      {
        ReplicationInstanceIdentifier: 'replication_instance_id',
        ReplicationInstanceClass: 'replication_instance_class',
        AutoMinorVersionUpgrade: otherwise('auto_minor_version_upgrade', false),
        EngineVersion: 'engine_version',
        KmsKeyId: 'kms_key_arn',
        MultiAZ: otherwise('multi_az', false),
        PubliclyAccessible: otherwise('publicly_accessible', false),
        ReplicationSubnetGroupIdentifier: 'replication_subnet_group_id',
        VpcSecurityGroupIds: 'vpc_security_group_ids',
        Tags: tags,
      },
      { attributes: { id: 'ReplicationInstanceIdentifier', replication_instance_arn: 'Arn' } },
    ),
  },
});
