import { describe, expect, it } from 'vitest';
import type { DocumentChokePoints, DocumentMitigation } from '../../src/model/document-paths.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

const declared = `deployments:
  - { name: app, template: app.yaml, account: '111122223333', region: eu-west-1 }
`;

/** The chosen changes for a template. */
async function solved(template: string, more: Readonly<Record<string, string>> = {}, runs = 40) {
  const files = { 'app.yaml': template, 'bartizan.yaml': declared, ...more };
  const { document } = await modelOfTexts(files, { mostRuns: runs });
  const found = document.chokePoints as DocumentChokePoints;
  const chosen = (found?.changes ?? []).flatMap(
    ({ mitigation }) => document.mitigations.find(({ id }) => id === mitigation) as DocumentMitigation,
  );
  return { document, found, chosen, titles: chosen.map(({ title }) => title) };
}

const rights = (name: string, action: string) => `
  ${name}:
    Type: AWS::IAM::User
    Properties:
      UserName: ${name.toLowerCase()}
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: [${action}, iam:GetUser], Resource: '*' }]`;

const people = `Resources:${rights('Ann', 'iam:CreateAccessKey')}${rights('Bob', 'iam:PutUserPolicy')}
  Root:
    Type: AWS::IAM::User
    Properties: { UserName: root, ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }
`;

const organization = `kind: organization
management: '999900001111'
policies: []
root: { name: all, policies: [], accounts: ['111122223333'] }
`;

describe('where the organization is in the input', () => {
  it('one service control policy stops everybody but those who administer the account', async () => {
    const { titles, chosen, found } = await solved(people, { 'organization.yaml': organization });
    expect(titles).toEqual([
      expect.stringMatching(
        /^Deny .*iam:CreateAccessKey.*iam:PutUserPolicy in account 111122223333 by a service control/,
      ),
    ]);
    expect(JSON.parse(chosen[0]?.patches?.[0]?.after ?? '')).toMatchObject({
      Effect: 'Deny',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:user/root'] } },
    });
    expect(found.exact).toBe(true);
    expect(found.remaining.map(({ because }) => because)).toEqual([
      'it rests on what the system needs: Root administers the account',
    ]);
  });

  it('what was proved of it is what the model says once the organization has it', async () => {
    const { chosen, found } = await solved(people, { 'organization.yaml': organization });
    const statement = chosen[0]?.patches?.[0]?.after;
    const guarded = organization
      .replace(
        'policies: []\nroot',
        `policies: [{ name: proposed, type: scp, document: { Statement: [${statement}] } }]\nroot`,
      )
      .replace("accounts: ['111122223333']", "accounts: [{ id: '111122223333', policies: [proposed] }]");
    const { document } = await modelOfTexts({
      'app.yaml': people,
      'bartizan.yaml': declared,
      'organization.yaml': guarded,
    });
    expect(document.attackPaths.map(({ id }) => id)).toEqual(found.remaining.map(({ path }) => path));
  });

  it('one resource control policy keeps what is open to strangers for the organization, and for whom policies name', async () => {
    const policyOf = (bucket: string, principal: string) => `
  ${bucket}:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-${bucket.toLowerCase()}
      PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false }
  ${bucket}Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref ${bucket}
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: ${principal}, Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-${bucket.toLowerCase()}/*' }]`;
    const open = ['One', 'Two'].map((name) => policyOf(name, "'*'"));
    const template = `Resources:${open.join('')}${policyOf('Shared', "{ AWS: '444455556666' }")}\n`;
    const guarded = `kind: organization
id: o-abcdefghij
management: '999900001111'
policies: [{ name: all-of-it, type: rcp, document: { Statement: [{ Effect: Allow, Principal: '*', Action: '*', Resource: '*' }] } }]
root: { name: all, policies: [all-of-it], accounts: ['111122223333'] }
`;
    const { titles, chosen, found } = await solved(template, { 'organization.yaml': guarded });
    expect(titles).toContain(
      'Keep s3:GetObject in account 111122223333 for the organization by a resource control policy',
    );
    const change = chosen.find(({ title }) => title.startsWith('Keep'));
    const statement = change?.patches?.[0]?.after ?? '';
    expect(JSON.parse(statement).Condition.StringNotEqualsIfExists).toEqual({
      'aws:PrincipalOrgID': 'o-abcdefghij',
      'aws:PrincipalAccount': ['444455556666'],
    });
    // What was proved of it is what the model says once the organization has it.
    const { document } = await modelOfTexts({
      'app.yaml': template,
      'bartizan.yaml': declared,
      'organization.yaml': guarded
        .replace('policies: [{', `policies: [{ name: proposed, type: rcp, document: { Statement: [${statement}] } }, {`)
        .replace("accounts: ['111122223333']", "accounts: [{ id: '111122223333', policies: [proposed] }]"),
    });
    const left = document.attackPaths.map(({ id }) => id);
    expect(left.filter((id) => /^(internet|any-aws-account)>/.test(id))).toEqual([]);
    if (chosen.length === 1) expect(left.sort()).toEqual(found.remaining.map(({ path }) => path).sort());
  });

  it('none is proposed where it is not, nor for the management account, which none restricts', async () => {
    const isGuardrail = (title: string) => title.startsWith('Deny');
    const managed = organization.replace("'999900001111'", "'111122223333'");
    expect((await solved(people)).titles.some(isGuardrail)).toBe(false);
    expect((await solved(people, { 'organization.yaml': managed })).titles.some(isGuardrail)).toBe(false);
  });
});

const trusting = (sub: string) => `Resources:
  Gh:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: https://token.actions.githubusercontent.com, ClientIdList: [sts.amazonaws.com] }
  Data: { Type: AWS::S3::Bucket }
  Deployer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Gh }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike: { token.actions.githubusercontent.com:sub: '${sub}' }
              StringEquals: { token.actions.githubusercontent.com:aud: sts.amazonaws.com }
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: [s3:PutObject], Resource: !Sub '\${Data.Arn}/*' }]
`;

describe('the subject of tokens', () => {
  it('is narrowed where tokens of others meet it, and what else is asked for stays', async () => {
    const { chosen, titles } = await solved(trusting('repo:acme*:*'));
    expect(titles).toEqual(['Ask Gh for the subject that is meant alone, in statement 1 of trust policy of Deployer']);
    expect(JSON.parse(chosen[0]?.patches?.[0]?.after ?? '')).toMatchObject({
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': '<repository and branch>',
        },
      },
    });
    expect(JSON.parse(chosen[0]?.patches?.[0]?.after ?? '').Condition).not.toHaveProperty('StringLike');
  });

  it('stays as it is where only tokens of the own organization meet it', async () => {
    expect((await solved(trusting('repo:acme/*'))).titles).toEqual([]);
  });
});

describe('a setting that lets strangers in', () => {
  it('is closed when it takes fewer changes than what they reach by it', async () => {
    const { titles, found } = await solved(`Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties: { AllowUnauthenticatedIdentities: true }
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties: { IdentityPoolId: !Ref Pool, Roles: { unauthenticated: !GetAtt Guest.Arn } }
  Guest:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: cognito-identity.amazonaws.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool } }
      Policies:
        - PolicyName: table
          PolicyDocument: { Statement: [{ Effect: Allow, Action: ['dynamodb:Scan'], Resource: '*' }] }
        - PolicyName: bucket
          PolicyDocument: { Statement: [{ Effect: Allow, Action: ['s3:GetObject'], Resource: '*' }] }
  Data: { Type: AWS::S3::Bucket }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: a, KeyType: HASH }]
      AttributeDefinitions: [{ AttributeName: a, AttributeType: S }]
      BillingMode: PAY_PER_REQUEST
`);
    expect(titles).toEqual(['Let no guests into Pool']);
    expect(found.remaining.filter(({ path }) => path.startsWith('internet'))).toEqual([]);
  });

  it('is the public address of a database, when closing it takes one change and its rules are two', async () => {
    const { titles, document } = await solved(`Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
  Routed: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref Subnet } }
  Open:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: database
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/1 }
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 128.0.0.0/1 }
  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: all, SubnetIds: [!Ref Subnet] } }
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t3.micro
      AllocatedStorage: '20'
      MasterUsername: shop
      MasterUserPassword: correct-horse-battery-9
      DBSubnetGroupName: !Ref Subnets
      VPCSecurityGroups: [!Ref Open]
      PubliclyAccessible: true
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt WorkerRole.Arn
      Code: { ZipFile: "exports.handler = async () => 1" }
      Environment: { Variables: { DB_PASSWORD: correct-horse-battery-9, DB_HOST: !GetAtt Database.Endpoint.Address } }
  WorkerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: look
          PolicyDocument: { Statement: [{ Effect: Allow, Action: ['lambda:GetFunctionConfiguration'], Resource: '*' }] }
`);
    expect(document.attackPaths.length).toBeGreaterThan(0);
    expect(titles).toEqual(['Give Database no public address']);
  });
});
