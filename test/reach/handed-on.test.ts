import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { anyone, entry, get, group, type Part, ref, subnet, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

/** The two tiers behind a load balancer that sends port 443 to `App` on port 8080. */
const balanced: Readonly<Record<string, Part>> = {
  ...twoTiers,
  Balancer: [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { Subnets: [ref('Public')], SecurityGroups: [ref('WebGroup')] },
  ],
  Listener: [
    'AWS::ElasticLoadBalancingV2::Listener',
    {
      LoadBalancerArn: ref('Balancer'),
      Port: 443,
      Protocol: 'HTTPS',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    },
  ],
  Targets: [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    { Port: 8080, Protocol: 'HTTP', VpcId: ref('Vpc'), Targets: [{ Id: ref('App') }] },
  ],
};

/** What the internet reaches, one line each: `App open via Balancer`. */
function reached(change: Change, sections: { readonly Parameters?: object } = {}): readonly string[] {
  const { reach } = deploy(template({ ...balanced, ...change }, sections));
  return reach.fromInternet().map(({ resource, connection }) => {
    const via = connection.via === undefined ? '' : ` via ${connection.via.slice('net/'.length)}`;
    return `${resource.address} ${connection.verdict}${via}`;
  });
}

const internal: Part = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  { Scheme: 'internal', Subnets: [ref('Private')], SecurityGroups: [ref('WebGroup')] },
];
const listener = (more: object): Part => [
  'AWS::ElasticLoadBalancingV2::Listener',
  { ...balanced.Listener?.[1], ...more },
];
const targets = (more: object): Part => [
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  { ...balanced.Targets?.[1], ...more },
];

const from = (...Values: readonly string[]) => ({ SourceIpConfig: { Values } });

/** A listener that answers nothing by default, with one rule. */
const ruled = (
  condition?: object,
  before: readonly object[] = [],
  last: object = { Type: 'forward', TargetGroupArn: ref('Targets') },
): Change => ({
  Listener: listener({ DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }] }),
  Rule: [
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    {
      ListenerArn: ref('Listener'),
      Priority: 1,
      Conditions: condition === undefined ? [] : [condition],
      Actions: [...before, last],
    },
  ],
});

/** A rule that answers by itself, beside the default action that forwards. */
const answering = (priority: unknown, condition: object, more: object = {}): Change => ({
  First: [
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    {
      ListenerArn: ref('Listener'),
      Priority: priority,
      Conditions: [condition],
      Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } }],
      ...more,
    },
  ],
});
const everyPath = { Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } };
const forwarding = (priority: unknown): Change => ({
  Listener: listener({ DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }] }),
  Rule: [
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    {
      ListenerArn: ref('Listener'),
      Priority: priority,
      Conditions: [{ Field: 'path-pattern', Values: ['/api/*'] }],
      Actions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    },
  ],
});

describe('rules of a listener, of which the first that holds answers', () => {
  const closed = ['Web open', 'Balancer open'];
  const open = ['Web open', 'App open via Balancer', 'Balancer open'];
  const unclear = ['Web open', 'App unknown via Balancer', 'Balancer open'];
  const parameters = { Parameters: { Given: { Type: 'Number' } } };
  test.each<readonly [string, Change, readonly string[]]>([
    ['one for every path hides the default action', answering(1, everyPath), closed],
    ['one for every path in the older form', answering(1, { Field: 'path-pattern', Values: ['*'] }), closed],
    ['one for every host', answering(1, { Field: 'host-header', HostHeaderConfig: { Values: ['*'] } }), closed],
    ['one of whose paths is every path', answering(1, { Field: 'path-pattern', Values: ['/a', '/*'] }), closed],
    ['one for some paths hides nothing', answering(1, { Field: 'path-pattern', Values: ['/a*'] }), open],
    ['one for every host of a domain', answering(1, { Field: 'host-header', Values: ['*.example.com'] }), open],
    [
      'one for every path and one header',
      answering(1, everyPath, {
        Conditions: [everyPath, { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X', Values: ['*'] } }],
      }),
      open,
    ],
    ['an earlier one hides a later one', { ...answering(1, everyPath), ...forwarding(2) }, closed],
    ['a later one hides no earlier one', { ...answering(3, everyPath), ...forwarding(2) }, open],
    ['one of a priority that is supplied hides the default action', answering(ref('Given'), everyPath), closed],
    [
      'one of a priority that is supplied may hide another',
      { ...answering(ref('Given'), everyPath), ...forwarding(2) },
      unclear,
    ],
    [
      'one of another listener hides nothing',
      {
        ...answering(1, everyPath, { ListenerArn: ref('Other') }),
        Other: listener({ Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'fixed-response' }] }),
      },
      open,
    ],
  ])('%s', (_, change, expected) => {
    expect(reached(change, parameters)).toEqual(expected);
  });
});

describe('load balancers', () => {
  const web = 'Web open';
  const both = [web, 'App open via Balancer', 'Balancer open'];

  test.each<readonly [string, Change, readonly string[]]>([
    ['an internet-facing one opens its targets', {}, both.toSorted()],
    ['an internal one opens nothing', { Balancer: internal }, [web]],
    ['one without a listener accepts nothing', { Listener: undefined }, [web]],
    [
      'one in private subnets is not reached',
      {
        Balancer: [
          'AWS::ElasticLoadBalancingV2::LoadBalancer',
          { Subnets: [ref('Private')], SecurityGroups: [ref('WebGroup')] },
        ],
      },
      [web],
    ],
    [
      'one whose group lets nobody in',
      {
        Balancer: [
          'AWS::ElasticLoadBalancingV2::LoadBalancer',
          { Subnets: [ref('Public')], SecurityGroups: [ref('AppGroup')] },
        ],
      },
      [web],
    ],
    ['a listener on a port that the group does not open', { Listener: listener({ Port: 8443 }) }, [web]],
    ['a target whose group does not let the balancer in', { AppGroup: group([]) }, [web, 'Balancer open']],
    ['a target on a port that its group does not open', { Targets: targets({ Port: 9090 }) }, [web, 'Balancer open']],
    [
      'a target with a port of its own',
      { Targets: targets({ Port: 9090, Targets: [{ Id: ref('App'), Port: 8080 }] }) },
      both,
    ],
    [
      'a balancer that may not talk to its targets',
      { WebGroup: group([anyone(443)], [{ IpProtocol: 'tcp', FromPort: 53, ToPort: 53, CidrIp: '0.0.0.0/0' }]) },
      [web, 'Balancer open'],
    ],
    [
      'a listener that only redirects',
      { Listener: listener({ DefaultActions: [{ Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301' } }] }) },
      [web, 'Balancer open'],
    ],
    [
      'weighted target groups',
      {
        Listener: listener({
          DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: ref('Targets') }] } }],
        }),
      },
      both,
    ],
    [
      'a rule of the listener',
      {
        Listener: listener({
          DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
        }),
        Rule: [
          'AWS::ElasticLoadBalancingV2::ListenerRule',
          {
            ListenerArn: ref('Listener'),
            Priority: 1,
            Conditions: [],
            Actions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
          },
        ],
      },
      both,
    ],
    ...(
      [
        [
          'a rule for some hosts, which a caller can name',
          ruled({ HostHeaderConfig: { Values: ['a.example'] } }),
          both,
        ],
        ['a rule for some paths', ruled({ PathPatternConfig: { Values: ['/admin/*'] } }), both],
        ['a rule for one partner', ruled(from('203.0.113.0/24')), [web, 'Balancer open']],
        ['a rule for the private network', ruled(from('10.0.0.0/8')), [web, 'Balancer open']],
        ['a rule for everybody', ruled(from('0.0.0.0/0')), both],
        ['a rule for half of the internet', ruled(from('203.0.113.0/24', '0.0.0.0/1')), both],
        [
          'a rule that signs callers in first',
          ruled(undefined, [{ Type: 'authenticate-oidc', Order: 1, AuthenticateOidcConfig: {} }]),
          both,
        ],
        [
          'a rule that only redirects',
          ruled(undefined, [], { Type: 'redirect', RedirectConfig: {} }),
          [web, 'Balancer open'],
        ],
        ['a rule that answers itself', ruled(undefined, [], { Type: 'fixed-response' }), [web, 'Balancer open']],
      ] as const
    ).map(([title, change, expected]): readonly [string, Change, readonly string[]] => [title, change, expected]),
    [
      'a network balancer without groups keeps the address of the caller, which the target must allow',
      {
        Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: [ref('Public')] }],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({ Protocol: 'TCP' }),
        AppGroup: group([anyone(8080)]),
      },
      both,
    ],
    [
      'a network balancer whose target lets in the group of others only',
      {
        Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: [ref('Public')] }],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({ Protocol: 'TCP' }),
      },
      [web, 'Balancer open'],
    ],
    [
      'a network balancer with a group of its own, which the target lets in',
      {
        Balancer: [
          'AWS::ElasticLoadBalancingV2::LoadBalancer',
          { Type: 'network', Subnets: [ref('Public')], SecurityGroups: [ref('WebGroup')] },
        ],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({ Protocol: 'TCP' }),
      },
      both,
    ],
    [
      'a network balancer that keeps the address of the caller, before a target that lets in the VPC only',
      {
        Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: [ref('Public')] }],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({ Protocol: 'TCP' }),
        AppGroup: group([{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '10.0.0.0/16' }]),
      },
      [web, 'Balancer open'],
    ],
    [
      'a network balancer that is told not to keep it',
      {
        Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: [ref('Public')] }],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({
          Protocol: 'TCP',
          TargetGroupAttributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }],
        }),
        AppGroup: group([{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '10.0.0.0/16' }]),
      },
      both,
    ],
    [
      'a network balancer before targets by address, whose own address they see',
      {
        Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: [ref('Public')] }],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({ Protocol: 'TCP', TargetType: 'ip', Targets: [{ Id: get('App', 'PrivateIp') }] }),
        AppGroup: group([{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '10.0.0.0/16' }]),
      },
      both,
    ],
    [
      'the network ACL of the target sees the caller whose address is kept',
      {
        Balancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: 'network', Subnets: [ref('Public')] }],
        Listener: listener({ Protocol: 'TCP' }),
        Targets: targets({ Protocol: 'TCP' }),
        AppGroup: group([anyone(8080)]),
        Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
        Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Private'), NetworkAclId: ref('Acl') }],
        In: entry('Acl', 100, { CidrBlock: '10.0.0.0/16' }),
        Out: entry('Acl', 100, { Egress: true, CidrBlock: '10.0.0.0/16' }),
      },
      [web, 'Balancer open'],
    ],
    [
      'a classic balancer',
      {
        Listener: undefined,
        Balancer: [
          'AWS::ElasticLoadBalancing::LoadBalancer',
          {
            Subnets: [ref('Public')],
            SecurityGroups: [ref('WebGroup')],
            Instances: [ref('App')],
            Listeners: [{ LoadBalancerPort: '443', InstancePort: '8080', Protocol: 'TCP' }],
          },
        ],
      },
      both,
    ],
  ])('%s', (_, change, expected) => {
    expect(reached(change).toSorted()).toEqual([...expected].toSorted());
  });

  const fleet = (port: string): Change => ({
    Listener: undefined,
    Targets: undefined,
    Balancer: [
      'AWS::ElasticLoadBalancing::LoadBalancer',
      {
        Subnets: [ref('Public')],
        SecurityGroups: [ref('WebGroup')],
        Listeners: [{ LoadBalancerPort: '443', InstancePort: port, Protocol: 'TCP' }],
      },
    ],
    Launch: ['AWS::AutoScaling::LaunchConfiguration', { ImageId: 'ami-1', SecurityGroups: [ref('AppGroup')] }],
    Fleet: [
      'AWS::AutoScaling::AutoScalingGroup',
      {
        MinSize: '1',
        MaxSize: '2',
        LaunchConfigurationName: ref('Launch'),
        VPCZoneIdentifier: [ref('Private')],
        LoadBalancerNames: [ref('Balancer')],
      },
    ],
  });

  test('a classic balancer calls the instances of a group on the instance port alone', () => {
    expect(reached(fleet('8080'))).toContain('Fleet open via Balancer');
    expect(reached(fleet('9090'))).not.toContain('Fleet open via Balancer');
  });

  test('every port on which a target is called is told', () => {
    const parts = {
      ...balanced,
      AppGroup: group([{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8081, SourceSecurityGroupId: ref('WebGroup') }]),
      Targets: targets({ Targets: [{ Id: ref('App') }, { Id: ref('App'), Port: 8081 }] }),
    };
    const { reach } = deploy(template(parts));
    const app = reach.fromInternet().find(({ resource }) => resource.address === 'App');
    expect(app?.connection.ports.map(({ from }) => from)).toEqual([8080, 8081]);
  });

  test('what callers must pass before a forward is told', () => {
    const change = ruled(undefined, [{ Type: 'authenticate-oidc', Order: 1, AuthenticateOidcConfig: {} }]);
    const { reach } = deploy(template({ ...balanced, ...change }));
    const app = reach.fromInternet().find(({ resource }) => resource.address === 'App');
    expect(app?.connection.through.map(({ because }) => because)).toContain(
      'listener rule Rule forwards to the target group after authenticate-oidc',
    );
  });

  test('a rule for certain addresses hands on what comes from them, which depends on the caller', () => {
    const { reach } = deploy(template({ ...balanced, ...ruled(from('203.0.113.0/24')) }));
    const [handed] = reach.handedOn('net/Balancer' as Parameters<typeof reach.handedOn>[0]);
    expect(handed?.resource.address).toBe('App');
    expect(handed?.hop.because).toContain('settled by the address that the caller calls from');
  });

  test('in supplied subnets an internet-facing one is taken to be in public ones, and says so', () => {
    const parts = {
      ...balanced,
      Balancer: [
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        { Subnets: ref('Given'), SecurityGroups: [ref('WebGroup')] },
      ],
    } as const;
    const { reach, end } = deploy(template(parts, { Parameters: { Given: { Type: 'List<AWS::EC2::Subnet::Id>' } } }));
    const { verdict, through } = reach.connect({ kind: 'internet' }, end('Balancer'));
    expect(verdict).toBe('open');
    expect(through[0]).toMatchObject({ component: 'placement', because: expect.stringContaining('internet-facing') });
  });

  test('a target whose group is supplied is not known', () => {
    const App: Part = [
      'AWS::EC2::Instance',
      { ImageId: 'ami-1', SubnetId: ref('Private'), SecurityGroupIds: [ref('Given')] },
    ];
    const parameters = { Parameters: { Given: { Type: 'String' } } };
    expect(reached({ App }, parameters)).toContain('App unknown via Balancer');
  });

  test('the way to a target tells listener, target group and both groups', () => {
    const { reach, base } = deploy(template(balanced));
    const app = reach.fromInternet().find(({ resource }) => resource.address === 'App');
    expect(app?.connection.through.map((hop) => hop.component).slice(-4)).toEqual([
      'listener',
      'target-group',
      'security-group',
      'security-group',
    ]);
    expect(app?.connection.ports).toEqual([{ protocol: 'tcp', from: 8080, to: 8080 }]);
    const balancer = base.resources.find(({ address }) => address === 'Balancer');
    const handed = balancer === undefined ? [] : reach.handedOn(balancer.id);
    expect(handed.map(({ resource }) => resource.address)).toEqual(['App']);
  });
});

const code = { ZipFile: 'exports.handler = () => 1' };
const fn: Part = [
  'AWS::Lambda::Function',
  { Runtime: 'nodejs22.x', Handler: 'index.handler', Role: 'arn:aws:iam::111122223333:role/r', Code: code },
];

describe('front doors', () => {
  const fronts = (parts: Readonly<Record<string, Part>>) => {
    const { reach } = deploy(template(parts));
    return reach.fromInternet().map(({ resource, connection }) => {
      const via = connection.via === undefined ? '' : ` via ${connection.via.slice('net/'.length)}`;
      return `${resource.address} ${connection.verdict}${via}`;
    });
  };

  test('a function with a URL', () => {
    const parts: Readonly<Record<string, Part>> = {
      Fn: fn,
      Url: ['AWS::Lambda::Url', { TargetFunctionArn: get('Fn', 'Arn'), AuthType: 'NONE' }],
    };
    expect(fronts(parts)).toEqual(['Fn open']);
  });

  test('a function alone has no way in', () => {
    expect(fronts({ Fn: fn })).toEqual([]);
    const { reach, end } = deploy(template({ Fn: fn }));
    expect(reach.connect({ kind: 'internet' }, end('Fn')).blockedBy?.component).toBe('placement');
  });

  test('a function in a VPC accepts no connections, whatever its groups allow', () => {
    const Fn: Part = [
      fn[0],
      { ...fn[1], VpcConfig: { SubnetIds: [ref('Public')], SecurityGroupIds: [ref('WebGroup')] } },
    ];
    const { reach, end } = deploy(template({ ...twoTiers, Fn }));
    expect(reach.connect(end('Web'), end('Fn'), 443).verdict).toBe('blocked');
    expect(reach.connect({ kind: 'internet' }, end('Fn')).verdict).toBe('blocked');
  });

  test('a distribution with a bucket behind it', () => {
    const parts: Readonly<Record<string, Part>> = {
      Site: ['AWS::S3::Bucket'],
      Edge: [
        'AWS::CloudFront::Distribution',
        {
          DistributionConfig: {
            Enabled: true,
            Origins: [{ Id: 'site', DomainName: get('Site', 'RegionalDomainName'), S3OriginConfig: {} }],
            DefaultCacheBehavior: { TargetOriginId: 'site', ViewerProtocolPolicy: 'https-only' },
          },
        },
      ],
    };
    expect(fronts(parts)).toEqual(['Site open via Edge', 'Edge open']);
  });

  test('a database that is publicly accessible in public subnets', () => {
    const database = (publicly: boolean): Readonly<Record<string, Part>> => ({
      ...twoTiers,
      Other: subnet('10.0.2.0/24'),
      OtherAssociation: [
        'AWS::EC2::SubnetRouteTableAssociation',
        { SubnetId: ref('Other'), RouteTableId: ref('PublicTable') },
      ],
      Subnets: [
        'AWS::RDS::DBSubnetGroup',
        { DBSubnetGroupDescription: 'both', SubnetIds: [ref('Public'), ref('Other')] },
      ],
      DbGroup: group([anyone(0, 65535)]),
      Database: [
        'AWS::RDS::DBInstance',
        {
          Engine: 'postgres',
          DBInstanceClass: 'db.t3.micro',
          AllocatedStorage: '20',
          DBSubnetGroupName: ref('Subnets'),
          VPCSecurityGroups: [get('DbGroup', 'GroupId')],
          PubliclyAccessible: publicly,
        },
      ],
    });
    const { reach, end } = deploy(template(database(true)));
    expect(reach.connect({ kind: 'internet' }, end('Database'))).toMatchObject({
      verdict: 'open',
      ports: [{ protocol: 'tcp', from: 5432, to: 5432 }],
    });
    const closed = deploy(template(database(false)));
    expect(closed.reach.connect({ kind: 'internet' }, closed.end('Database')).blockedBy?.component).toBe(
      'public-address',
    );
    expect(closed.reach.connect(closed.end('Web'), closed.end('Database'), 5432).verdict).toBe('open');
  });

  test('types without knowledge are no exposure', () => {
    expect(fronts({ Thing: ['AWS::Panorama::ApplicationInstance', {}] })).toEqual([]);
  });
});

describe('triggers', () => {
  const source = (from: string): Part => [
    'AWS::Lambda::EventSourceMapping',
    { EventSourceArn: get(from, 'Arn'), FunctionName: ref('Fn') },
  ];
  const handed = (parts: Readonly<Record<string, Part>>, from: string) => {
    const { reach, base } = deploy(template(parts));
    const start = base.resources.find(({ address }) => address === from);
    return (start === undefined ? [] : reach.handedOn(start.id)).map(
      ({ resource, hop }) => `${hop.component} ${resource.address}`,
    );
  };

  test.each<readonly [string, Readonly<Record<string, Part>>, string, readonly string[]]>([
    ['a queue', { Fn: fn, Queue: ['AWS::SQS::Queue'], Map: source('Queue') }, 'Queue', ['trigger Fn']],
    [
      'a stream',
      { Fn: fn, Stream: ['AWS::Kinesis::Stream', { ShardCount: 1 }], Map: source('Stream') },
      'Stream',
      ['trigger Fn'],
    ],
    [
      'a topic before a queue',
      {
        Fn: fn,
        Topic: ['AWS::SNS::Topic'],
        Queue: ['AWS::SQS::Queue'],
        Map: source('Queue'),
        Sub: ['AWS::SNS::Subscription', { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: get('Queue', 'Arn') }],
      },
      'Topic',
      ['trigger Queue', 'trigger Fn'],
    ],
    ['nothing without a mapping', { Fn: fn, Queue: ['AWS::SQS::Queue'] }, 'Queue', []],
  ])('of code: %s', (_, parts, from, expected) => {
    expect(handed(parts, from)).toEqual(expected);
  });
});

const entryOn = (FromPort: number, ToPort = FromPort): Part => [
  'AWS::GlobalAccelerator::Listener',
  { AcceleratorArn: ref('Front'), Protocol: 'TCP', PortRanges: [{ FromPort, ToPort }] },
];
const overriding = (ListenerPort: number, EndpointPort: number): Change => ({
  Ends: [
    'AWS::GlobalAccelerator::EndpointGroup',
    {
      ListenerArn: ref('Entry'),
      EndpointGroupRegion: 'eu-west-1',
      EndpointConfigurations: [{ EndpointId: ref('App') }],
      PortOverrides: [{ ListenerPort, EndpointPort }],
    },
  ],
});

describe('an accelerator', () => {
  const accelerated = (configuration: object, change: Change = {}): Change => ({
    ...balanced,
    Balancer: undefined,
    Listener: undefined,
    Targets: undefined,
    AppGroup: group([anyone(8080)]),
    Front: ['AWS::GlobalAccelerator::Accelerator', { Name: 'front' }],
    Entry: [
      'AWS::GlobalAccelerator::Listener',
      { AcceleratorArn: ref('Front'), Protocol: 'TCP', PortRanges: [{ FromPort: 8080, ToPort: 8080 }] },
    ],
    Ends: [
      'AWS::GlobalAccelerator::EndpointGroup',
      {
        ListenerArn: ref('Entry'),
        EndpointGroupRegion: 'eu-west-1',
        EndpointConfigurations: [{ EndpointId: ref('App'), ...configuration }],
      },
    ],
    ...change,
  });

  test.each<readonly [string, Change, boolean]>([
    ['leads the internet to an instance in a private subnet', accelerated({}), true],
    ['whose group must let the caller in', accelerated({}, { AppGroup: group([]) }), false],
    ['on any port of a range', accelerated({}, { Entry: entryOn(8000, 9000) }), true],
    ['on a port that an override names', accelerated({}, { Entry: entryOn(443), ...overriding(443, 8080) }), true],
    ['but not on the port that is overridden', accelerated({}, overriding(8080, 443)), false],
    ['but not without keeping the address of the caller', accelerated({ ClientIPPreservationEnabled: false }), false],
    [
      'but not when it is switched off',
      accelerated({}, { Front: ['AWS::GlobalAccelerator::Accelerator', { Name: 'front', Enabled: false }] }),
      false,
    ],
  ])('%s', (_, change, isReached) => {
    expect(reached(change).includes('App open via Front')).toBe(isReached);
  });
});
