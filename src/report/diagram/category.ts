import type { DocumentElement } from '../../model/document-system.ts';

/** What a glyph stands for. Our own neutral signs: the artwork of AWS belongs to AWS. */
export type Category =
  | 'person'
  | 'internet'
  | 'outside'
  | 'compute'
  | 'function'
  | 'container'
  | 'database'
  | 'bucket'
  | 'queue'
  | 'balancer'
  | 'gateway'
  | 'edge'
  | 'network'
  | 'identity'
  | 'key'
  | 'secret'
  | 'log'
  | 'pipeline'
  | 'shield'
  | 'other';

/** The sign of an element: by its service, else by its kind. */
export function categoryOf(element: Pick<DocumentElement, 'type' | 'kind'>): Category {
  if (element.kind === 'external-entity') return externals[element.type] ?? 'outside';
  const [, service = '', resource = ''] = element.type.split('::');
  return byType[`${service}::${resource}`] ?? byService[service] ?? byKind[element.kind];
}

const externals: Readonly<Record<string, Category>> = {
  'external:internet': 'internet',
  'external:person': 'person',
  'external:identity-provider': 'identity',
};

const byKind: Readonly<Record<DocumentElement['kind'], Category>> = {
  process: 'compute',
  'data-store': 'database',
  'external-entity': 'outside',
  identity: 'identity',
  network: 'network',
  control: 'shield',
};

const byType: Readonly<Record<string, Category>> = {
  'EC2::Instance': 'compute',
  'EC2::Volume': 'database',
  'ECR::Repository': 'container',
  'IAM::User': 'person',
};

const byService: Readonly<Record<string, Category>> = {
  ApiGateway: 'gateway',
  ApiGatewayV2: 'gateway',
  AppSync: 'gateway',
  CloudFront: 'edge',
  CloudTrail: 'log',
  CloudWatch: 'log',
  CodeBuild: 'pipeline',
  CodeCommit: 'pipeline',
  CodeDeploy: 'pipeline',
  CodePipeline: 'pipeline',
  Cognito: 'identity',
  Config: 'log',
  DynamoDB: 'database',
  EC2: 'network',
  ECS: 'container',
  EFS: 'bucket',
  EKS: 'container',
  ElasticLoadBalancing: 'balancer',
  ElasticLoadBalancingV2: 'balancer',
  Events: 'queue',
  GuardDuty: 'shield',
  IAM: 'identity',
  Kinesis: 'queue',
  KinesisFirehose: 'queue',
  KMS: 'key',
  Lambda: 'function',
  Logs: 'log',
  Route53: 'network',
  S3: 'bucket',
  SNS: 'queue',
  SQS: 'queue',
  SSM: 'secret',
  SecretsManager: 'secret',
  StepFunctions: 'function',
  WAF: 'shield',
  WAFv2: 'shield',
};
