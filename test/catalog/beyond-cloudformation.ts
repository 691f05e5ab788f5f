/** What Terraform and accounts have and CloudFormation has not: properties are the parameters of the API. */
export const beyondCloudFormation: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
  'AWS::CloudFormation::Stack': ['RoleARN'],
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html
  'AWS::KMS::Grant': ['KeyId', 'GranteePrincipal', 'RetiringPrincipal', 'Operations', 'Constraints', 'IssuingAccount'],
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html
  'AWS::EC2::VPC': ['IsDefault'],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html
  'AWS::S3::AccountPublicAccessBlock': ['PublicAccessBlockConfiguration'],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
  'AWS::S3::Object': ['Bucket', 'Key', 'Body'],
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html
  'AWS::DynamoDB::Item': ['TableName', 'Item'],
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
  'AWS::SSM::Parameter': ['KeyId'],
};
