const account = 'A setting of the whole account that no template of an application states.';
const alarms =
  'A metric filter for one kind of event in the log of a trail: the trail without anybody who looks at it is told.';
const runtime = 'What is so at run time; configuration does not show it.';
const tidy = 'Tidiness, cost or tags; nobody gains anything by it.';
const classic = 'AWS WAF Classic ended on 30 September 2025.';
const snapshots = 'Snapshots are made at run time; CloudFormation has no type for them.';
const place = 'Everything stands in a VPC since EC2-Classic was retired.';

const because = (ids: string, reason: string) => ids.split(' ').map((id) => [id, reason] as const);

/** Controls of Security Hub that no rule answers, by id, each with the reason. `gap`: a rule could, and there is none yet. */
export const unansweredControls: ReadonlyMap<string, string> = new Map([
  ...because('Account.1 Account.2 EC2.7 EMR.2 S3.1 Config.1 CloudTrail.3 Macie.1 GuardDuty.9 GuardDuty.10', account),
  ...because('IAM.4 IAM.6 IAM.9 IAM.10 IAM.11 IAM.12 IAM.13 IAM.14 IAM.15 IAM.16 IAM.17 IAM.18 IAM.20', account),
  ...because('CloudWatch.1 CloudWatch.2 CloudWatch.3 CloudWatch.4 CloudWatch.5 CloudWatch.6 CloudWatch.7', alarms),
  ...because('CloudWatch.8 CloudWatch.9 CloudWatch.10 CloudWatch.11 CloudWatch.12 CloudWatch.13 CloudWatch.14', alarms),
  ...because('ACM.1 EC2.4 EC2.20 IAM.8 IAM.19 IAM.22 IAM.26 KMS.3 SSM.1 SSM.2 SSM.3 OpenSearch.10', runtime),
  ...because('SecretsManager.2 SecretsManager.3', runtime),
  ...because('EC2.12 EC2.16 EC2.22 ECR.3 RDS.16 RDS.17 S3.10 S3.13 FSx.1 Neptune.8 CloudFormation.1 EC2.24', tidy),
  ...because(
    'AutoScaling.6 AutoScaling.9 ELB.7 EC2.17 APIGateway.3 ECS.12 ElasticBeanstalk.1 RDS.6 MSK.2 WAF.12',
    tidy,
  ),
  ...because('WAF.1 WAF.2 WAF.3 WAF.4 WAF.6 WAF.7 WAF.8', classic),
  ...because('RDS.1 RDS.4 DocumentDB.3 Neptune.3 Neptune.6', snapshots),
  ...because('EC2.29 RDS.18 Lambda.3 ElastiCache.7 SageMaker.2', place),
  ...because('RDS.19 RDS.20 RDS.21 RDS.22 S3.11 SNS.2', 'Events that EventBridge has without a subscription.'),
  ...because('RDS.23 Redshift.9', 'Another port or name keeps nobody out.'),
  ...because('RDS.14 DynamoDB.4 EC2.28 RDS.26', 'What recovers it is judged, whichever service does.'),
  ...because('CloudTrail.6 CloudTrail.7', 'Buckets are judged as buckets, those of trails as well.'),
  ...because('EC2.13 EC2.14', 'Answered by the rule of EC2.19: administration ports open to the internet.'),
  ...because(
    'EC2.2',
    'The default group exists by itself; a template states its rules only as resources of their own.',
  ),
  ...because('SSM.4', 'Sharing of documents is no property in CloudFormation.'),
  ...because('CloudFront.2 CloudFront.8', 'Superseded by AWS: origin access control, and SNI for all clients.'),
  ...because('S3.12', 'Lists that open something are told; that some exist is no threat.'),
  ...because('EFS.3 EFS.4', 'gap: access points have no knowledge in depth yet.'),
  ...because(
    'CloudFront.1 CloudFront.4 CloudFront.7 CloudFront.12',
    'gap: default object, failover, own certificate, lost origin.',
  ),
  ...because(
    'AppSync.1 CodeBuild.7 Backup.1 CodeBuild.3',
    'gap: caches, reports and build logs that are not encrypted.',
  ),
  ...because('ECS.10 SageMaker.4 SageMaker.5 PrivateCertificateAuthority.1 ACM.2 S3.20', 'gap: not asked yet.'),
]);
