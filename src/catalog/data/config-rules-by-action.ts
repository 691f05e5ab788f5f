/** A managed rule of AWS Config that a call makes fail. */
export interface FailingRule {
  readonly actions: readonly string[];
  /** Identifiers, any of which is enough. */
  readonly rules: readonly string[];
  /** It fails whatever the call writes; else only when what it writes is public, wide or foreign. */
  readonly always?: true;
}

/** By the call that changes what the rule looks at. https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html */
export const failingRules: readonly FailingRule[] = [
  {
    actions: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    rules: ['CLOUD_TRAIL_ENABLED', 'MULTI_REGION_CLOUD_TRAIL_ENABLED', 'CLOUDTRAIL_SECURITY_TRAIL_ENABLED'],
    always: true,
  },
  {
    actions: ['guardduty:DeleteDetector', 'guardduty:UpdateDetector'],
    rules: ['GUARDDUTY_ENABLED_CENTRALIZED'],
    always: true,
  },
  { actions: ['ec2:DeleteFlowLogs'], rules: ['VPC_FLOW_LOGS_ENABLED'], always: true },
  { actions: ['kms:ScheduleKeyDeletion'], rules: ['KMS_CMK_NOT_SCHEDULED_FOR_DELETION'], always: true },
  {
    actions: ['iam:PutUserPolicy', 'iam:AttachUserPolicy'],
    rules: ['IAM_USER_NO_POLICIES_CHECK'],
    always: true,
  },
  {
    actions: ['iam:PutUserPolicy', 'iam:PutRolePolicy', 'iam:PutGroupPolicy'],
    rules: ['IAM_NO_INLINE_POLICY_CHECK'],
    always: true,
  },
  {
    actions: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
    rules: ['IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS', 'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS'],
  },
  {
    actions: ['iam:AttachUserPolicy', 'iam:AttachRolePolicy', 'iam:AttachGroupPolicy'],
    rules: ['IAM_POLICY_BLACKLISTED_CHECK'],
  },
  { actions: ['iam:CreateUser', 'iam:RemoveUserFromGroup'], rules: ['IAM_USER_GROUP_MEMBERSHIP_CHECK'], always: true },
  { actions: ['iam:CreateLoginProfile'], rules: ['MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS', 'IAM_USER_MFA_ENABLED'] },
  {
    actions: ['s3:PutBucketPolicy', 's3:PutBucketAcl'],
    rules: [
      'S3_BUCKET_PUBLIC_READ_PROHIBITED',
      'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
      'S3_BUCKET_POLICY_GRANTEE_CHECK',
      'S3_BUCKET_BLACKLISTED_ACTIONS_PROHIBITED',
    ],
  },
  { actions: ['s3:PutBucketPublicAccessBlock'], rules: ['S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED'], always: true },
  { actions: ['lambda:AddPermission'], rules: ['LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED'] },
  {
    actions: ['ec2:AuthorizeSecurityGroupIngress'],
    rules: ['INCOMING_SSH_DISABLED', 'RESTRICTED_INCOMING_TRAFFIC', 'VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS'],
  },
  {
    actions: ['rds:ModifyDBSnapshotAttribute', 'rds:ModifyDBClusterSnapshotAttribute'],
    rules: ['RDS_SNAPSHOTS_PUBLIC_PROHIBITED'],
  },
  { actions: ['rds:ModifyDBInstance'], rules: ['RDS_INSTANCE_PUBLIC_ACCESS_CHECK'] },
  { actions: ['redshift:ModifyCluster'], rules: ['REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK'] },
];
