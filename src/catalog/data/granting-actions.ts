/**
 * How calls that let somebody in are used by attackers, for every one that `granting-actions.generated.ts` lists: by the type
 * whose own policy they write, by a move that names them, or not, with the reason.
 */

/** Calls that write the policy of one resource of the type, so that who may make them can let himself in. */
export const policyWritingActions: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::Bucket': ['s3:PutBucketPolicy'],
  'AWS::SecretsManager::Secret': ['secretsmanager:PutResourcePolicy'],
  'AWS::SQS::Queue': ['sqs:AddPermission', 'sqs:SetQueueAttributes'],
  'AWS::SNS::Topic': ['sns:AddPermission', 'sns:SetTopicAttributes'],
  'AWS::ECR::Repository': ['ecr:SetRepositoryPolicy'],
  'AWS::DynamoDB::Table': ['dynamodb:PutResourcePolicy'],
  'AWS::Kinesis::Stream': ['kinesis:PutResourcePolicy'],
  'AWS::EFS::FileSystem': ['elasticfilesystem:PutFileSystemPolicy'],
  'AWS::OpenSearchService::Domain': ['es:UpdateDomainConfig', 'es:UpdateElasticsearchDomainConfig'],
  'AWS::Elasticsearch::Domain': ['es:UpdateDomainConfig', 'es:UpdateElasticsearchDomainConfig'],
  'AWS::Events::EventBus': ['events:PutPermission', 'events:PutResourcePolicy'],
};

/** Calls that let somebody use a key. https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export const keyGivingActions: readonly string[] = ['kms:CreateGrant', 'kms:PutKeyPolicy'];

/** Calls that let somebody call a function. */
export const functionOpeningActions: readonly string[] = ['lambda:AddPermission', 'lambda:PutResourcePolicy'];

/** Those that no move uses: what they are about, and why that leads an attacker nowhere that the model knows. */
export const unusedGrantingActions: readonly (readonly [pattern: RegExp, because: string])[] = [
  [
    /^(application-autoscaling|autoscaling|elasticmapreduce|gamelift|batch|dlm|imagebuilder|resiliencehub|glacier|mediastore|storagegateway|elasticloadbalancing|ivs|route53|cloudfront|securityhub|fms|network-firewall|network-security-manager|wafv?2?(-regional)?|networkmanager|apprunner|route53resolver|route53profiles|route53globalresolver|elemental-inference|appmesh(-preview)?|cloudformation|license-manager|partnercentral|bedrock):\w*(Scaling|Termination|Lifecycle|QuotaShare|Scheduling|Resiliency|DataRetrieval|Cors|Metric|Automatic|FileShare|Stickiness|LoadBalancer|PlaybackRestriction|Traffic|Cache|Continuous|OriginRequest|ResponseHeaders|Configuration|Policy|WebA[Cc][Ll]|Permission|Feed|Stack|Grant|Revenue|AutomatedReasoning|Sharing)/,
    'it rules how something is scaled, kept, routed, filtered or billed, not who may use it',
  ],
  [
    /^(quicksight|datazone|grafana|workdocs|workmail|qapps|qbusiness|q|codewhisperer|wisdom|monitron|deadline|codestar|iotsitewise|iotfleetwise|connect|wellarchitected|auditmanager|servicecatalog|opsworks|resource-groups|signin|scn|identity-sync|notifications|health|verifiedpermissions|managedblockchain|greengrass|aidevops|opensearch|cleanrooms-ml|entityresolution|lakeformation|aoss|elasticbeanstalk|mpa|ds|iq-permission|workspaces|appstream|omics|odb|billing|aws-marketplace|dataexchange|apigateway|redshift-serverless|redshift|glue|eks|ecs|cloudwatch|ssm-sap|ssm-contacts|ssm-incidents|clouddirectory|memorydb|cloudsearch|bedrock-agentcore|chatbot|robomaker|healthlake|medical-imaging|finspace|sagemaker|agent-registry|transcribe|rolesanywhere|access-analyzer|account):/,
    'it gives rights within the service, or shares something of it, and the model knows no data behind it',
  ],
  [
    /^(acm-pca|aiops|appsync|aps|arc-region-switch|backup|bedrock|cloudhsm|cloudtrail|codeartifact|codebuild|codeguru-profiler|comprehend|dsql|fsx|imagebuilder|kafka|lex|logs|lookoutequipment|mediaconvert|mediapackagev2|mediastore|mediatailor|oam|osis|payment-cryptography|refactor-spaces|rekognition|resource-explorer-2|route53-recovery-control-config|rum|s3-outposts|s3express|s3files|s3tables|s3vectors|s3-object-lambda|schemas|serverlessrepo|servicediscovery|ses|signer|sms-voice|vpc-lattice|xray|ecr-public|glacier|iot|iotwireless|cloudfront|network-firewall|networkmanager|route53resolver|license-manager):/,
    'the policy of a type whose data the model does not read yet: its fact says who is let in',
  ],
  [
    /^s3:(CreateAccessGrant\w*|PutAccessGrants\w*|UpdateAccessGrants\w*|AssociateAccessGrants\w*|DissociateAccessGrants\w*)/,
    'access grants hand out sessions of a role, and roles are followed by their trust',
  ],
  [
    /^s3:Put(AccessPoint|MultiRegionAccessPoint)\w*|^s3:PutAccountPublicAccessBlock|^s3:PutBucketPublicAccessBlock|^s3:PutBucketOwnershipControls/,
    'the bucket decides as well, and its policy is what lets somebody in',
  ],
  [
    /^s3:(PutBucketAcl|PutObjectAcl|PutObjectVersionAcl)$/,
    'lists of access are off unless the owner of the bucket asks for them',
  ],
  [/^s3:(BypassGovernanceRetention|ObjectOwnerOverrideToBucketOwner)$/, 'it lets nobody read objects'],
  [
    /^ec2:(Associate|Attach|Create|Enable|ModifyOdb|ModifyTransit|ModifyVerified|ModifyVpcEndpoint)\w*|^ec2:(PutResourcePolicy|ModifyFpgaImageAttribute)$/,
    'it is about networks, interfaces or parts of them, which the reach of the network tells',
  ],
  [
    /^ec2:(Disable\w+BlockPublicAccess|ResetSnapshotAttribute)$/,
    'it matters only to whoever may share as well, which is told',
  ],
  [/AllowVendedLogDeliveryForResource$/, 'it lets a service send its logs'],
  [/^elasticmapreduce:PutWorkspaceAccess$/, 'it gives rights within the service'],
  [/^lambda:(Enable|Disable)Replication$/, 'only a service calls it, to run a function at its edge'],
  [/^dynamodb:UpdateAbacStatus$/, 'it says whether tags of tables count in conditions'],
  [/^secretsmanager:ValidateResourcePolicy$/, 'it changes nothing'],
  [/^ecr:Put(Lifecycle|Registry)Policy$/, 'it is about replication and clean-up of images, not about who reads them'],
  [/^elasticfilesystem:PutBackupPolicy$/, 'it switches backups on and off'],
  [/^sns:PutDataProtectionPolicy$/, 'it masks what messages say'],
  [
    /^lambda:AddLayerVersionPermission$/,
    'who may read a layer reads code, which the model counts where it is replaced',
  ],
  [
    /^ssm:(ModifyDocumentPermission|PutResourcePolicy)$/,
    'it shares a document or parameter with accounts that are named',
  ],
  [/^ram:/, 'what is shared by AWS RAM is shared by the policies that it writes, each with the rights of its type'],
  [/^iam:(CreatePolicy|UpdateAccountPasswordPolicy)$/, 'a policy that is attached to nobody lets nobody in'],
  [/^organizations:AttachPolicy$/, 'one policy more limits more, unless a level lists what is allowed'],
  [/^organizations:(CreatePolicy|PutResourcePolicy)$/, 'a policy that is attached to nothing limits nobody'],
  [/^sso:/, 'it is about applications, or gives a permission set what no move needs by itself'],
  [/^kms:RetireGrant$/, 'it ends a grant'],
  [/^rds:AuthorizeDBSecurityGroupIngress$/, 'it opens networks of a kind that AWS has retired'],
];
