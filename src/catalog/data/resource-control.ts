/**
 * Services whose resources are under resource control policies, by the prefix of their actions. "List of AWS services that
 * support RCPs", https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html (October 2026)
 */
const services: ReadonlySet<string> = new Set(
  (
    'aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudsearch cloudtrail-data ' +
    'codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend comprehendmedical ' +
    'compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events firehose fis fms gamelift health ' +
    'inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor notifications opensearch pca-connector-ad ' +
    'personalize polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery signin sqs sts support ' +
    'swf textract timestream-influxdb transcribe transfer translate wafv2 workspaces xray'
  ).split(' '),
);

/** Permissions that they leave alone: "Resources and entities not restricted by RCPs", the same page. */
const exempt: ReadonlySet<string> = new Set(['kms:retiregrant']);

/** Do resource control policies have a say in this action? */
export function isUnderResourceControl(action: string): boolean {
  const name = action.toLowerCase();
  return services.has(name.slice(0, name.indexOf(':'))) && !exempt.has(name);
}
