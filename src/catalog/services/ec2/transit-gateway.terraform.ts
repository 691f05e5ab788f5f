import { defineTerraform } from '../../../model/terraform.ts';
import { configures, makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGateway',
  from: {
    aws_ec2_transit_gateway: makes(
      {
        Description: 'description',
        AutoAcceptSharedAttachments: otherwise('auto_accept_shared_attachments', 'disable'),
        DefaultRouteTableAssociation: otherwise('default_route_table_association', 'enable'),
        DefaultRouteTablePropagation: otherwise('default_route_table_propagation', 'enable'),
        SecurityGroupReferencingSupport: otherwise('security_group_referencing_support', 'disable'),
        Tags: tags,
      },
      {
        attributes: {
          association_default_route_table_id: 'AssociationDefaultRouteTableId',
          propagation_default_route_table_id: 'PropagationDefaultRouteTableId',
        },
      },
    ),
    // They put another table in the place of the default one.
    aws_ec2_transit_gateway_default_route_table_association: configures('transit_gateway_id', {
      AssociationDefaultRouteTableId: 'transit_gateway_route_table_id',
    }),
    aws_ec2_transit_gateway_default_route_table_propagation: configures('transit_gateway_id', {
      PropagationDefaultRouteTableId: 'transit_gateway_route_table_id',
    }),
  },
});
