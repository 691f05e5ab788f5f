import { describe, expect, test } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { deploy } from './deploy.ts';
import { anyone, get, group, type Part, type Parts, ref, template, twoTiers } from './two-tiers.ts';

/** What the internet can do with `It`. */
function told(parts: Parts): string {
  const { reach, end } = deploy(template(parts));
  const { verdict, blockedBy, settledBy } = reach.connect({ kind: 'internet' }, end('It'));
  if (verdict === 'open') return 'open';
  return verdict === 'blocked' ? `blocked by ${blockedBy?.component}` : `unknown: ${settledBy}`;
}

/** What requests from the internet come to, step by step. */
function handed(parts: Parts, to: string): readonly string[] {
  const { reach } = deploy(template({ ...twoTiers, ...parts }));
  return reach
    .fromInternet()
    .filter(({ resource }) => resource.address === to)
    .map(({ connection: { verdict, via } }) => `${verdict} via ${via?.slice('net/'.length) ?? 'nothing'}`);
}

const it = (...part: Part): Parts => ({ It: part });
const restApi = (EndpointConfiguration?: object): Parts => ({
  Deployment: ['AWS::ApiGateway::Deployment', { RestApiId: ref('It'), StageName: 'live' }],
  It: ['AWS::ApiGateway::RestApi', { Name: 'api', ...(EndpointConfiguration && { EndpointConfiguration }) }],
  Method: [
    'AWS::ApiGateway::Method',
    {
      RestApiId: ref('It'),
      ResourceId: get('It', 'RootResourceId'),
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      Integration: { Type: 'MOCK' },
    },
  ],
});
const httpApi: Parts = {
  It: ['AWS::ApiGatewayV2::Api', { Name: 'api', ProtocolType: 'HTTP' }],
  Route: ['AWS::ApiGatewayV2::Route', { ApiId: ref('It'), RouteKey: 'GET /' }],
  Stage: ['AWS::ApiGatewayV2::Stage', { ApiId: ref('It'), StageName: '$default', AutoDeploy: true }],
};
const socketApi: Parts = {
  It: ['AWS::ApiGatewayV2::Api', { Name: 'ws', ProtocolType: 'WEBSOCKET' }],
  Stage: ['AWS::ApiGatewayV2::Stage', { ApiId: ref('It'), StageName: 'live' }],
};
const without = (name: string, { [name]: _, ...parts }: Parts): Parts => parts;
const cluster = (type: string): Part => [
  'AWS::MSK::Cluster',
  {
    ClusterName: 'c',
    KafkaVersion: '3.6.0',
    NumberOfBrokerNodes: 2,
    ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
    BrokerNodeGroupInfo: {
      InstanceType: 'kafka.m5.large',
      ClientSubnets: [ref('Public')],
      SecurityGroups: [ref('ItGroup')],
      ConnectivityInfo: { PublicAccess: { Type: type } },
    },
  },
];
const domain = (more: object): Part => ['AWS::OpenSearchService::Domain', { DomainName: 'logs', ...more }];
const inVpc = { VPCOptions: { SubnetIds: [ref('Public')], SecurityGroupIds: [ref('ItGroup')] } };
const runner = (IsPubliclyAccessible?: boolean): Part => [
  'AWS::AppRunner::Service',
  {
    SourceConfiguration: {
      ImageRepository: { ImageIdentifier: 'public.ecr.aws/a/b:1', ImageRepositoryType: 'ECR_PUBLIC' },
    },
    ...(IsPubliclyAccessible !== undefined && {
      NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible } },
    }),
  },
];
const eks = (more: object): Part => [
  'AWS::EKS::Cluster',
  { RoleArn: 'arn:aws:iam::111122223333:role/eks', ResourcesVpcConfig: { SubnetIds: [ref('Private')], ...more } },
];

describe('what the internet can open a connection to, by type', () => {
  test.each<readonly [string, Parts, string]>([
    ['a method of a REST API is public', restApi(), 'open'],
    ['a regional one as well', restApi({ Types: ['REGIONAL'] }), 'open'],
    ['a private one is not', restApi({ Types: ['PRIVATE'] }), 'blocked by placement'],
    ['an HTTP API is public', httpApi, 'open'],
    [
      'an HTTP API without a stage may have one elsewhere',
      without('Stage', httpApi),
      'unknown: a stage of It, which has none in the input',
    ],
    [
      'a REST API without a stage may have one elsewhere',
      without('Deployment', restApi()),
      'unknown: a stage of It, which has none in the input',
    ],
    ['a WebSocket API as well', socketApi, 'open'],
    [
      'a WebSocket API without a stage may have one elsewhere',
      without('Stage', socketApi),
      'unknown: a stage of It, which has none in the input',
    ],
    [
      'an HTTP API that is made quickly has a stage by itself',
      it('AWS::ApiGatewayV2::Api', { Name: 'api', ProtocolType: 'HTTP', Target: 'https://example.com' }),
      'open',
    ],
    ['an App Runner service is public', { It: runner() }, 'open'],
    ['unless its ingress is private', { It: runner(false) }, 'blocked by placement'],
    ['a search domain outside a VPC is public', { It: domain({}) }, 'open'],
    ['one in a VPC is not', { It: domain(inVpc) }, 'blocked by public-address'],
    ['brokers with public access are public', { It: cluster('SERVICE_PROVIDED_EIPS') }, 'open'],
    ['brokers without are not', { It: cluster('DISABLED') }, 'blocked by public-address'],
    ['the endpoint of Kubernetes is public', { It: eks({}) }, 'open'],
    ['or closed', { It: eks({ EndpointPublicAccess: false, EndpointPrivateAccess: true }) }, 'blocked by route'],
    [
      'a user pool can be called by anyone',
      {
        It: ['AWS::Cognito::UserPool', { UserPoolName: 'p' }],
        Client: [
          'AWS::Cognito::UserPoolClient',
          { UserPoolId: ref('It'), ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
        ],
      },
      'open',
    ],
    ['an identity pool as well', it('AWS::Cognito::IdentityPool', { AllowUnauthenticatedIdentities: true }), 'open'],
    [
      'a cache in a public subnet with an open group is not',
      {
        Caches: ['AWS::ElastiCache::SubnetGroup', { Description: 'c', SubnetIds: [ref('Public')] }],
        It: [
          'AWS::ElastiCache::CacheCluster',
          {
            Engine: 'redis',
            CacheNodeType: 'cache.t3.micro',
            NumCacheNodes: 1,
            CacheSubnetGroupName: ref('Caches'),
            VpcSecurityGroupIds: [ref('ItGroup')],
          },
        ],
      },
      'blocked by public-address',
    ],
    [
      'the main node of a cluster in a public subnet asks its group',
      {
        It: [
          'AWS::EMR::Cluster',
          {
            Name: 'e',
            JobFlowRole: 'EMR_EC2_DefaultRole',
            ServiceRole: 'EMR_DefaultRole',
            ReleaseLabel: 'emr-7.1.0',
            Instances: {
              Ec2SubnetId: ref('Public'),
              EmrManagedMasterSecurityGroup: ref('ItGroup'),
              EmrManagedSlaveSecurityGroup: ref('ItGroup'),
            },
          },
        ],
      },
      'open',
    ],
    [
      'a warehouse is public when it says so',
      {
        Subnets: ['AWS::Redshift::ClusterSubnetGroup', { Description: 'r', SubnetIds: [ref('Public')] }],
        It: [
          'AWS::Redshift::Cluster',
          {
            ClusterType: 'single-node',
            NodeType: 'ra3.large',
            DBName: 'd',
            MasterUsername: 'admin',
            ClusterSubnetGroupName: ref('Subnets'),
            VpcSecurityGroupIds: [ref('ItGroup')],
            PubliclyAccessible: true,
          },
        ],
      },
      'open',
    ],
    [
      'a document database never is',
      {
        Subnets: ['AWS::DocDB::DBSubnetGroup', { DBSubnetGroupDescription: 'd', SubnetIds: [ref('Public')] }],
        It: ['AWS::DocDB::DBCluster', { DBSubnetGroupName: ref('Subnets'), VpcSecurityGroupIds: [ref('ItGroup')] }],
      },
      'blocked by public-address',
    ],
  ])('%s', (_, parts, expected) => {
    expect(told({ ...twoTiers, ItGroup: group([anyone(0, 65535)]), ...parts })).toBe(expected);
  });
});

const distribution = (origin: object): Part => [
  'AWS::CloudFront::Distribution',
  {
    DistributionConfig: {
      Enabled: true,
      Origins: [{ Id: 'o', DomainName: get('Inner', 'DNSName'), ...origin }],
      DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'https-only' },
    },
  },
];
const inner = (groups: Part): Parts => ({
  InnerGroup: groups,
  Inner: [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { Scheme: 'internal', Subnets: [ref('Private')], SecurityGroups: [ref('InnerGroup')] },
  ],
  Listener: [
    'AWS::ElasticLoadBalancingV2::Listener',
    {
      LoadBalancerArn: ref('Inner'),
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    },
  ],
  Targets: [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    { Port: 8080, Protocol: 'HTTP', VpcId: ref('Vpc'), TargetType: 'instance', Targets: [{ Id: ref('App') }] },
  ],
  AppGroup: group([{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: ref('InnerGroup') }]),
});
const throughVpcOrigin: Parts = {
  Origin: [
    'AWS::CloudFront::VpcOrigin',
    { VpcOriginEndpointConfig: { Arn: ref('Inner'), Name: 'o', HTTPPort: 80, OriginProtocolPolicy: 'http-only' } },
  ],
  Edge: distribution({ VpcOriginConfig: { VpcOriginId: get('Origin', 'Id') } }),
};
const link: Parts = {
  Link: ['AWS::ApiGatewayV2::VpcLink', { Name: 'l', SubnetIds: [ref('Private')], SecurityGroupIds: [ref('WebGroup')] }],
  Api: ['AWS::ApiGatewayV2::Api', { Name: 'api', ProtocolType: 'HTTP' }],
  Stage: ['AWS::ApiGatewayV2::Stage', { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true }],
  Route: [
    'AWS::ApiGatewayV2::Route',
    { ApiId: ref('Api'), RouteKey: '$default', Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] } },
  ],
  Integration: [
    'AWS::ApiGatewayV2::Integration',
    {
      ApiId: ref('Api'),
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      IntegrationUri: ref('Listener'),
      ConnectionType: 'VPC_LINK',
      ConnectionId: ref('Link'),
      PayloadFormatVersion: '1.0',
    },
  ],
};
/** A REST API that names the load balancer, and a link of version 2. */
const target = (uri?: string): Parts => ({
  Link: link.Link ?? ['AWS::ApiGatewayV2::VpcLink'],
  Api: ['AWS::ApiGateway::RestApi', { Name: 'api' }],
  Deployment: ['AWS::ApiGateway::Deployment', { RestApiId: ref('Api'), StageName: 'live' }],
  Method: [
    'AWS::ApiGateway::Method',
    {
      RestApiId: ref('Api'),
      ResourceId: get('Api', 'RootResourceId'),
      HttpMethod: 'ANY',
      AuthorizationType: 'NONE',
      Integration: {
        Type: 'HTTP_PROXY',
        IntegrationHttpMethod: 'ANY',
        ConnectionType: 'VPC_LINK',
        ConnectionId: ref('Link'),
        IntegrationTarget: ref('Inner'),
        ...(uri !== undefined && { Uri: uri }),
      },
    },
  ],
});
const fromLink = group([{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: ref('WebGroup') }]);

describe('an internal load balancer behind a front door', () => {
  test.each<readonly [string, Parts, readonly string[]]>([
    ['is reached by nobody alone', inner(group([anyone(80)])), []],
    ['is reached through a VPC origin', { ...inner(group([anyone(80)])), ...throughVpcOrigin }, ['open via Edge']],
    ['whose group must let it in', { ...inner(group([])), ...throughVpcOrigin }, []],
    [
      'by the prefix list of CloudFront',
      {
        ...inner(group([{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourcePrefixListId: 'pl-4fa04526' }])),
        ...throughVpcOrigin,
      },
      ['open via Edge'],
    ],
    [
      'or perhaps by the group that CloudFront makes',
      {
        ...inner(
          group([{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: 'sg-0123456789abcdef0' }]),
        ),
        ...throughVpcOrigin,
      },
      ['unknown via Edge'],
    ],
    ['not by a group of the system', { ...inner(fromLink), ...throughVpcOrigin }, []],
    ['is reached through the link of an API', { ...inner(fromLink), ...link }, ['open via Api']],
    ['is reached through a REST API that names it', { ...inner(fromLink), ...target() }, ['open via Api']],
    ['on the port of the address', { ...inner(fromLink), ...target('https://shop.example.com:8443/') }, []],
    ['and not past its group', { ...inner(group([])), ...target() }, []],
    ['whose group must let the link in', { ...inner(group([])), ...link }, []],
  ])('%s', (_, parts, expected) => {
    expect(handed(parts, 'Inner')).toEqual(expected);
  });

  test('hands on to the instances behind it', () => {
    expect(handed({ ...inner(fromLink), ...link }, 'App')).toEqual(['open via Api']);
  });
});

describe('a group of another VPC', () => {
  const other: Parts = {
    Vpc2: ['AWS::EC2::VPC', { CidrBlock: '10.9.0.0/16' }],
    Shared: [
      'AWS::EC2::SecurityGroup',
      { GroupDescription: 's', VpcId: ref('Vpc2'), SecurityGroupIngress: [anyone(22)] },
    ],
    Web: [
      'AWS::EC2::Instance',
      { ImageId: 'ami-0123456789abcdef0', SubnetId: ref('Public'), SecurityGroupIds: [ref('Shared')] },
    ],
  };
  test('counts where it is associated', () => {
    const association: Part = [
      'AWS::EC2::SecurityGroupVpcAssociation',
      { GroupId: get('Shared', 'GroupId'), VpcId: ref('Vpc') },
    ];
    const { reach, end } = deploy(template({ ...twoTiers, ...other, Association: association }));
    expect(reach.connect({ kind: 'internet' }, end('Web'), 22).verdict).toBe('open');
  });
});

describe('an endpoint that AWS runs for what stands in a VPC', () => {
  const cluster = (access: object) => ({
    Resources: {
      Cluster: {
        Type: 'AWS::EKS::Cluster',
        Properties: {
          RoleArn: 'arn:aws:iam::111122223333:role/cluster',
          ResourcesVpcConfig: { SubnetIds: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'], ...access },
        },
      },
    },
  });
  const told = async (access: object) => {
    const { document } = await modelOfTexts({ 'app.yaml': JSON.stringify(cluster(access)) });
    return document.threats.flatMap(({ rule, status, evidence }) =>
      rule.startsWith('network/') ? [`${rule} ${status}: ${evidence[0]?.note}`] : [],
    );
  };

  test('is told once, and not as the address of a host', async () => {
    expect(await told({})).toEqual([
      "network/public-service-endpoint open: its https endpoint is on the internet (AWS's default)",
    ]);
  });

  test('is not called private where it takes some addresses', async () => {
    expect(await told({ EndpointPublicAccess: true, PublicAccessCidrs: ['203.0.113.0/24'] })).toEqual([
      'network/public-service-endpoint mitigated: its https endpoint takes connections from certain addresses only',
    ]);
  });
});
