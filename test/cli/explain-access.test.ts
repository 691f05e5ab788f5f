// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written like this
import { beforeAll, describe, expect, it } from 'vitest';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';

/** `bartizan explain access` with everything that may be said of a request, through the real command line. */
const template = `
Resources:
  GitHub:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: https://token.actions.githubusercontent.com, ClientIdList: [sts.amazonaws.com] }
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deploy
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref GitHub }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme*' } }
  Release:
    Type: AWS::IAM::Role
    Properties:
      RoleName: release
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref GitHub }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } }
  Reader:
    Type: AWS::IAM::Role
    Properties:
      RoleName: reader
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { AWS: AROAEXAMPLEEXAMPLE123 }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: ByFactor
                Effect: Allow
                Action: s3:GetObject
                Resource: !Sub '\${Data.Arn}/*'
                Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
  Data:
    Type: AWS::S3::Bucket
    Properties: { BucketName: data }
  Starter:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: start
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: 'ssm:GetParametersByPath', Resource: !Sub 'arn:aws:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/shop' }
  Password:
    Type: AWS::SSM::Parameter
    Properties: { Name: /shop/db/password, Type: String, Value: x }
  Note:
    Type: AWS::SSM::Parameter
    Properties: { Name: /blog/note, Type: String, Value: x }
  Net:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Door:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Net
      ServiceName: com.amazonaws.eu-west-1.s3
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: '*', Action: s3:PutObject, Resource: '*' }]
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
      Policy:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/live/GET/*' }
          - { Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/live/GET/admin' }
  Jobs:
    Type: AWS::SQS::Queue
    Properties: { QueueName: jobs }
  JobsPolicy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: FromTopics
            Effect: Allow
            Principal: { Service: sns.amazonaws.com }
            Action: sqs:SendMessage
            Resource: !GetAtt Jobs.Arn
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } }
`;
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
});
const issuer = 'token.actions.githubusercontent.com';
const take = 'sts:AssumeRoleWithWebIdentity';
const files = {
  'app.yaml': template,
  'session.json': policy,
  'bartizan.yaml': 'deployments: [{ name: app, template: app.yaml, account: "111122223333", region: eu-west-1 }]',
};

beforeAll(buildCommandLine);

const explain = (...args: readonly string[]) => bartizan(['explain', 'access', ...args], folderWith(files));
const read = (...more: readonly string[]) => explain('Reader', 's3:GetObject', 'Data', 'app.yaml', ...more);

describe('bartizan explain access', () => {
  it.each([
    [
      'an outsider of GitHub, where the name of the organization goes on',
      [`outsider:${issuer}`, take, 'Deploy'],
      'yes',
    ],
    ['an outsider of GitHub, where it ends', [`outsider:${issuer}`, take, 'Release'], 'no'],
    [
      'a workflow with its subject',
      [`federated:${issuer}`, take, 'Release', '--with', `${issuer}:sub=repo:acme/shop:ref:refs/heads/main`],
      'yes',
    ],
    ['a parameter, by a path above it', ['Starter', 'ssm:GetParametersByPath', 'Password'], 'yes'],
    ['a parameter of another path', ['Starter', 'ssm:GetParametersByPath', 'Note'], 'no'],
    ['a parameter by its name', ['Starter', 'ssm:GetParameter', 'Password'], 'no'],
    ['a token of which nothing is known', [`federated:${issuer}`, take, 'Release'], 'only under conditions'],
    [
      'a service for a topic of the account',
      [
        'service:sns.amazonaws.com',
        'sqs:SendMessage',
        'Jobs',
        '--on-behalf-of',
        'arn:aws:sns:eu-west-1:111122223333:t',
      ],
      'yes',
    ],
    [
      'a service for another account',
      ['service:sns.amazonaws.com', 'sqs:SendMessage', 'Jobs', '--on-behalf-of', '999988887777'],
      'no',
    ],
    [
      'somebody who calls a method that the policy of the API names in short',
      ['anonymous', 'execute-api:Invoke', 'Api/live/GET/orders'],
      'yes',
    ],
    [
      'one who calls a method that another statement denies',
      ['anonymous', 'execute-api:Invoke', 'Api/live/GET/admin'],
      'no',
    ],
    ['one who calls another stage', ['anonymous', 'execute-api:Invoke', 'Api/next/GET/orders'], 'no'],
    ['one who calls some method', ['anonymous', 'execute-api:Invoke', 'Api'], 'only under conditions'],
    ['a session with a second factor', ['Reader', 's3:GetObject', 'Data', '--mfa'], 'yes'],
    [
      'one object of a bucket of the input, by its ARN',
      ['Reader', 's3:GetObject', 'arn:aws:s3:::data/a/b', '--mfa'],
      'yes',
    ],
    ['a session without it', ['Reader', 's3:GetObject', 'Data', '--no-mfa'], 'no'],
    ['a session of code', ['Reader', 's3:GetObject', 'Data', '--session', 'workload'], 'no'],
    [
      'a session by its ARN',
      ['arn:aws:sts::111122223333:assumed-role/reader/jo', 's3:GetObject', 'Data', '--mfa'],
      'yes',
    ],
    ['a session policy', ['Reader', 's3:GetObject', 'Data', '--mfa', '--session-policy', 'session.json'], 'no'],
    ['the policy of an endpoint', ['Reader', 's3:GetObject', 'Data', '--mfa', '--from', 'Door'], 'no'],
  ] as const)('%s', (_, args, answer) => {
    const [who, action, what, ...options] = args;
    const { stdout, stderr } = explain(who, action, what, 'app.yaml', ...options);
    expect(`${stdout}${stderr}`).toMatch(new RegExp(`on ${what}: ${answer}\n`));
  });

  it('groups what a conditional answer hangs on by who decides it', () => {
    expect(read().stdout).toContain(
      'if where and how the caller signed in is so:\n    aws:MultiFactorAuthPresent Bool true\n',
    );
    const { answers } = JSON.parse(read('--format', 'json').stdout) as { answers: readonly Record<string, unknown>[] };
    expect(answers[0]?.conditionsBy).toEqual({ environment: ['aws:MultiFactorAuthPresent Bool true'] });
  });

  it('says which statement nearly allows it, and what keeps it from doing so', () => {
    expect(read('--session', 'user-key').stdout).toMatch(
      /nearly allowed by read \(inline\), statement ByFactor \(.*\): aws:MultiFactorAuthPresent Bool true, and the request does not have the key/,
    );
    expect(explain('Reader', 'sts:AssumeRole', 'Reader', 'app.yaml').stdout).toContain(
      'it names AROAEXAMPLEEXAMPLE123, a principal that was deleted',
    );
  });

  it.each([
    ['a key without a value', ['--with', 'aws:SourceIp'], 'is no key=value'],
    ['a session policy that is not there', ['--session-policy', 'none.json'], 'cannot be read'],
    ['a session policy that is none', ['--session-policy', 'app.yaml'], 'holds no policy document'],
    ['a place that is no network', ['--from', 'Data'], 'is no VPC and no VPC endpoint'],
  ])('%s is told', (_, options, told) => {
    const { status, stderr } = read(...options);
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });
});
