import { valueAt } from '../change-template.ts';
import { arnOf, foreignAccount, policy, ref } from '../statements.ts';
import type { Json, Weakness } from '../weakness.ts';

const openGate: Json = {
  BlockPublicAcls: false,
  BlockPublicPolicy: false,
  IgnorePublicAcls: false,
  RestrictPublicBuckets: false,
};

/** A bucket that no policy of the template speaks about: each of them refers to another one. */
const withoutPolicy: Weakness['suits'] = ({ id, template }) =>
  Object.values(template.Resources).every((resource) => {
    const other = valueAt(resource, 'Bucket.Ref');
    return resource.Type !== 'AWS::S3::BucketPolicy' || (other !== undefined && other !== id);
  });

const bucketPolicy = (id: string, statement: Readonly<Record<string, Json>>, gate: Json = openGate) => ({
  set: { PublicAccessBlockConfiguration: gate },
  add: {
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref(id),
        PolicyDocument: policy({ Resource: { 'Fn::Sub': `\${${id}.Arn}/*` }, ...statement }),
      },
    },
  },
});

/** What is open to strangers by a policy, a list or a switch. */
export const exposure: readonly Weakness[] = [
  {
    name: 'bucket that everybody may read',
    on: ['AWS::S3::Bucket'],
    rules: ['data/public-read'],
    suits: withoutPolicy,
    weak: ({ id }) => bucketPolicy(id, { Principal: '*', Action: 's3:GetObject' }),
  },
  {
    name: 'bucket that everybody may write to',
    on: ['AWS::S3::Bucket'],
    rules: ['data/public-write'],
    suits: withoutPolicy,
    weak: ({ id }) => bucketPolicy(id, { Principal: { AWS: '*' }, Action: ['s3:PutObject', 's3:DeleteObject'] }),
  },
  {
    name: 'bucket with a public access control list',
    on: ['AWS::S3::Bucket'],
    rules: ['data/public-read'],
    weak: () => ({
      set: {
        AccessControl: 'PublicRead',
        OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
        PublicAccessBlockConfiguration: openGate,
      },
    }),
  },
  {
    name: 'bucket without block of public access',
    on: ['AWS::S3::Bucket'],
    rules: ['data/public-access-not-blocked'],
    weak: () => ({ set: { PublicAccessBlockConfiguration: openGate } }),
  },
  {
    name: 'bucket that a foreign account may read',
    on: ['AWS::S3::Bucket'],
    rules: ['data/cross-account-access'],
    suits: withoutPolicy,
    weak: ({ id }) =>
      bucketPolicy(
        id,
        { Principal: { AWS: `arn:aws:iam::${foreignAccount}:root` }, Action: 's3:GetObject' },
        { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      ),
  },
  {
    name: 'queue that everybody may use',
    on: ['AWS::SQS::Queue'],
    rules: ['data/public-write', 'data/public-read'],
    weak: ({ id }) => ({
      add: {
        Open: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: {
            Queues: [ref(id)],
            PolicyDocument: policy({
              Principal: '*',
              Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
              Resource: arnOf(id),
            }),
          },
        },
      },
    }),
  },
  {
    name: 'topic that everybody may use',
    on: ['AWS::SNS::Topic'],
    rules: ['data/public-write', 'data/public-read'],
    weak: ({ id }) => ({
      add: {
        Open: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: {
            Topics: [ref(id)],
            PolicyDocument: policy({
              Principal: { AWS: '*' },
              Action: ['sns:Publish', 'sns:Subscribe'],
              Resource: ref(id),
            }),
          },
        },
      },
    }),
  },
  {
    name: 'key that everybody may use',
    on: ['AWS::KMS::Key'],
    rules: ['keys/open-key-policy'],
    weak: () => ({
      set: {
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root` } },
              Action: 'kms:*',
              Resource: '*',
            },
            { Effect: 'Allow', Principal: '*', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' },
          ],
        },
      },
    }),
  },
  {
    name: 'secret that everybody may read',
    on: ['AWS::SecretsManager::Secret'],
    rules: ['data/public-read'],
    weak: ({ id }) => ({
      add: {
        Open: {
          Type: 'AWS::SecretsManager::ResourcePolicy',
          Properties: {
            SecretId: ref(id),
            BlockPublicPolicy: false,
            ResourcePolicy: policy({ Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' }),
          },
        },
      },
    }),
  },
  {
    name: 'repository that everybody may pull from',
    on: ['AWS::ECS::TaskDefinition', 'AWS::ECS::Cluster'],
    rules: ['data/public-read'],
    weak: () => ({
      add: {
        Images: {
          Type: 'AWS::ECR::Repository',
          Properties: {
            RepositoryPolicyText: policy({
              Principal: '*',
              Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            }),
          },
        },
      },
    }),
  },
  {
    name: 'event bus that everybody may put events on',
    on: ['AWS::Events::EventBus'],
    rules: ['data/public-write'],
    weak: ({ id }) => ({
      add: {
        Open: {
          Type: 'AWS::Events::EventBusPolicy',
          Properties: { EventBusName: ref(id), StatementId: 'open', Action: 'events:PutEvents', Principal: '*' },
        },
      },
    }),
  },
  {
    name: 'function that everybody may call',
    on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
    rules: ['api/public-invoke'],
    weak: ({ id }) => ({
      add: {
        Open: {
          Type: 'AWS::Lambda::Permission',
          Properties: { FunctionName: ref(id), Action: 'lambda:InvokeFunction', Principal: '*' },
        },
      },
    }),
  },
  {
    name: 'function address that asks nobody',
    on: ['AWS::Lambda::Function'],
    rules: ['api/unauthenticated-endpoint', 'api/public-invoke'],
    weak: ({ id }) => ({
      add: {
        Address: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: arnOf(id), AuthType: 'NONE' } },
        AddressOpen: {
          Type: 'AWS::Lambda::Permission',
          Properties: {
            FunctionName: ref(id),
            Action: 'lambda:InvokeFunctionUrl',
            Principal: '*',
            FunctionUrlAuthType: 'NONE',
          },
        },
      },
    }),
  },
  {
    name: 'method of an API that asks nobody',
    on: ['AWS::ApiGateway::Method'],
    rules: ['api/unauthenticated-endpoint'],
    suits: ({ resource }) => valueAt(resource, 'HttpMethod') !== 'OPTIONS',
    good: () => ({ set: { AuthorizationType: 'AWS_IAM' } }),
    weak: () => ({ set: { AuthorizationType: 'NONE', ApiKeyRequired: false } }),
  },
  {
    name: 'GraphQL interface with a shared key',
    on: ['AWS::DynamoDB::Table'],
    rules: ['api/unauthenticated-endpoint'],
    weak: () => ({
      add: {
        Graph: {
          Type: 'AWS::AppSync::GraphQLApi',
          Properties: { Name: 'records', AuthenticationType: 'API_KEY' },
        },
      },
    }),
  },
  {
    name: 'shared snapshots not blocked',
    on: ['AWS::EC2::Volume', 'AWS::EC2::Instance'],
    rules: ['data/public-access-not-blocked'],
    weak: () => ({
      add: { Sharing: { Type: 'AWS::EC2::SnapshotBlockPublicAccess', Properties: { State: 'unblocked' } } },
    }),
  },
  {
    name: 'search domain that everybody may use',
    on: ['AWS::EC2::VPC', 'AWS::Lambda::Function'],
    rules: ['data/public-read', 'data/public-write', 'network/public-service-endpoint'],
    weak: () => ({
      add: {
        Search: {
          Type: 'AWS::OpenSearchService::Domain',
          Properties: {
            EngineVersion: 'OpenSearch_2.13',
            AccessPolicies: policy({ Principal: { AWS: '*' }, Action: 'es:*', Resource: '*' }),
          },
        },
      },
    }),
  },
];
