import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Redshift::ClusterSubnetGroup',
  from: {
    aws_redshift_subnet_group: makes(
      { Description: otherwise('description', 'Managed by Terraform'), SubnetIds: 'subnet_ids', Tags: tags },
      { name: 'name', attributes: { name: 'Ref' } },
    ),
  },
});
