/**
 * Services that obey the policy of an interface or gateway endpoint, by what follows the region in the name of the endpoint
 * service: those whose own documentation describes such a policy ("Create a VPC endpoint policy for …") or says that it is
 * supported. "Not all AWS services support endpoint policies": `aws ec2 describe-vpc-endpoint-services` says it of every service
 * (VpcEndpointPolicySupported). https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const supporting: ReadonlySet<string> = new Set(
  (
    's3 s3-global.accesspoint s3express dynamodb kms kms-fips secretsmanager sqs sns sts ec2 ec2messages ssm ssmmessages ' +
    'ssm-incidents ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks lambda execute-api logs monitoring synthetics events ' +
    'scheduler states sync-states kinesis-streams kinesis-firehose athena glue codebuild codecommit codeartifact.api ' +
    'codeartifact.repositories codestar-connections.api codeconnections.api cloudformation cloudtrail elasticloadbalancing ' +
    'autoscaling application-autoscaling rds elasticache memory-db redshift redshift-data sagemaker.api sagemaker.runtime ' +
    'elasticfilesystem ebs backup acm-pca cloudhsmv2 rolesanywhere bedrock bedrock-runtime bedrock-agent ' +
    'bedrock-agent-runtime comprehend comprehendmedical textract rekognition transcribe transcribestreaming kendra ' +
    'guardduty detective securityhub organizations elasticmapreduce emr-containers imagebuilder fis xray neptune-graph-data osis'
  ).split(' '),
);

/**
 * Services of which AWS says that they do not: "VPC endpoint policies are not supported for …". By default, and whatever the
 * policy says, full access is allowed through their endpoints.
 * https://docs.aws.amazon.com/inspector/latest/user/vpc-interface-endpoints.html,
 * https://docs.aws.amazon.com/neptune-analytics/latest/userguide/gettingStarted-connecting.html and the like
 */
const refusing: ReadonlySet<string> = new Set(
  'inspector2 neptune-graph cleanrooms cleanrooms-ml b2bi billing billingconductor batch'.split(' '),
);

/**
 * Does the policy of an endpoint to this service count? `no` also for what is no service of AWS: "When you create a VPC endpoint
 * for an endpoint service other than an AWS service, we allow full access to the endpoint" (the same page). `unknown` for
 * services of AWS of which it is not written down here.
 */
export function obeysEndpointPolicy(serviceName: string): 'yes' | 'no' | 'unknown' {
  if (/(^|\.)vpce\.|\.vpce-svc-/.test(serviceName)) return 'no';
  const service = /^(?:com|cn\.com|aws)\.(?:amazonaws|api)\.[^.]+\.(.+)$/.exec(serviceName)?.[1];
  if (service === undefined) return 'unknown';
  if (supporting.has(service)) return 'yes';
  return refusing.has(service) ? 'no' : 'unknown';
}
