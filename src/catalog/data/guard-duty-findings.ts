/** A part of GuardDuty that is switched on by itself; `foundation` comes with every detector. */
export type GuardDutyFeature =
  | 'foundation'
  | 'S3_DATA_EVENTS'
  | 'EKS_AUDIT_LOGS'
  | 'EBS_MALWARE_PROTECTION'
  | 'RDS_LOGIN_EVENTS'
  | 'LAMBDA_NETWORK_LOGS'
  | 'RUNTIME_MONITORING';

/** Findings of one kind, and what makes GuardDuty raise them. All that is given must hold. */
export interface FindingFamily {
  readonly types: readonly string[];
  readonly feature: GuardDutyFeature;
  /** IAM actions any of which it looks at. */
  readonly actions?: readonly string[];
  readonly techniques?: readonly string[];
  /** CloudFormation types on which it is raised. */
  readonly on?: readonly string[];
  /** Raised whenever it happens, not only when it is unusual or comes from a known bad address. */
  readonly always?: true;
}

/**
 * Types of findings by what raises them. Sources: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-active.html
 * and the pages of its kinds, which name the calls that a finding of unusual behaviour is about.
 */
export const guardDutyFindings: readonly FindingFamily[] = [
  {
    types: ['Stealth:IAMUser/CloudTrailLoggingDisabled'],
    feature: 'foundation',
    actions: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    always: true,
  },
  {
    types: ['Stealth:S3/ServerAccessLoggingDisabled'],
    feature: 'foundation',
    actions: ['s3:PutBucketLogging'],
    always: true,
  },
  {
    types: ['DefenseEvasion:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['cloudtrail:StopLogging', 'ec2:DeleteFlowLogs', 'cloudwatch:DisableAlarmActions'],
  },
  {
    types: ['CredentialAccess:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['ec2:GetPasswordData', 'secretsmanager:GetSecretValue', 'secretsmanager:BatchGetSecretValue'],
  },
  {
    types: ['Exfiltration:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['s3:PutReplicationConfiguration', 'ec2:CreateSnapshot', 'rds:RestoreDBInstanceFromDBSnapshot'],
  },
  {
    types: ['Impact:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['ec2:DeleteSecurityGroup', 'iam:UpdateUser', 's3:PutBucketPolicy'],
  },
  {
    types: ['InitialAccess:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['sts:GetFederationToken', 'ssm:StartSession'],
  },
  {
    types: ['Persistence:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['iam:CreateAccessKey', 'ec2:ImportKeyPair', 'ec2:ModifyInstanceAttribute'],
  },
  {
    types: ['PrivilegeEscalation:IAMUser/AnomalousBehavior'],
    feature: 'foundation',
    actions: ['ec2:AssociateIamInstanceProfile', 'iam:AddUserToGroup', 'iam:PutUserPolicy'],
  },
  {
    types: ['UnauthorizedAccess:IAMUser/MaliciousIPCaller', 'UnauthorizedAccess:IAMUser/TorIPCaller'],
    feature: 'foundation',
    techniques: ['T1078', 'T1078.001', 'T1078.004', 'T1098.001', 'T1098.003', 'T1136.003'],
  },
  {
    types: ['UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B'],
    feature: 'foundation',
    techniques: ['T1078.004', 'T1021.008'],
  },
  {
    types: [
      'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
      'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS',
    ],
    feature: 'foundation',
    techniques: ['T1552.005'],
    on: [
      'AWS::EC2::Instance',
      'AWS::EC2::LaunchTemplate',
      'AWS::AutoScaling::AutoScalingGroup',
      'AWS::AutoScaling::LaunchConfiguration',
    ],
  },
  {
    types: ['UnauthorizedAccess:EC2/SSHBruteForce', 'UnauthorizedAccess:EC2/RDPBruteForce'],
    feature: 'foundation',
    techniques: ['T1110', 'T1110.001', 'T1110.003', 'T1110.004'],
    on: ['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::LaunchTemplate'],
  },
  {
    types: ['Recon:EC2/PortProbeUnprotectedPort', 'Recon:EC2/Portscan'],
    feature: 'foundation',
    techniques: ['T1046'],
  },
  {
    types: ['Trojan:EC2/DNSDataExfiltration', 'Behavior:EC2/TrafficVolumeUnusual'],
    feature: 'foundation',
    techniques: ['T1048', 'T1567'],
  },
  {
    types: ['CryptoCurrency:EC2/BitcoinTool.B', 'CryptoCurrency:EC2/BitcoinTool.B!DNS'],
    feature: 'foundation',
    techniques: ['T1496', 'T1496.001'],
  },
  {
    types: ['Backdoor:EC2/DenialOfService.Tcp', 'Backdoor:EC2/DenialOfService.Udp'],
    feature: 'foundation',
    techniques: ['T1498', 'T1498.001', 'T1498.002'],
    on: ['AWS::EC2::Instance'],
  },
  {
    types: ['Policy:S3/BucketAnonymousAccessGranted', 'Policy:S3/BucketPublicAccessGranted'],
    feature: 'foundation',
    actions: ['s3:PutBucketPolicy', 's3:PutBucketAcl'],
  },
  {
    types: ['Policy:S3/BucketBlockPublicAccessDisabled', 'Policy:S3/AccountBlockPublicAccessDisabled'],
    feature: 'foundation',
    actions: ['s3:PutBucketPublicAccessBlock', 's3:PutAccountPublicAccessBlock'],
    always: true,
  },
  {
    types: [
      'Exfiltration:S3/AnomalousBehavior',
      'Exfiltration:S3/MaliciousIPCaller',
      'UnauthorizedAccess:S3/TorIPCaller',
    ],
    feature: 'S3_DATA_EVENTS',
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
  },
  {
    types: ['Impact:S3/AnomalousBehavior.Delete', 'Impact:S3/AnomalousBehavior.Write', 'Impact:S3/MaliciousIPCaller'],
    feature: 'S3_DATA_EVENTS',
    actions: ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
  },
  {
    types: ['Discovery:S3/AnomalousBehavior', 'Discovery:S3/MaliciousIPCaller'],
    feature: 'S3_DATA_EVENTS',
    actions: ['s3:ListBucket', 's3:ListAllMyBuckets'],
  },
  {
    types: [
      'CredentialAccess:RDS/AnomalousBehavior.SuccessfulLogin',
      'CredentialAccess:RDS/MaliciousIPCaller.SuccessfulLogin',
    ],
    feature: 'RDS_LOGIN_EVENTS',
    techniques: ['T1213.006', 'T1552', 'T1110', 'T1110.001', 'T1078'],
    on: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  },
  {
    types: ['Execution:Kubernetes/ExecInKubeSystemPod', 'Execution:Kubernetes/AnomalousBehavior.WorkloadDeployed'],
    feature: 'EKS_AUDIT_LOGS',
    techniques: ['T1609', 'T1610'],
    on: ['AWS::EKS::Cluster', 'AWS::EKS::Nodegroup'],
  },
  {
    types: ['PrivilegeEscalation:Kubernetes/PrivilegedContainer', 'Persistence:Kubernetes/ContainerWithSensitiveMount'],
    feature: 'EKS_AUDIT_LOGS',
    techniques: ['T1611'],
    on: ['AWS::EKS::Cluster', 'AWS::EKS::Nodegroup'],
    always: true,
  },
  {
    types: ['PrivilegeEscalation:Runtime/DockerSocketAccessed', 'PrivilegeEscalation:Runtime/RuncContainerEscape'],
    feature: 'RUNTIME_MONITORING',
    techniques: ['T1611'],
    on: ['AWS::ECS::TaskDefinition', 'AWS::ECS::Service', 'AWS::EKS::Cluster', 'AWS::EC2::Instance'],
  },
  {
    types: ['Execution:Runtime/NewBinaryExecuted', 'Execution:Runtime/ReverseShell'],
    feature: 'RUNTIME_MONITORING',
    techniques: ['T1059', 'T1190', 'T1609', 'T1610', 'T1651'],
    on: ['AWS::ECS::TaskDefinition', 'AWS::ECS::Service', 'AWS::EKS::Cluster', 'AWS::EC2::Instance'],
  },
  {
    types: ['Execution:EC2/MaliciousFile'],
    feature: 'EBS_MALWARE_PROTECTION',
    techniques: ['T1486', 'T1059', 'T1204'],
    on: ['AWS::EC2::Instance'],
  },
  {
    types: ['Backdoor:Lambda/C&CActivity.B', 'UnauthorizedAccess:Lambda/MaliciousIPCaller.Custom'],
    feature: 'LAMBDA_NETWORK_LOGS',
    techniques: ['T1648', 'T1048', 'T1190', 'T1059'],
    on: ['AWS::Lambda::Function'],
  },
];

/**
 * Every feature but this is on in a new detector unless it is switched off.
 * https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
 */
export const offByDefault: ReadonlySet<GuardDutyFeature> = new Set(['RUNTIME_MONITORING']);

/** Where the older form of the settings switches a feature. */
export const dataSourceOf: Readonly<Partial<Record<GuardDutyFeature, string>>> = {
  S3_DATA_EVENTS: 'DataSources.S3Logs.Enable',
  EKS_AUDIT_LOGS: 'DataSources.Kubernetes.AuditLogs.Enable',
  EBS_MALWARE_PROTECTION: 'DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
};
