import { defineTerraform } from '../../../model/terraform.ts';
import { configures, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGatewayVpcAttachment',
  from: {
    aws_ec2_transit_gateway_vpc_attachment: makes({
      SubnetIds: 'subnet_ids',
      TransitGatewayId: 'transit_gateway_id',
      VpcId: 'vpc_id',
      Tags: tags,
    }),
    // The other account says yes; what is attached was said by the first.
    aws_ec2_transit_gateway_vpc_attachment_accepter: configures('transit_gateway_attachment_id', {}),
  },
});
