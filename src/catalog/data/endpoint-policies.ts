/**
 * Services that obey the policy of an interface or gateway endpoint, by what follows the region in the name of the endpoint
 * service: those whose own documentation describes such a policy ("Create a VPC endpoint policy for …"). "Not all AWS services
 * support endpoint policies": `aws ec2 describe-vpc-endpoint-services` says it of every service (VpcEndpointPolicySupported).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
const supporting: ReadonlySet<string> = new Set(
  (
    's3 s3-global.accesspoint s3express dynamodb kms kms-fips secretsmanager sqs sns sts ec2 ec2messages ssm ssmmessages ' +
    'ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks lambda execute-api apigateway logs monitoring events states ' +
    'kinesis-streams kinesis-firehose athena glue codebuild codecommit codepipeline codedeploy codeartifact.api ' +
    'codeartifact.repositories cloudformation cloudtrail config elasticloadbalancing autoscaling application-autoscaling ' +
    'rds rds-data redshift redshift-data sagemaker.api sagemaker.runtime elasticfilesystem ebs backup acm-pca ' +
    'bedrock bedrock-runtime bedrock-agent bedrock-agent-runtime comprehend textract rekognition transcribe translate ' +
    'guardduty inspector2 securityhub organizations synthetics xray'
  ).split(' '),
);

/**
 * Does the policy of an endpoint to this service count? `no` for what is no service of AWS: "When you create a VPC endpoint for
 * an endpoint service other than an AWS service, we allow full access to the endpoint" (the same page). `unknown` for services
 * of AWS of which it is not written down here.
 */
export function obeysEndpointPolicy(serviceName: string): 'yes' | 'no' | 'unknown' {
  if (/(^|\.)vpce\.|\.vpce-svc-/.test(serviceName)) return 'no';
  const service = /^(?:com|cn\.com|aws)\.(?:amazonaws|api)\.[^.]+\.(.+)$/.exec(serviceName)?.[1];
  return service !== undefined && supporting.has(service) ? 'yes' : 'unknown';
}
