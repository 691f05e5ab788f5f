import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Neptune::DBInstance',
  from: {
    aws_neptune_cluster_instance: makes(
      {
        DBInstanceIdentifier: named('identifier'),
        AutoMinorVersionUpgrade: 'auto_minor_version_upgrade',
        AvailabilityZone: 'availability_zone',
        DBClusterIdentifier: 'cluster_identifier',
        DBInstanceClass: 'instance_class',
        DBParameterGroupName: 'neptune_parameter_group_name',
        DBSubnetGroupName: 'neptune_subnet_group_name',
        PubliclyAccessible: 'publicly_accessible',
        Tags: tags,
      },
      { attributes: { address: 'Endpoint' } },
    ),
  },
});
