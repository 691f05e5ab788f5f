/**
 * Actions that give rights or credentials to their user or to others: access level "Permissions management" of the Service
 * Authorization Reference, and those that hand out credentials.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const powerfulActions: readonly string[] = [
  'ecr:SetRepositoryPolicy',
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:PassRole',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAccessKey',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'lambda:AddPermission',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutObjectAcl',
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutResourcePolicy',
  'sns:AddPermission',
  'sqs:AddPermission',
  'sts:AssumeRole',
];
