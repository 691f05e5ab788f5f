import { allow, type PolicyTemplates } from './policy-template.ts';

/**
 * Everything else.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const servicesTemplates: PolicyTemplates = {
  CloudWatchDescribeAlarmHistoryPolicy: [allow('cloudwatch', 'DescribeAlarmHistory', '*')],
  CloudWatchPutMetricPolicy: [allow('cloudwatch', 'PutMetricData', '*')],
  EC2DescribePolicy: [allow('ec2', 'DescribeRegions DescribeInstances', '*')],
  AMIDescribePolicy: [allow('ec2', 'DescribeImages', '*')],
  CloudFormationDescribeStacksPolicy: [allow('cloudformation', 'DescribeStacks', 'arn:cloudformation:@:stack/*')],
  RekognitionNoDataAccessPolicy: [
    allow(
      'rekognition',
      'CompareFaces DetectFaces DetectLabels DetectModerationLabels',
      'arn:rekognition:@:collection/<collectionId>',
    ),
  ],
  RekognitionReadPolicy: [
    allow(
      'rekognition',
      'ListCollections ListFaces SearchFaces SearchFacesByImage',
      'arn:rekognition:@:collection/<collectionId>',
    ),
  ],
  RekognitionWriteOnlyAccessPolicy: [
    allow('rekognition', 'CreateCollection IndexFaces', 'arn:rekognition:@:collection/<collectionId>'),
  ],
  VPCAccessPolicy: [
    allow('ec2', 'CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface', '*'),
  ],
  PollyFullAccessPolicy: [
    allow('polly', 'GetLexicon DeleteLexicon', 'arn:polly:@:lexicon/<lexiconName>'),
    allow('polly', 'DescribeVoices ListLexicons PutLexicon SynthesizeSpeech', 'arn:polly:@:lexicon/*'),
  ],
  CodePipelineLambdaExecutionPolicy: [allow('codepipeline', 'PutJobSuccessResult PutJobFailureResult', '*')],
  ServerlessRepoReadWriteAccessPolicy: [
    allow(
      'serverlessrepo',
      'CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications ListApplicationVersions ListApplicationDependencies',
      'arn:serverlessrepo:@:applications/*',
    ),
  ],
  EC2CopyImagePolicy: [allow('ec2', 'CopyImage', 'arn:ec2:@:image/<imageId>')],
  CodePipelineReadOnlyPolicy: [allow('codepipeline', 'ListPipelineExecutions', 'arn:codepipeline:@:<pipelinename>')],
  CloudWatchDashboardPolicy: [allow('cloudwatch', 'GetDashboard ListDashboards PutDashboard ListMetrics', '*')],
  RekognitionFacesPolicy: [allow('rekognition', 'CompareFaces DetectFaces', '*')],
  RekognitionLabelsPolicy: [allow('rekognition', 'DetectLabels DetectModerationLabels', '*')],
  ComprehendBasicAccessPolicy: [
    allow(
      'comprehend',
      'BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment',
      '*',
    ),
  ],
  RekognitionDetectOnlyPolicy: [
    allow('rekognition', 'DetectFaces DetectLabels DetectModerationLabels DetectText', '*'),
  ],
  RekognitionFacesManagementPolicy: [
    allow(
      'rekognition',
      'IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces',
      'arn:rekognition:@:collection/<collectionId>',
    ),
  ],
  EKSDescribePolicy: [allow('eks', 'DescribeCluster ListClusters', '*')],
  CostExplorerReadOnlyPolicy: [
    allow(
      'ce',
      'GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetTags',
      '*',
    ),
  ],
  OrganizationsListAccountsPolicy: [allow('organizations', 'ListAccounts', '*')],
  CodeCommitCrudPolicy: [
    allow(
      'codecommit',
      'GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch BatchDescribeMergeConflicts CreateUnreferencedMergeCommit DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests CreatePullRequest DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle DeleteFile GetBlob GetFile GetFolder PutFile DeleteCommentContent GetComment GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply UpdateComment BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository UpdateRepositoryDescription ListTagsForResource TagResource UntagResource GetRepositoryTriggers PutRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit UploadArchive GetUploadArchiveStatus CancelUploadArchive',
      'arn:codecommit:@:<repositoryName>',
    ),
  ],
  CodeCommitReadPolicy: [
    allow(
      'codecommit',
      'GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests GetBlob GetFile GetFolder GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers GetBranch GetCommit GetUploadArchiveStatus',
      'arn:codecommit:@:<repositoryName>',
    ),
  ],
  AcmGetCertificatePolicy: [allow('acm', 'GetCertificate', '<certificateArn>')],
  Route53ChangeResourceRecordSetsPolicy: [
    allow('route53', 'ChangeResourceRecordSets', 'arn:route53:::hostedzone/<HostedZoneId>'),
  ],
  TextractPolicy: [allow('textract', '*', '*')],
  TextractDetectAnalyzePolicy: [
    allow('textract', 'DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument', '*'),
  ],
  TextractGetResultPolicy: [allow('textract', 'GetDocumentTextDetection GetDocumentAnalysis', '*')],
};
