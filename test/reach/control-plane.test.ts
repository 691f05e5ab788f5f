import { describe, expect, test } from 'vitest';
import type { ControlPlaneWay } from '../../src/model/reach.ts';
import { deploy } from './deploy.ts';
import { anyone, group, instance, type Part, ref, subnet, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

function tell({ kind, verdict, blockedBy, settledBy }: ControlPlaneWay): string {
  if (verdict === 'blocked') return `${kind} blocked by ${blockedBy?.component}`;
  return verdict === 'unknown' ? `${kind} unknown: ${settledBy}` : `${kind} open`;
}

function ways(change: Change, to: string, sections = {}): readonly string[] {
  const { reach, end } = deploy(template({ ...twoTiers, ...change }, sections));
  const { resource } = end(to) as { readonly resource: Parameters<typeof reach.controlPlane>[0] };
  return reach.controlPlane(resource).map(tell);
}

const profile = { IamInstanceProfile: 'agent' };
const App = instance('Private', ['AppGroup'], profile);
const endpoint = (service: string): Part => [
  'AWS::EC2::VPCEndpoint',
  {
    VpcId: ref('Vpc'),
    ServiceName: `com.amazonaws.eu-west-1.${service}`,
    VpcEndpointType: 'Interface',
    SubnetIds: [ref('Private')],
    SecurityGroupIds: [ref('Allow')],
  },
];
const Allow = group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' }]);

describe('Session Manager', () => {
  test.each<readonly [string, Change, string]>([
    ['needs no way in: the agent calls out over the NAT gateway', { App }, 'ssm open'],
    ['needs a role for the agent', {}, 'ssm blocked by control-plane'],
    ['needs a way out', { App, PrivateRoute: undefined }, 'ssm blocked by route'],
    [
      'or endpoints of its own',
      { App, PrivateRoute: undefined, Allow, Ssm: endpoint('ssm'), Messages: endpoint('ssmmessages') },
      'ssm open',
    ],
    [
      'of which one is not enough',
      { App, PrivateRoute: undefined, Allow, Ssm: endpoint('ssm') },
      'ssm blocked by route',
    ],
    [
      'that let the agent in',
      { App, PrivateRoute: undefined, Allow: group([]), Ssm: endpoint('ssm'), Messages: endpoint('ssmmessages') },
      'ssm blocked by route',
    ],
    [
      'and egress',
      { App, AppGroup: group([], [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, CidrIp: '10.0.0.0/16' }]) },
      'ssm blocked by security-group',
    ],
  ])('%s', (_, change, expected) => {
    expect(ways(change, 'App')).toContain(expected);
  });

  test('tells the actions that are enough and what lets the agent out', () => {
    const { reach, base } = deploy(template({ ...twoTiers, App }));
    const app = base.resources.find(({ address }) => address === 'App');
    const [session] = app === undefined ? [] : reach.controlPlane(app.id);
    expect(session?.actions).toEqual(['ssm:StartSession', 'ssm:SendCommand']);
    expect(session?.through.map(({ component }) => component)).toContain('route');
  });
});

describe('an EC2 Instance Connect Endpoint', () => {
  const ssh = (peer: object) => group([{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, ...peer }]);
  const DoorGroup = group([]);
  const Door: Part = [
    'AWS::EC2::InstanceConnectEndpoint',
    { SubnetId: ref('Public'), SecurityGroupIds: [ref('DoorGroup')] },
  ];
  const base = { Door, DoorGroup, AppGroup: ssh({ SourceSecurityGroupId: ref('DoorGroup') }) };

  test.each<readonly [string, Change, string]>([
    ['opens SSH to an instance without any way in', base, 'instance-connect-endpoint open'],
    [
      'only where the group of the instance lets it in',
      { ...base, AppGroup: group([]) },
      'instance-connect-endpoint blocked by security-group',
    ],
    [
      'only where its own group lets it out',
      {
        ...base,
        DoorGroup: group([], [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }]),
        AppGroup: ssh({ CidrIp: '10.0.0.0/16' }),
      },
      'instance-connect-endpoint blocked by security-group',
    ],
    [
      'that keeps the address of the caller needs a rule for that',
      {
        ...base,
        Door: ['AWS::EC2::InstanceConnectEndpoint', { SubnetId: ref('Public'), PreserveClientIp: true }],
        AppGroup: ssh({ CidrIp: '10.0.0.0/16' }),
      },
      'instance-connect-endpoint blocked by security-group',
    ],
    [
      'that keeps it passes with a rule for everybody',
      {
        ...base,
        Door: ['AWS::EC2::InstanceConnectEndpoint', { SubnetId: ref('Public'), PreserveClientIp: true }],
        AppGroup: group([anyone(22)]),
      },
      'instance-connect-endpoint open',
    ],
  ])('%s', (_, change, expected) => {
    expect(ways(change, 'App')).toContain(expected);
  });

  test('of another VPC is no way in', () => {
    const far = {
      ...base,
      Far: ['AWS::EC2::VPC', { CidrBlock: '10.9.0.0/16' }] as Part,
      FarSubnet: subnet('10.9.0.0/24', { VpcId: ref('Far') }),
      Door: ['AWS::EC2::InstanceConnectEndpoint', { SubnetId: ref('FarSubnet') }] as Part,
      AppGroup: group([anyone(22)]),
    };
    expect(ways(far, 'App').filter((way) => way.startsWith('instance-connect'))).toEqual([]);
  });
});

describe('other ways of the control plane', () => {
  test('the serial console hangs on a setting of the account', () => {
    expect(ways({}, 'Web')).toContain("serial-console unknown: the account's access to the EC2 serial console");
  });

  test.each([
    [true, 'data-api open'],
    [false, 'data-api blocked by control-plane'],
  ] as const)('the Data API of a cluster, switched on: %s', (EnableHttpEndpoint, expected) => {
    const Db: Part = ['AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EnableHttpEndpoint }];
    expect(ways({ Db }, 'Db')).toContain(expected);
  });

  test.each([
    [true, 'ecs-exec open'],
    [false, 'ecs-exec blocked by control-plane'],
  ] as const)('commands in a container, switched on: %s', (EnableExecuteCommand, expected) => {
    const parts: Change = {
      Task: ['AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ Name: 'web', Image: 'web' }] }],
      Service: ['AWS::ECS::Service', { TaskDefinition: ref('Task'), EnableExecuteCommand }],
    };
    expect(ways(parts, 'Service')).toContain(expected);
  });

  test('a resource without such has none', () => {
    expect(ways({ Store: ['AWS::S3::Bucket'] }, 'Store')).toEqual([]);
  });
});
