import { beforeAll, describe, expect, it } from 'vitest';
import { bartizan, buildCommandLine, folderWith } from './command-line.ts';

beforeAll(buildCommandLine);

/** A web server that the internet reaches on 443, and a database that only the web server reaches. */
const shop = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Gateway:
    Type: AWS::EC2::InternetGateway
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway }
  Public:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true }
  Table:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Vpc }
  Out:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Public, RouteTableId: !Ref Table }
  WebGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 203.0.113.0/24 }
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: db
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref WebGroup }
  Web:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-1, SubnetId: !Ref Public, SecurityGroupIds: [!Ref WebGroup] }
  Db:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-1, SubnetId: !Ref Public, SecurityGroupIds: [!Ref DbGroup] }
`;

describe('bartizan explain reach', () => {
  const ask = (...args: readonly string[]) => bartizan(['explain', 'reach', ...args], folderWith({ 'app.yaml': shop }));

  it('cites each component on the way with its place', () => {
    const { status, stdout } = ask('internet', 'Web', '443', '.');
    expect(status).toBe(0);
    expect(stdout.split('\n').map((line) => line.replace(/:\d+\)$/, ')'))).toEqual(
      expect.arrayContaining([
        'internet → Web, port 443: yes',
        '  open: tcp 443',
        '  gateway: internet gateway Gateway is attached to the VPC (app.yaml)',
        '  route: route 0.0.0.0/0 leads to Gateway (app.yaml)',
        '  public-address: subnet Public gives public addresses (app.yaml)',
        '  security-group: security group WebGroup allows tcp port 443 from 0.0.0.0/0 (app.yaml)',
      ]),
    );
  });

  it('names the component that blocks, and what would open it', () => {
    const { stdout } = ask('internet', 'Db', '5432', '.');
    expect(stdout).toMatch(/internet → Db, port 5432: no\n {2}stopped by security-group: .*DbGroup.*app\.yaml:\d+/);
    expect(stdout).toContain(
      'would be opened by a rule of the group that allows tcp port 5432 with internet at the other side',
    );
  });

  it.each([
    ['without a port', ['Web', 'Db', '.'], 'Web → Db, any port: yes'],
    ['for ping', ['203.0.113.9', 'Web', '--protocol', 'icmp', '.'], '203.0.113.9 → Web, ping: yes'],
    [
      'over the control plane',
      ['internet', 'Web', '443', '.'],
      'over the control plane (ssm:StartSession or ssm:SendCommand): no',
    ],
  ] as const)('answers %s', (_, args, told) => {
    const { status, stdout } = ask(...args);
    expect(stdout).toContain(told);
    expect(status).toBe(0);
  });

  it('gives all of it as JSON', () => {
    const { stdout } = ask('internet', 'Db', '5432', '.', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      question: { from: 'internet', to: 'Db', port: 5432 },
      verdict: 'blocked',
      ports: [],
      blockedBy: { component: 'security-group', resource: 'app/DbGroup', source: { file: 'app.yaml' } },
      wouldOpen: expect.stringContaining('tcp port 5432'),
      controlPlane: [
        { kind: 'ssm', verdict: 'blocked' },
        { kind: 'serial-console', verdict: 'unknown' },
      ],
    });
  });

  it('says that a word before the paths is no port', () => {
    expect(ask('internet', 'Web', 'https', '.').stderr).toContain('https is no port');
    expect(ask('internet', 'Web', '443').stderr).toContain('nothing to read');
  });
});
