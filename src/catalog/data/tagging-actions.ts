/**
 * The call that tags a resource, for types whose tags count in conditions on the calls by which they are used. Source: the
 * Service Authorization Reference, the keys that the actions of each service list.
 */
export const taggingActions: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'ec2:CreateTags',
  'AWS::ECR::Repository': 'ecr:TagResource',
  'AWS::EFS::FileSystem': 'elasticfilesystem:TagResource',
  'AWS::IAM::Role': 'iam:TagRole',
  'AWS::IAM::User': 'iam:TagUser',
  'AWS::Kinesis::Stream': 'kinesis:AddTagsToStream',
  'AWS::SNS::Topic': 'sns:TagResource',
  'AWS::SQS::Queue': 'sqs:TagQueue',
  'AWS::SSM::Parameter': 'ssm:AddTagsToResource',
  'AWS::SecretsManager::Secret': 'secretsmanager:TagResource',
};
