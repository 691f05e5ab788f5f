/** Types known in depth that the AWS provider for Terraform has no resource for, each with the reason. */
export const withoutTerraform: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::CustomResource': 'A template runs it; Terraform has data sources and provisioners instead.',
  'AWS::CloudFormation::WaitConditionHandle': 'It makes a stack wait; Terraform waits by itself.',
  'AWS::DynamoDB::GlobalTable':
    'The provider makes a table with replicas, which is translated as a table: AWS::DynamoDB::Table.',
  'AWS::EC2::SubnetCidrBlock': 'A subnet of the provider has its IPv6 block in itself.',
  'AWS::EC2::TransitGatewayAttachment':
    'The provider makes the other of two types for the same, AWS::EC2::TransitGatewayVpcAttachment.',
  'AWS::IAM::Policy':
    'An inline policy of several identities; the provider has one resource for each: AWS::IAM::RolePolicy, UserPolicy, GroupPolicy.',
  'AWS::IAM::UserToGroupAddition': 'Memberships of the provider say of each user which groups it is in.',
  'AWS::Lex::BotAlias': 'The provider has bots of version 2 without aliases.',
  'AWS::SecretsManager::SecretTargetAttachment':
    'It writes the address of a database into a secret; in Terraform the configuration writes the whole secret.',
};
