/** Types known in depth that the AWS provider for Terraform has no resource for, each with the reason. */
export const withoutTerraform: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::CustomResource': 'A call that CloudFormation makes while it deploys a template.',
  'AWS::CloudFormation::WaitConditionHandle': 'A signal for CloudFormation while it deploys a template.',
  'AWS::EC2::SubnetCidrBlock': 'A subnet of the provider has its IPv6 block in itself.',
  'AWS::EC2::TransitGatewayAttachment':
    'CloudFormation has two types for the same; what the provider makes is the other, AWS::EC2::TransitGatewayVpcAttachment.',
};
