import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/model/reach.ts';
import { deploy } from './deploy.ts';
import { anyone, group, type Part, ref, subnet, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

const service = (more: object = {}): Part => [
  'AWS::EC2::VPCEndpointService',
  { NetworkLoadBalancerArns: [ref('Balancer')], AcceptanceRequired: false, ...more },
];

/** `App` behind a balancer that an endpoint service offers to others. */
const provider: Change = {
  ...twoTiers,
  Balancer: [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { Type: 'network', Scheme: 'internal', Subnets: [ref('Private')], SecurityGroups: [ref('WebGroup')] },
  ],
  Listener: [
    'AWS::ElasticLoadBalancingV2::Listener',
    {
      LoadBalancerArn: ref('Balancer'),
      Port: 8080,
      Protocol: 'TCP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    },
  ],
  Targets: [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    { Port: 8080, Protocol: 'TCP', VpcId: ref('Vpc'), Targets: [{ Id: ref('App') }] },
  ],
  Service: service(),
};

/** A VPC with an endpoint for the service and a client beside it. */
const consumer = (name: unknown, more: Change = {}): Change => ({
  FarVpc: ['AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }],
  FarSubnet: subnet('10.1.0.0/24', { VpcId: ref('FarVpc') }),
  FarGroup: ['AWS::EC2::SecurityGroup', { GroupDescription: 'g', VpcId: ref('FarVpc') }],
  DoorGroup: [
    'AWS::EC2::SecurityGroup',
    { GroupDescription: 'g', VpcId: ref('FarVpc'), SecurityGroupIngress: [anyone(8080)] },
  ],
  Client: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('FarSubnet'), SecurityGroupIds: [ref('FarGroup')] }],
  Endpoint: [
    'AWS::EC2::VPCEndpoint',
    {
      VpcId: ref('FarVpc'),
      ServiceName: { 'Fn::Join': ['.', ['com.amazonaws.vpce', ref('AWS::Region'), name]] },
      VpcEndpointType: 'Interface',
      SubnetIds: [ref('FarSubnet')],
      SecurityGroupIds: [ref('DoorGroup')],
    },
  ],
  ...more,
});

function told({ verdict, blockedBy, settledBy }: Connection): string {
  if (verdict === 'blocked') return `blocked: ${blockedBy?.because}`;
  return verdict === 'unknown' ? `unknown: ${settledBy}` : 'open';
}

describe('an endpoint of the same account', () => {
  const here = (change: Change) => deploy(template({ ...provider, ...consumer(ref('Service')), ...change }));
  const reachedFrom = (change: Change) => {
    const { reach, base } = here(change);
    const endpoint = base.resources.find(({ address }) => address === 'Endpoint');
    return endpoint === undefined ? [] : reach.handedOn(endpoint.id).map(({ resource }) => resource.address);
  };

  test('hands on to the service, its balancer and the targets, without any route between the VPCs', () => {
    expect(reachedFrom({})).toEqual(['Service', 'Balancer', 'App']);
  });
  test('leaves it to the target whether the balancer arrives', () => {
    expect(reachedFrom({ AppGroup: group([]) })).toEqual(['Service', 'Balancer']);
  });
  test('is not followed to a service of others', () => {
    expect(reachedFrom(consumer('vpce-svc-0a'))).toEqual([]);
  });

  test.each<readonly [string, Change, string]>([
    ['a client beside it reaches the service', {}, 'open'],
    [
      'its group must let the client in',
      { DoorGroup: ['AWS::EC2::SecurityGroup', { GroupDescription: 'g', VpcId: ref('FarVpc') }] },
      'blocked: no rule of DoorGroup lets this in',
    ],
    [
      'without it there is no way',
      { Endpoint: undefined },
      'blocked: no endpoint of the input leads from Client to Service',
    ],
    [
      'it waits for acceptance where somebody has to accept it',
      { Service: service({ AcceptanceRequired: true }) },
      'unknown: the acceptance of Endpoint by Service',
    ],
    [
      'acceptance is required unless the service says otherwise',
      { Service: service({ AcceptanceRequired: undefined }) },
      'unknown: the acceptance of Endpoint by Service',
    ],
  ])('%s', (_, change, expected) => {
    const { reach, end } = here(change);
    expect(told(reach.connect(end('Client'), end('Service'), 8080))).toBe(expected);
  });

  test('is told as a hop, with what lets it in', () => {
    const { reach, end } = here({});
    const hops = reach.connect(end('Client'), end('Service'), 8080).through;
    expect(hops.filter(({ component }) => component === 'endpoint').map(({ because }) => because)).toEqual([
      'interface endpoint Endpoint',
      'endpoint service Service allows its own account',
    ]);
  });
});

describe('an endpoint of another account', () => {
  const account = '444455556666';
  const far = template(consumer({ 'Fn::ImportValue': 'Service' }));
  const allows = (...principals: readonly unknown[]): Change => ({
    Allowed: ['AWS::EC2::VPCEndpointServicePermissions', { ServiceId: ref('Service'), AllowedPrincipals: principals }],
  });
  const refused = `blocked: endpoint service Service does not allow account ${account}`;

  test.each<readonly [string, Change, string]>([
    ['is refused when nobody is allowed', {}, refused],
    ['is refused when another account is', allows('arn:aws:iam::777788889999:root'), refused],
    ['is let in when its account is', allows(`arn:aws:iam::${account}:root`), 'open'],
    ['is let in when everybody is', allows('*'), 'open'],
    [
      'may be let in when one role of its account is, if that role makes it',
      allows(`arn:aws:iam::${account}:role/network`),
      'unknown: who makes Endpoint',
    ],
    [
      'waits for acceptance all the same',
      { ...allows('*'), Service: service({ AcceptanceRequired: true }) },
      'unknown: the acceptance of Endpoint by Service',
    ],
    ['hangs on a principal that is supplied', allows(ref('Whom')), 'unknown: parameter Whom of net'],
  ])('%s', (_, change, expected) => {
    const parts = template({ ...provider, ...change }, { Parameters: { Whom: { Type: 'String' } } });
    const { reach, end } = deploy(parts, {}, { account, template: far });
    expect(told(reach.connect(end('far/Client'), end('Service'), 8080))).toBe(expected);
    const handed = reach
      .handedOn('far/Endpoint' as Parameters<typeof reach.handedOn>[0])
      .map(({ resource }) => resource.address);
    expect(handed.includes('App')).toBe(!expected.startsWith('blocked'));
  });
});
