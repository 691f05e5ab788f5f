/** A label that is not taken as it stands, with the reason that a reader can check. */
export interface Adjudication {
  readonly corpus: string;
  readonly check: string;
  /** A text that the names of its templates contain; absent: all of the check. */
  readonly in?: string;
  /** Logical id; absent: whichever. */
  readonly address?: string;
  /** Which of its labels: those of failing or of passing resources. */
  readonly label: 'fail' | 'pass';
  readonly because: string;
  /** The page of AWS that says so, or the place in the template itself. */
  readonly page: string;
}

const page = (path: string) => `https://docs.aws.amazon.com/${path}`;

const noCache = {
  because: 'The stage has no cache (CacheClusterEnabled), so that nothing is stored that could be encrypted.',
  page: page('apigateway/latest/developerguide/api-gateway-caching.html'),
};
const sseQueue = {
  because: 'SQS encrypts new queues with its own key unless that is switched off.',
  page: page('AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html'),
};
const customResource = {
  because: 'The resource is made by a function of the CDK; what it does CloudFormation does not tell.',
  page: page('AWSCloudFormation/latest/UserGuide/template-custom-resources.html'),
};

const every = (
  corpus: string,
  label: Adjudication['label'],
  checks: readonly string[],
  why: Pick<Adjudication, 'because' | 'page' | 'in' | 'address'>,
): readonly Adjudication[] => checks.map((check) => ({ corpus, check, label, ...why }));

/** Labels that are wrong, or that what AWS does contradicts. They are counted by themselves. */
export const adjudications: readonly Adjudication[] = [
  ...every('trivy', 'fail', ['AWS-0088'], {
    because: 'S3 encrypts every new object since January 2023.',
    page: page('AmazonS3/latest/userguide/default-encryption-faq.html'),
  }),
  ...every('trivy', 'fail', ['AWS-0006'], {
    because: 'Results lie in S3, which encrypts every new object.',
    page: page('athena/latest/ug/encrypting-query-results-stored-in-s3.html'),
  }),
  ...every('trivy', 'fail', ['AWS-0096'], sseQueue),
  ...every('checkov', 'fail', ['CKV_AWS_27'], sseQueue),
  ...every('trivy', 'fail', ['AWS-0121'], {
    because: 'DynamoDB encrypts every table, with a key of its own unless told otherwise.',
    page: page('amazondynamodb/latest/developerguide/EncryptionAtRest.html'),
  }),
  ...every('trivy', 'fail', ['AWS-0110'], noCache),
  ...every('cdk-nag', 'fail', ['APIGWCacheEnabledAndEncrypted'], noCache),
  ...every('trivy', 'fail', ['AWS-0102'], {
    because: 'The entry names no range of addresses, which CloudFormation refuses: it opens nothing.',
    page: page('AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html'),
  }),
  ...every('trivy', 'fail', ['AWS-0057'], {
    because: 'The PolicyDocument of the template is empty: the statements stand outside of the resource.',
    page: 'the template itself',
  }),
  ...every('trivy', 'pass', ['AWS-0015'], {
    because: 'The property is called KMSKeyId; KmsKeyId, which the template has, does not exist.',
    page: page('AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html'),
  }),
  ...every('trivy', 'pass', ['AWS-0013'], {
    because:
      'Without a certificate of its own a distribution has the policy TLSv1, whatever MinimumProtocolVersion says.',
    page: page(
      'AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html#DownloadDistValues-security-policy',
    ),
  }),
  ...every('trivy', 'pass', ['AWS-0114'], {
    because:
      'The managed policy AWSLambdaExecute, which is attached, lets it read and replace objects of every bucket.',
    page: page('aws-managed-policy/latest/reference/AWSLambdaExecute.html'),
  }),
  ...every('checkov', 'fail', ['CKV_AWS_96'], {
    because: 'Aurora encrypts new clusters from February 2026 on unless it is told not to.',
    page: page('AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'),
  }),
  ...every('checkov', 'fail', ['CKV_AWS_82'], {
    because: 'Settings of a workgroup hold for all clients unless EnforceWorkGroupConfiguration is false.',
    page: page('athena/latest/ug/workgroups-settings-override.html'),
  }),
  ...every('checkov', 'fail', ['CKV_AWS_64'], {
    because: 'New clusters are encrypted by default since January 2025.',
    page: page('redshift/latest/mgmt/behavior-changes.html'),
  }),
  ...every('checkov', 'fail', ['CKV_AWS_87'], {
    because: 'New clusters are not public by default since January 2025.',
    page: page('redshift/latest/mgmt/behavior-changes.html'),
  }),
  ...every('checkov', 'fail', ['CloudfrontOriginNotHTTPSOnly'], {
    because: 'Viewers are sent to HTTPS, so that match-viewer asks the origin over HTTPS alone.',
    page: page(
      'AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginProtocolPolicy',
    ),
  }),
  ...every('checkov', 'fail', ['LambdaOpenCorsPolicy'], {
    because: 'The URL names its function by FunctionName, which is no property of the type: it belongs to none.',
    page: page('AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html'),
  }),
  ...every('checkov', 'pass', ['CKV_AWS_88'], {
    because: 'Without a subnet an instance starts in a default subnet, which gives it a public address.',
    page: page('AWSEC2/latest/UserGuide/using-instance-addressing.html'),
  }),
  ...every('checkov', 'pass', ['CKV_AWS_17'], {
    because: 'Without PubliclyAccessible an instance in the default VPC is public.',
    page: page('AmazonRDS/latest/APIReference/API_CreateDBInstance.html'),
  }),
  ...every('checkov', 'pass', ['CKV_AWS_2'], {
    because: 'The listener answers plain HTTP unless UseHttps is "true".',
    page: 'the template itself',
    in: 'TCP.yaml',
  }),
  ...every('checkov', 'pass', ['CKV_AWS_155', 'CKV_AWS_156'], {
    because: 'The other volume of the desktop is not encrypted.',
    page: 'the template itself',
  }),
  ...every('checkov', 'pass', ['CKV_AWS_363'], {
    because: 'Support of nodejs18.x ended on 1 September 2025.',
    page: page('lambda/latest/dg/lambda-runtimes.html'),
  }),
  ...every('cdk-nag', 'pass', ['LambdaLatestVersion'], {
    because: 'dotnetcore3.1, go1.x and provided are deprecated.',
    page: page('lambda/latest/dg/lambda-runtimes.html'),
  }),
  ...every('cdk-nag', 'fail', ['S3WebBucketOAIAccess'], {
    because: 'A website behind Block Public Access, which is on by default, answers nobody but whom a policy names.',
    page: page('AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html'),
  }),
  ...every('cdk-nag', 'fail', ['EKSClusterControlPlaneLogs', 'EKSClusterNoEndpointPublicAccess'], {
    ...customResource,
    address: 'rCustomEKSA8CA90AF',
  }),
  ...every('cdk-nag', 'fail', ['OpenSearchNoUnsignedOrAnonymousAccess'], {
    ...customResource,
    address: 'Domain66AC69E0',
  }),
  ...every('cdk-nag', 'fail', ['OpenSearchNoUnsignedOrAnonymousAccess'], {
    because: 'The statement names no action, which the service refuses: it lets nobody in.',
    page: page('IAM/latest/UserGuide/reference_policies_elements_action.html'),
    address: 'Domain',
  }),
  ...every('cdk-nag', 'fail', ['RDSInBackupPlan'], {
    because: 'RDS keeps automated backups by itself, for a day unless told otherwise.',
    page: page('AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html'),
  }),
  ...every('cdk-nag', 'fail', ['CloudFrontDistributionAccessLogging'], {
    because: 'Streaming distributions (RTMP) ended on 31 December 2020.',
    page: page('AmazonCloudFront/latest/DeveloperGuide/WhatsNew.html'),
    address: 'StreamingDistribution',
  }),
  ...every('cdk-nag', 'fail', ['CloudFrontDistributionS3OriginAccessControl'], {
    because: 'An origin access identity signs requests as well; it is older, not open.',
    page: page('AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html'),
    address: 'Distribution830FAC52',
  }),
  ...every('cdk-nag', 'fail', ['CodeBuildProjectSourceRepoUrl'], {
    because: 'The project has no source repository at all (NO_SOURCE), and no credentials stand in it.',
    page: page('AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-source.html'),
  }),
  ...every('cdk-nag', 'fail', ['CognitoUserPoolStrongPasswordPolicy'], {
    because: 'Without a policy Cognito asks for eight characters of all four kinds.',
    page: page('cognito/latest/developerguide/managing-users-passwords.html'),
    in: 'Noncompliance 1',
  }),
  ...every('cdk-nag', 'fail', ['DocumentDBClusterLogExports'], {
    because: 'DocumentDB exports logs called audit and profiler; those that the check names do not exist.',
    page: page('documentdb/latest/developerguide/event-auditing.html'),
  }),
  ...every('cdk-nag', 'pass', ['DocumentDBClusterLogExports'], {
    because: 'The export that the template names does not exist, so that nothing is exported.',
    page: page('documentdb/latest/developerguide/event-auditing.html'),
  }),
  ...every('cdk-nag', 'fail', ['KinesisDataAnalyticsFlinkCheckpointing'], {
    because: 'Checkpoints are on unless a configuration of one’s own switches them off.',
    page: page('managed-flink/latest/java/how-fault.html'),
    in: 'Noncompliance 1',
  }),
  ...every('cdk-nag', 'fail', ['KinesisDataAnalyticsFlinkCheckpointing'], {
    because: 'Checkpoints are on unless a configuration of one’s own switches them off.',
    page: page('managed-flink/latest/java/how-fault.html'),
    in: 'undefined',
  }),
  ...every('cdk-nag', 'pass', ['ECSTaskDefinitionUserForHostMode'], {
    because: 'The check takes a privileged container for good.',
    page: page('AmazonECS/latest/developerguide/security-tasks-containers.html'),
  }),
  ...every('cdk-nag', 'pass', ['LambdaStarPermissions'], {
    because: 'The check looks at roles of functions alone; the role of the template is an administrator all the same.',
    page: 'the template itself',
    in: 'Compliance',
  }),
  ...every('cdk-nag', 'pass', ['EC2InstanceNoPublicIp'], {
    because: 'Without a subnet an instance starts in a default subnet, which gives it a public address.',
    page: page('AWSEC2/latest/UserGuide/using-instance-addressing.html'),
  }),
  ...every('cdk-nag', 'pass', ['CloudFrontDistributionWAFIntegration', 'APIGWAssociatedWithWAF'], {
    because: 'The web ACL of the template has no rule that stops anything.',
    page: page('waf/latest/developerguide/web-acl-rule-actions.html'),
  }),
  ...every('cdk-nag', 'pass', ['CognitoUserPoolPlusTier'], {
    because: 'The tier alone stops no sign-in: threat protection has to be switched on.',
    page: page('cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html'),
  }),
  ...every('cdk-nag', 'pass', ['AuroraMySQLLogging'], {
    because: 'The check looks at MySQL alone; the PostgreSQL cluster beside it writes no log.',
    page: 'the template itself',
    in: 'Compliance',
  }),
  ...every('cdk-nag', 'pass', ['RedshiftClusterUserActivityLogging'], {
    because: 'The parameter does nothing without audit logging, which the cluster does not have.',
    page: page('redshift/latest/mgmt/db-auditing.html'),
  }),
  ...every('cdk-nag', 'pass', ['EMRLocalDiskEncryption', 'EMREncryptionInTransit'], {
    because: 'The configuration lacks EncryptionConfiguration, in which EMR looks for its settings.',
    page: page('emr/latest/ManagementGuide/emr-create-security-configuration.html'),
  }),
  ...every('cdk-nag', 'pass', ['WAFv2LoggingEnabled'], {
    because: 'The logging configuration names no destination, which WAF refuses.',
    page: page('waf/latest/APIReference/API_LoggingConfiguration.html'),
  }),
  ...every('cdk-nag', 'pass', ['GlueEncryptedCloudWatchLogs', 'GlueJobBookmarkEncrypted'], {
    because: 'The configuration encrypts logs or bookmarks and leaves the other unencrypted.',
    page: page('glue/latest/dg/encryption-security-configuration.html'),
  }),
  ...every('cdk-nag', 'fail', ['RedshiftClusterEncryptionAtRest'], {
    because: 'New clusters are encrypted by default since January 2025.',
    page: page('redshift/latest/mgmt/behavior-changes.html'),
  }),
  ...every('cdk-nag', 'fail', ['RedshiftRequireTlsSSL'], {
    because: 'The default parameter group demands TLS since January 2025.',
    page: page('redshift/latest/mgmt/behavior-changes.html'),
    in: 'Noncompliance 1',
  }),
  ...every('cdk-nag', 'fail', ['ECROpenAccess'], {
    because: 'A star within an ARN is no principal: the service refuses the policy.',
    page: page('IAM/latest/UserGuide/reference_policies_elements_principal.html'),
    address: 'rRepo250A1E91',
  }),
  ...every('cdk-nag', 'fail', ['IAMNoWildcardPermissions'], {
    because: 'All objects of one bucket are one resource of the task, not a wildcard over resources.',
    page: page('AmazonS3/latest/userguide/security_iam_service-with-iam.html'),
    address: 'Role1ABCC5F0',
  }),
  ...every('cdk-nag', 'fail', ['ELBCrossZoneLoadBalancingEnabled'], {
    because: 'Cross-zone balancing is on; the load balancer has one zone, in which there is nothing to balance.',
    page: page('elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'),
    address: 'rCfnElb',
  }),
  ...every('cdk-nag', 'fail', ['ELBCrossZoneLoadBalancingEnabled'], {
    because: 'Cross-zone balancing is on; the load balancer has one zone, in which there is nothing to balance.',
    page: page('elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'),
    address: 'ELB',
  }),
  ...every('cdk-nag', 'fail', ['LambdaConcurrency'], {
    because: 'A reserved concurrency of 0 keeps the function from running at all.',
    page: page('lambda/latest/dg/configuration-concurrency.html'),
    address: 'Function',
    in: 'Noncompliance 2',
  }),
  ...every('cdk-nag', 'fail', ['NeptuneClusterAutomaticMinorVersionUpgrade'], {
    because: 'Minor versions are installed by default.',
    page: page('neptune/latest/userguide/api-instances.html'),
    in: 'Noncompliance 1',
  }),
  ...every('checkov', 'fail', ['CKV_AWS_123'], {
    because: 'Connections have to be accepted unless AcceptanceRequired is false.',
    page: page('AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpointservice.html'),
    address: 'FailDefault',
  }),
  ...every('trivy', 'pass', ['AWS-0027'], {
    because: 'A volume with a key and without Encrypted: true is refused; it is not encrypted.',
    page: page('AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html'),
  }),
];
