import { expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

/** What a path hangs on: nothing, where the system as it stands permits each step. */
const user = (statement: string) => `
  Ann:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [${statement}]
`;

async function certaintyOf(template: string, to: string, from = 'Ann') {
  const { document } = await modelOfTemplate(template, { from, to });
  const [path] = document.attackPaths;
  return path && [path.certainty, ...path.steps.map(({ move }) => move)];
}

it('a document of AWS belongs to no account that might be another’s', async () => {
  const machine = `
  Machine:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0123456789abcdef0, IamInstanceProfile: !Ref Profile, SubnetId: !Ref Subnet }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true } }
  Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Routed: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Routes } }
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore']
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }]
`;
  const commands = user("{ Effect: Allow, Action: ssm:SendCommand, Resource: '*' }");
  expect(await certaintyOf(`Resources:${commands}${machine}`, 'Machine')).toEqual([
    'certain',
    'compute/take-over-instance',
  ]);
});

it('a snapshot that one makes is one’s own', async () => {
  const disk = `
  Disk: { Type: AWS::EC2::Volume, Properties: { AvailabilityZone: eu-west-1a, Size: 8, Encrypted: false } }
`;
  const shares = user("{ Effect: Allow, Action: [ec2:CreateSnapshot, ec2:ModifySnapshotAttribute], Resource: '*' }");
  expect(await certaintyOf(`Resources:${shares}${disk}`, 'Disk')).toEqual(['certain', 'data/share-copy']);
});

it('a trust policy may be written as JSON text with references in it', async () => {
  const template = `
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties: { Name: shop, RoleArn: 'arn:aws:iam::111122223333:role/cluster', ResourcesVpcConfig: { SubnetIds: [subnet-0a1b2c3d4e5f60718] } }
  Provider: { Type: AWS::IAM::OIDCProvider, Properties: { Url: !GetAtt Cluster.OpenIdConnectIssuerUrl, ClientIdList: [sts.amazonaws.com] } }
  Pods:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Fn::Sub:
          - '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"\${Provider}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"\${Issuer}:sub":"system:serviceaccount:shop:api"}}}]}'
          - { Issuer: !Select [1, !Split ['//', !GetAtt Cluster.OpenIdConnectIssuerUrl]] }
`;
  const { document } = await modelOfTemplate(template);
  expect(document.attackPaths.map(({ attacker, target }) => [attacker, target])).toEqual([
    ['identity-provider:app/Provider', 'app/Pods'],
  ]);
  expect(document.coverage.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
});
