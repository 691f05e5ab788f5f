import { valueAt } from '../change-template.ts';
import { arnOf, ref } from '../statements.ts';
import type { Json, Weakness } from '../weakness.ts';

const group = ['AWS::EC2::SecurityGroup'];
const inVpc: Weakness['suits'] = ({ resource }) => valueAt(resource, 'VpcId') !== undefined;

const open = (from: number, to: number, source: Readonly<Record<string, Json>> = { CidrIp: '0.0.0.0/0' }): Json => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  ...source,
});

/** Who can open a connection. */
export const network: readonly Weakness[] = [
  {
    name: 'SSH open to everybody',
    on: group,
    rules: ['network/admin-port-open'],
    weak: () => ({ set: { 'SecurityGroupIngress+': open(22, 22) } }),
  },
  {
    name: 'remote desktop open to everybody by a rule of its own',
    on: group,
    rules: ['network/admin-port-open'],
    suits: inVpc,
    weak: ({ id }) => ({
      add: {
        Desktop: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: {
            GroupId: { 'Fn::GetAtt': [id, 'GroupId'] },
            IpProtocol: 'tcp',
            FromPort: 3389,
            ToPort: 3389,
            CidrIp: '0.0.0.0/0',
          },
        },
      },
    }),
  },
  {
    name: 'MySQL open to everybody',
    on: group,
    rules: ['network/database-port-open'],
    weak: () => ({ set: { 'SecurityGroupIngress+': open(3306, 3306) } }),
  },
  {
    name: 'PostgreSQL open to everybody over IPv6',
    on: group,
    rules: ['network/database-port-open'],
    suits: inVpc,
    weak: () => ({ set: { 'SecurityGroupIngress+': open(5432, 5432, { CidrIpv6: '::/0' }) } }),
  },
  {
    name: 'Redis within a range of ports open to everybody',
    on: group,
    rules: ['network/database-port-open', 'network/any-port-open'],
    weak: () => ({ set: { 'SecurityGroupIngress+': open(6000, 7000) } }),
  },
  {
    name: 'all ports open to everybody',
    on: group,
    rules: ['network/any-port-open'],
    weak: () => ({ set: { 'SecurityGroupIngress+': { IpProtocol: '-1', CidrIp: '0.0.0.0/0' } } }),
  },
  {
    name: 'SSH open to half of the internet, twice',
    on: group,
    rules: ['network/admin-port-open'],
    suits: inVpc,
    weak: ({ id }) => ({
      add: {
        Low: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: {
            GroupId: { 'Fn::GetAtt': [id, 'GroupId'] },
            IpProtocol: 'tcp',
            FromPort: 22,
            ToPort: 22,
            CidrIp: '0.0.0.0/1',
          },
        },
        High: {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: {
            GroupId: { 'Fn::GetAtt': [id, 'GroupId'] },
            IpProtocol: 'tcp',
            FromPort: 22,
            ToPort: 22,
            CidrIp: '128.0.0.0/1',
          },
        },
      },
    }),
  },
  {
    name: 'database with a public address',
    on: ['AWS::RDS::DBInstance'],
    rules: ['network/public-address', 'network/unintended-internet-exposure'],
    good: () => ({ set: { PubliclyAccessible: false } }),
    weak: () => ({ set: { PubliclyAccessible: true } }),
  },
  {
    name: 'network without flow logs',
    on: ['AWS::EC2::VPC'],
    rules: ['network/no-flow-logs'],
    suits: ({ template }) => !Object.values(template.Resources).some(({ Type }) => Type === 'AWS::EC2::FlowLog'),
    good: ({ id }) => ({
      add: {
        FlowLog: {
          Type: 'AWS::EC2::FlowLog',
          Properties: {
            ResourceId: ref(id),
            ResourceType: 'VPC',
            TrafficType: 'ALL',
            LogDestinationType: 's3',
            LogDestination: 'arn:aws:s3:::central-flow-logs',
          },
        },
      },
    }),
    weak: () => ({}),
  },
  {
    name: 'cluster whose control plane the internet can call',
    on: ['AWS::IAM::Role'],
    rules: ['network/public-service-endpoint'],
    weak: ({ id }) => ({
      add: {
        Cluster: {
          Type: 'AWS::EKS::Cluster',
          Properties: {
            RoleArn: arnOf(id),
            Version: '1.34',
            ResourcesVpcConfig: {
              SubnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
              EndpointPublicAccess: true,
            },
          },
        },
      },
    }),
  },
  {
    name: 'private service that lets everybody connect',
    on: ['AWS::EC2::VPCEndpointService'],
    rules: ['network/unreviewed-connections'],
    good: () => ({ set: { AcceptanceRequired: true } }),
    weak: () => ({ set: { AcceptanceRequired: false } }),
  },
];
