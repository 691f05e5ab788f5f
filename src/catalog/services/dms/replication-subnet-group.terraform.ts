import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DMS::ReplicationSubnetGroup',
  from: {
    aws_dms_replication_subnet_group: makes(
      {
        ReplicationSubnetGroupIdentifier: 'replication_subnet_group_id',
        ReplicationSubnetGroupDescription: 'replication_subnet_group_description',
        SubnetIds: 'subnet_ids',
        Tags: tags,
      },
      { attributes: { replication_subnet_group_arn: 'Arn' } },
    ),
  },
});
