/** An attack that the public tool Stratus Red Team carries out, with the calls that make it. */
export interface Detonation {
  /** Id in the tool: `stratus detonate <id>`. */
  readonly id: string;
  readonly title: string;
  /** IAM actions any of which a step must use for the test to say something of it. */
  readonly actions: readonly string[];
  /** ATT&CK technique that it carries out, where that alone says enough. */
  readonly technique?: string;
  /** Only where the system has one of these. */
  readonly types?: readonly string[];
}

/** From the list of the tool, https://stratus-red-team.cloud/attack-techniques/AWS/; titles are ours. */
export const detonations: readonly Detonation[] = [
  {
    id: 'aws.credential-access.ec2-get-password-data',
    title: 'Ask for Windows passwords of instances',
    actions: ['ec2:GetPasswordData'],
  },
  {
    id: 'aws.credential-access.ec2-steal-instance-credentials',
    title: 'Use the credentials of an instance from elsewhere',
    actions: [],
    technique: 'T1552.005',
    types: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::LaunchTemplate'],
  },
  {
    id: 'aws.credential-access.secretsmanager-batch-retrieve-secrets',
    title: 'Read many secrets in batches',
    actions: ['secretsmanager:BatchGetSecretValue'],
  },
  {
    id: 'aws.credential-access.secretsmanager-retrieve-secrets',
    title: 'Read many secrets one by one',
    actions: ['secretsmanager:GetSecretValue'],
  },
  {
    id: 'aws.credential-access.ssm-retrieve-securestring-parameters',
    title: 'Read and decrypt parameters',
    actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
  },
  {
    id: 'aws.defense-evasion.cloudtrail-delete',
    title: 'Delete a trail',
    actions: ['cloudtrail:DeleteTrail'],
  },
  {
    id: 'aws.defense-evasion.cloudtrail-event-selectors',
    title: 'Make a trail record nothing by its selectors',
    actions: ['cloudtrail:PutEventSelectors'],
  },
  {
    id: 'aws.defense-evasion.cloudtrail-lifecycle-rule',
    title: 'Let the log files of a trail expire',
    actions: ['s3:PutLifecycleConfiguration'],
  },
  { id: 'aws.defense-evasion.cloudtrail-stop', title: 'Stop a trail', actions: ['cloudtrail:StopLogging'] },
  {
    id: 'aws.defense-evasion.dns-delete-logs',
    title: 'Delete the log of DNS queries',
    actions: ['route53resolver:DeleteResolverQueryLogConfig'],
  },
  {
    id: 'aws.defense-evasion.organizations-leave',
    title: 'Try to leave the organization',
    actions: ['organizations:LeaveOrganization'],
  },
  {
    id: 'aws.defense-evasion.vpc-remove-flow-logs',
    title: 'Remove flow logs',
    actions: ['ec2:DeleteFlowLogs'],
  },
  {
    id: 'aws.discovery.ec2-enumerate-from-instance',
    title: 'Look around with the role of an instance',
    actions: [],
    technique: 'T1580',
  },
  {
    id: 'aws.discovery.ec2-download-user-data',
    title: 'Read the user data of instances',
    actions: ['ec2:DescribeInstanceAttribute'],
  },
  {
    id: 'aws.discovery.ses-enumerate',
    title: 'Look whether mail can be sent',
    actions: ['ses:ListIdentities', 'ses:GetAccount'],
    technique: 'T1496.004',
    types: ['AWS::SES::EmailIdentity'],
  },
  {
    id: 'aws.execution.ec2-launch-unusual-instances',
    title: 'Start instances of an unusual type',
    actions: ['ec2:RunInstances'],
  },
  {
    id: 'aws.execution.ec2-user-data',
    title: 'Run commands by the user data of an instance',
    actions: ['ec2:ModifyInstanceAttribute'],
  },
  {
    id: 'aws.execution.sagemaker-update-lifecycle-config',
    title: 'Run commands by the lifecycle configuration of a notebook',
    actions: ['sagemaker:UpdateNotebookInstance'],
  },
  {
    id: 'aws.execution.ssm-send-command',
    title: 'Send commands to several instances',
    actions: ['ssm:SendCommand'],
  },
  {
    id: 'aws.execution.ssm-start-session',
    title: 'Open sessions on several instances',
    actions: ['ssm:StartSession'],
  },
  {
    id: 'aws.exfiltration.ec2-security-group-open-port-22-ingress',
    title: 'Open port 22 of a security group',
    actions: ['ec2:AuthorizeSecurityGroupIngress'],
  },
  { id: 'aws.exfiltration.ec2-share-ami', title: 'Share a machine image', actions: ['ec2:ModifyImageAttribute'] },
  {
    id: 'aws.exfiltration.ec2-share-ebs-snapshot',
    title: 'Share a snapshot of a volume',
    actions: ['ec2:ModifySnapshotAttribute'],
  },
  {
    id: 'aws.exfiltration.rds-share-snapshot',
    title: 'Share a snapshot of a database',
    actions: ['rds:ModifyDBSnapshotAttribute'],
  },
  {
    id: 'aws.exfiltration.s3-backdoor-bucket-policy',
    title: 'Let a stranger in by a bucket policy',
    actions: ['s3:PutBucketPolicy'],
  },
  { id: 'aws.impact.bedrock-invoke-model', title: 'Run a model at our cost', actions: ['bedrock:InvokeModel'] },
  { id: 'aws.impact.ec2-deregister-ami', title: 'Remove a machine image', actions: ['ec2:DeregisterImage'] },
  {
    id: 'aws.impact.s3-ransomware-batch-deletion',
    title: 'Delete the objects of a bucket in batches',
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  },
  {
    id: 'aws.impact.s3-ransomware-client-side-encryption',
    title: 'Encrypt the objects of a bucket with a foreign key',
    actions: ['s3:PutObject'],
  },
  {
    id: 'aws.impact.s3-ransomware-individual-deletion',
    title: 'Delete the objects of a bucket one by one',
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  },
  {
    id: 'aws.initial-access.console-login-without-mfa',
    title: 'Sign in to the console without a second factor',
    actions: [],
    technique: 'T1078.004',
    types: ['AWS::IAM::User'],
  },
  {
    id: 'aws.lateral-movement.ec2-serial-console-send-ssh-public-key',
    title: 'Push a key to the serial console',
    actions: ['ec2-instance-connect:SendSerialConsoleSSHPublicKey'],
  },
  {
    id: 'aws.lateral-movement.ec2-instance-connect',
    title: 'Push keys to several instances',
    actions: ['ec2-instance-connect:SendSSHPublicKey'],
  },
  {
    id: 'aws.persistence.iam-backdoor-role',
    title: 'Let a stranger assume a role',
    actions: ['iam:UpdateAssumeRolePolicy'],
  },
  {
    id: 'aws.persistence.iam-backdoor-user',
    title: 'Make another access key for a user',
    actions: ['iam:CreateAccessKey'],
  },
  {
    id: 'aws.persistence.iam-create-admin-user',
    title: 'Make a user with all rights',
    actions: ['iam:CreateUser', 'iam:AttachUserPolicy'],
  },
  {
    id: 'aws.persistence.iam-create-backdoor-role',
    title: 'Make a role that a stranger may assume',
    actions: ['iam:CreateRole', 'iam:AttachRolePolicy'],
  },
  {
    id: 'aws.persistence.iam-create-user-login-profile',
    title: 'Give a user a console password',
    actions: ['iam:CreateLoginProfile'],
  },
  {
    id: 'aws.persistence.lambda-backdoor-function',
    title: 'Let a stranger call a function',
    actions: ['lambda:AddPermission'],
  },
  {
    id: 'aws.persistence.lambda-layer-extension',
    title: 'Add an extension to a function',
    actions: ['lambda:UpdateFunctionConfiguration'],
  },
  {
    id: 'aws.persistence.lambda-overwrite-code',
    title: 'Replace the code of a function',
    actions: ['lambda:UpdateFunctionCode'],
  },
  {
    id: 'aws.persistence.rolesanywhere-create-trust-anchor',
    title: 'Trust certificates of a stranger',
    actions: ['rolesanywhere:CreateTrustAnchor'],
  },
  {
    id: 'aws.persistence.sts-federation-token',
    title: 'Make credentials that outlive the key',
    actions: ['sts:GetFederationToken'],
  },
  {
    id: 'aws.privilege-escalation.iam-update-user-login-profile',
    title: 'Change the password of another user',
    actions: ['iam:UpdateLoginProfile'],
  },
];
