import { describe, expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

/**
 * Controls that are there and do nothing, or work somewhere else: none of them may be credited, so the threat stays as open
 * as without them.
 */
const api = `
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: shop }
  Stage:
    Type: AWS::ApiGateway::Stage
    Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: live }
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties: { RestApiId: !Ref Api }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration: { Type: HTTP_PROXY, IntegrationHttpMethod: GET, Uri: 'https://shop.example.com' }`;

const acl = (action: string) => `
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: { Allow: {} }
      VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: acl }
      Rules:
        - Name: common
          Priority: 0
          OverrideAction: { ${action}: {} }
          Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet } }
          VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: common }`;

const association = `
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      WebACLArn: !GetAtt Acl.Arn
      ResourceArn: !Sub 'arn:\${AWS::Partition}:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/\${Stage}'`;

const role = (more: string) => `
  Admin:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]${more}`;

const trail = (logging: boolean) => `
  Logs:
    Type: AWS::S3::Bucket
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { IsLogging: ${logging}, S3BucketName: !Ref Logs }`;

const key = (principal: string) => `
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { AWS: ${principal} }, Action: 'kms:*', Resource: '*' }`;

const cases: readonly (readonly [what: string, rule: string, address: string, status: string, template: string])[] = [
  ['no web ACL', 'edge/no-web-acl', 'Api', 'open', api],
  ['a web ACL that stands before nothing', 'edge/no-web-acl', 'Api', 'open', api + acl('None')],
  ['a web ACL that only counts', 'edge/no-web-acl', 'Api', 'open', api + acl('Count') + association],
  ['a web ACL in force', 'edge/no-web-acl', 'Api', 'mitigated', api + acl('None') + association],
  ['a trail that is switched off', 'logging/trail-off', 'Trail', 'open', trail(false)],
  ['a trail that is on', 'logging/trail-off', 'Trail', 'mitigated', trail(true)],
  ['a key for everybody', 'keys/open-key-policy', 'Key', 'open', key("'*'")],
  [
    'a permissions boundary that allows everything',
    'identity/administrator-role',
    'Admin',
    'open',
    role('\n      PermissionsBoundary: arn:aws:iam::aws:policy/AdministratorAccess'),
  ],
  [
    'a permissions boundary that limits it',
    'identity/administrator-role',
    'Admin',
    'mitigated',
    role('\n      PermissionsBoundary: arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'),
  ],
  [
    'rotation of a key that is disabled',
    'keys/no-rotation',
    'Key',
    'open',
    `
  Key:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: true, Enabled: false }`,
  ],
  [
    'a second factor that users may leave out',
    'identity/no-mfa',
    'Users',
    'open',
    `
  Users:
    Type: AWS::Cognito::UserPool
    Properties: { MfaConfiguration: OPTIONAL }`,
  ],
  [
    'an external id demanded by a Deny for other actions only',
    'identity/cross-account-without-external-id',
    'Partner',
    'open',
    `
  Partner:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: sts:AssumeRole }
          - Effect: Deny
            Principal: '*'
            Action: sts:TagSession
            Condition: { StringNotEquals: { sts:ExternalId: 7f3c91 } }`,
  ],
];

describe('controls that do nothing are not credited', () => {
  it.each(cases)('%s: %s', async (_, rule, address, status, template) => {
    const { document } = await modelOfTemplate(`Resources:${template}\n`);
    const found = document.threats.filter((threat) => threat.rule === rule && threat.address === address);
    expect(found.map((threat) => threat.status)).toEqual([status]);
  });

  it('a key open to everybody protects nothing that is encrypted with it', async () => {
    const { document } = await modelOfTemplate(`Resources:${key("'*'")}
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn }
`);
    const found = document.threats.filter(
      ({ rule, address }) => rule === 'data/unencrypted-at-rest' && address === 'Bucket',
    );
    expect(found.map(({ status }) => status)).toEqual(['open']);
  });
});
