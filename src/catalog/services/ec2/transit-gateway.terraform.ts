import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGateway',
  from: {
    aws_ec2_transit_gateway: makes(
      {
        Description: 'description',
        AutoAcceptSharedAttachments: otherwise('auto_accept_shared_attachments', 'disable'),
        DefaultRouteTableAssociation: otherwise('default_route_table_association', 'enable'),
        DefaultRouteTablePropagation: otherwise('default_route_table_propagation', 'enable'),
        Tags: tags,
      },
      {
        attributes: {
          association_default_route_table_id: 'AssociationDefaultRouteTableId',
          propagation_default_route_table_id: 'PropagationDefaultRouteTableId',
        },
      },
    ),
  },
});
