import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { anyone, get, group, type Part, type Parts, ref, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

const balancer = (more: object): Part => [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  { Type: 'application', Scheme: 'internet-facing', Subnets: [ref('Public')], SecurityGroups: [ref('Edge')], ...more },
];
const listener = (port: number, protocol: string): Part => [
  'AWS::ElasticLoadBalancingV2::Listener',
  {
    LoadBalancerArn: ref('Balancer'),
    Port: port,
    Protocol: protocol,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
  },
];
const distribution = (origin: object, viewers = 'redirect-to-https'): Part => [
  'AWS::CloudFront::Distribution',
  {
    DistributionConfig: {
      Enabled: true,
      DefaultCacheBehavior: { TargetOriginId: 'app', ViewerProtocolPolicy: viewers },
      Origins: [{ Id: 'app', DomainName: get('Balancer', 'DNSName'), CustomOriginConfig: origin }],
    },
  },
];
const ofCloudFront = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: 'pl-4fa04526' };
const office = { ...anyone(443), CidrIp: '203.0.113.0/24' };

/** A distribution before a load balancer, with the application server as its target. */
const site: Parts = {
  ...twoTiers,
  Edge: group([ofCloudFront]),
  AppGroup: group([{ ...anyone(8080), CidrIp: '10.0.0.0/16' }]),
  Balancer: balancer({}),
  Port: listener(443, 'HTTPS'),
  Targets: [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    { Port: 8080, Protocol: 'HTTP', VpcId: ref('Vpc'), Targets: [{ Id: ref('App') }] },
  ],
  Door: distribution({ OriginProtocolPolicy: 'https-only' }),
};

/** What is reached by way of `Door`. */
function reached(change: Change): readonly string[] {
  const { reach } = deploy(template({ ...site, ...change }));
  return reach.fromInternet().flatMap(({ resource, connection: { via, verdict, settledBy } }) => {
    if (via !== 'net/Door') return [];
    return [`${resource.address} ${settledBy === undefined ? verdict : `hangs on ${settledBy}`}`];
  });
}

describe('a distribution calls its origin over the internet', () => {
  const all = ['App open', 'Balancer open'];
  test.each<readonly [string, Change, readonly string[]]>([
    ['a group for the list of CloudFront lets it in', {}, all],
    // What the balancer hands on is told of the balancer then, which everybody calls.
    ['so does one for everybody', { Edge: group([anyone(443)]) }, ['Balancer open']],
    ['one for nobody does not', { Edge: group([]) }, []],
    ['nor one for inside', { Edge: group([{ ...anyone(443), CidrIp: '10.0.0.0/8' }]) }, []],
    [
      'nor one for the list of another service',
      { Edge: group([{ ...ofCloudFront, SourcePrefixListId: 'pl-6da54004' }]) },
      [],
    ],
    [
      'certain addresses may be those of CloudFront',
      { Edge: group([office]) },
      ['App', 'Balancer'].map((name) => `${name} hangs on the addresses that Door calls Balancer from`),
    ],
    ['an internal balancer has no public address', { Balancer: balancer({ Scheme: 'internal' }) }, []],
    ['on the port of the protocol policy', { Door: distribution({ OriginProtocolPolicy: 'http-only' }) }, []],
    [
      'as the viewer asked: on either port',
      { Door: distribution({ OriginProtocolPolicy: 'match-viewer' }, 'allow-all') },
      all,
    ],
    ['on a port of its own', { Door: distribution({ OriginProtocolPolicy: 'https-only', HTTPSPort: 8443 }) }, []],
  ])('%s', (_, change, expected) => {
    expect([...reached(change)].sort()).toEqual(expected);
  });
});

describe('a REST API', () => {
  const inner: Parts = {
    Edge: group([anyone(80)]),
    Balancer: balancer({ Type: 'network', Scheme: 'internal', Subnets: [ref('Private')] }),
    Port: listener(80, 'TCP'),
    Targets: [
      'AWS::ElasticLoadBalancingV2::TargetGroup',
      {
        Port: 8080,
        Protocol: 'TCP',
        VpcId: ref('Vpc'),
        Targets: [{ Id: ref('App') }],
        TargetGroupAttributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }],
      },
    ],
    Door: ['AWS::ApiGateway::RestApi', { Name: 'door' }],
    Deployment: ['AWS::ApiGateway::Deployment', { RestApiId: ref('Door') }],
    Stage: ['AWS::ApiGateway::Stage', { RestApiId: ref('Door'), DeploymentId: ref('Deployment'), StageName: 'live' }],
    Link: ['AWS::ApiGateway::VpcLink', { Name: 'link', TargetArns: [ref('Balancer')] }],
  };
  const method = (more: object, host: object | string = { 'Fn::Sub': 'http://${Balancer.DNSName}/' }): Part => [
    'AWS::ApiGateway::Method',
    {
      RestApiId: ref('Door'),
      ResourceId: get('Door', 'RootResourceId'),
      HttpMethod: 'ANY',
      AuthorizationType: 'NONE',
      Integration: { Type: 'HTTP_PROXY', IntegrationHttpMethod: 'ANY', Uri: host, ...more },
    },
  ];
  const linked = { ConnectionType: 'VPC_LINK', ConnectionId: ref('Link') };

  test.each<readonly [string, Change, readonly string[]]>([
    ['leads to the balancer of its link', { Method: method(linked) }, ['App open', 'Balancer open']],
    [
      'whatever name it calls it by',
      { Method: method(linked, 'http://inner.example.com/') },
      ['App open', 'Balancer open'],
    ],
    ['leads to no internal balancer without a link', { Method: method({}) }, []],
    [
      'leads to one on the internet without a link',
      {
        Method: method({}),
        Balancer: balancer({ Type: 'network' }),
      },
      ['Balancer open'],
    ],
    [
      'on the port of the address',
      {
        Method: method({}, { 'Fn::Sub': 'http://${Balancer.DNSName}:8081/' }),
        Balancer: balancer({ Type: 'network' }),
      },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect([...reached({ ...inner, ...change })].sort()).toEqual(expected);
  });
});

describe('a service that answers in networks alone', () => {
  const api: Parts = {
    Api: ['AWS::ApiGateway::RestApi', { Name: 'inner', EndpointConfiguration: { Types: ['PRIVATE'] } }],
    Method: [
      'AWS::ApiGateway::Method',
      {
        RestApiId: ref('Api'),
        ResourceId: get('Api', 'RootResourceId'),
        HttpMethod: 'GET',
        AuthorizationType: 'NONE',
        Integration: { Type: 'MOCK' },
      },
    ],
    Deployment: ['AWS::ApiGateway::Deployment', { RestApiId: ref('Api') }],
    Stage: ['AWS::ApiGateway::Stage', { RestApiId: ref('Api'), DeploymentId: ref('Deployment'), StageName: 'live' }],
  };
  const endpoint = (service: string): Part => [
    'AWS::EC2::VPCEndpoint',
    {
      VpcId: ref('Vpc'),
      VpcEndpointType: 'Interface',
      ServiceName: `com.amazonaws.eu-west-1.${service}`,
      SubnetIds: [ref('Private')],
      SecurityGroupIds: [ref('DoorGroup')],
    },
  ];
  const asked = (change: Change, to: string) => {
    const DoorGroup = group([{ ...anyone(443), CidrIp: '10.0.0.0/16' }]);
    const { reach, end } = deploy(template({ ...twoTiers, ...api, DoorGroup, ...change }));
    return reach.connect(end('App'), end(to), 443);
  };

  test('is not called over the internet, though the caller gets out', () => {
    expect(asked({}, 'Api')).toMatchObject({
      verdict: 'blocked',
      blockedBy: {
        component: 'endpoint',
        because: 'Api is called over VPC endpoints of its service alone, and none leads there',
      },
    });
  });

  test('is called over an endpoint of its service', () => {
    const { verdict, through } = asked({ Door: endpoint('execute-api') }, 'Api');
    expect(verdict).toBe('open');
    expect(through.map(({ because }) => because)).toContain('interface endpoint Door');
  });

  test('is not called over the endpoint for who manages it', () => {
    expect(asked({ Door: endpoint('apigateway') }, 'Api').verdict).toBe('blocked');
  });

  test.each([
    ['AWS::Kinesis::Stream', 'kinesis-streams'],
    ['AWS::KinesisFirehose::DeliveryStream', 'kinesis-firehose'],
    ['AWS::SQS::Queue', 'sqs-fips'],
    ['AWS::StepFunctions::StateMachine', 'sync-states'],
  ])('an endpoint of %s is called %s', (type, service) => {
    const { through } = asked({ It: [type, {}], Door: endpoint(service) }, 'It');
    expect(through.map(({ because }) => because)).toContain('interface endpoint Door');
  });
});
