import { get, ref } from '../../reach/two-tiers.ts';
import type { Draft } from './draft.ts';

/** Resources to ask about: instances, and what stands in many subnets, listens on one port, or is in no VPC. */
export function addEnds(draft: Draft): readonly string[] {
  const instances = [0, 1, 2, 3, 4, 5].map((at) => addInstance(draft, at));
  const vpc = draft.dice.pick(draft.vpcs);
  addServices(draft, vpc);
  addBalancer(draft, vpc);
  addEndpoints(draft, vpc);
  addOffer(draft);
  addAccelerator(draft);
  return [...instances, 'Store', 'Front', 'Function', 'Queue', 'Bucket', 'Url', 'Offer', 'Fast'];
}

function groupsIn({ groups }: Draft, vpc: string): readonly object[] {
  return groups.filter((group) => group.vpc === vpc).map(({ name }) => ref(name));
}

function addInstance(draft: Draft, at: number): string {
  const { dice, subnets, add, addOne } = draft;
  const { name: subnet, vpc } = dice.pick(subnets);
  const one = dice.some(groupsIn(draft, vpc), 1, 2);
  const other = dice.pick(groupsIn(draft, vpc));
  const groups = dice.pick<readonly unknown[] | undefined>([
    one,
    one,
    one,
    one,
    one,
    one,
    one,
    one,
    undefined,
    [ref('SomeGroup')],
    [{ 'Fn::If': ['IsProd', one[0], other] }],
    [{ 'Fn::If': ['HasExtra', one[0], ref('AWS::NoValue')] }],
  ]);
  const place = dice.pick([subnet, subnet, subnet, subnet, subnet, subnet, subnet, subnet, 'SomeSubnet', undefined]);
  add(`End${at}`, 'AWS::EC2::Instance', {
    ImageId: 'ami-0123456789abcdef0',
    ...(place !== undefined && { SubnetId: ref(place) }),
    ...(groups !== undefined && { SecurityGroupIds: groups }),
  });
  if (dice.chance(0.2)) addOne('AWS::EC2::EIP', { Domain: 'vpc', InstanceId: ref(`End${at}`) });
  return `End${at}`;
}

function addServices(draft: Draft, vpc: string): void {
  const { dice, subnets, add } = draft;
  const own = subnets.filter((subnet) => subnet.vpc === vpc).map(({ name }) => ref(name));
  add('StoreNets', 'AWS::RDS::DBSubnetGroup', { DBSubnetGroupDescription: 'nets', SubnetIds: own });
  add('Store', 'AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBSubnetGroupName: ref('StoreNets'),
    VPCSecurityGroups: dice.some(groupsIn(draft, vpc), 2, 3),
    PubliclyAccessible: dice.chance(0.6),
  });
  add('Function', 'AWS::Lambda::Function', {
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::111122223333:role/x',
    Code: { ZipFile: 'x' },
    ...(dice.chance(0.7) && {
      VpcConfig: { SubnetIds: own.slice(0, 2), SecurityGroupIds: dice.some(groupsIn(draft, vpc), 1, 2) },
    }),
  });
  add('Queue', 'AWS::SQS::Queue', {});
  add('Bucket', 'AWS::S3::Bucket', {});
  add('Url', 'AWS::Lambda::Url', {
    AuthType: 'NONE',
    TargetFunctionArn: get('Function', 'Arn'),
  });
}

function addBalancer(draft: Draft, vpc: string): void {
  const { dice, subnets, add } = draft;
  const own = subnets.filter((subnet) => subnet.vpc === vpc).map(({ name }) => ref(name));
  add('Front', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: dice.pick(['application', 'network']),
    Scheme: dice.pick(['internet-facing', 'internal']),
    Subnets: dice.chance(0.1) ? [ref('SomeSubnet')] : own,
    SecurityGroups: dice.some(groupsIn(draft, vpc), 1, 2),
  });
  add('FrontPort', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: ref('Front'),
    Port: 443,
    Protocol: dice.pick(['HTTPS', 'TCP']),
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('FrontTargets') }],
  });
  add('FrontTargets', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    Port: dice.pick([22, 443, 5432]),
    Protocol: dice.pick(['HTTP', 'TCP']),
    VpcId: ref(vpc),
    Targets: [{ Id: ref('End0') }, { Id: ref('End1') }],
  });
}

/** Endpoints of the services of queue and bucket, and one of EC2 Instance Connect. */
function addEndpoints(draft: Draft, vpc: string): void {
  const { dice, subnets, add } = draft;
  const [subnet] = subnets.filter((one) => one.vpc === vpc).map(({ name }) => ref(name));
  const SecurityGroupIds = dice.some(groupsIn(draft, vpc), 1, 1);
  if (dice.chance(0.9))
    add('QueueDoor', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Interface',
      ServiceName: 'com.amazonaws.eu-west-1.sqs',
      VpcId: ref(vpc),
      SubnetIds: [subnet],
      SecurityGroupIds,
    });
  add('BucketDoor', 'AWS::EC2::VPCEndpoint', {
    VpcEndpointType: 'Gateway',
    ServiceName: 'com.amazonaws.eu-west-1.s3',
    VpcId: ref(vpc),
    RouteTableIds: [ref(`${vpc}Public`), ref(`${vpc}Private`)],
  });
  if (dice.chance(0.4))
    add('Tunnel', 'AWS::EC2::InstanceConnectEndpoint', {
      SubnetId: subnet,
      SecurityGroupIds,
      ...(dice.chance(0.4) && { PreserveClientIp: true }),
    });
}

/** What stands behind the balancer, offered to endpoints in other VPCs. */
function addOffer(draft: Draft): void {
  const { dice, vpcs, subnets, add, addOne } = draft;
  const [at = ''] = dice.some(vpcs, 1, 1);
  add('Offer', 'AWS::EC2::VPCEndpointService', {
    NetworkLoadBalancerArns: [ref('Front')],
    AcceptanceRequired: dice.chance(0.4),
  });
  if (dice.chance(0.5))
    addOne('AWS::EC2::VPCEndpointServicePermissions', { ServiceId: ref('Offer'), AllowedPrincipals: ['*'] });
  if (dice.chance(0.85))
    add('OfferDoor', 'AWS::EC2::VPCEndpoint', {
      VpcEndpointType: 'Interface',
      ServiceName: { 'Fn::Join': ['.', ['com.amazonaws.vpce', ref('AWS::Region'), ref('Offer')]] },
      VpcId: ref(at),
      SubnetIds: subnets.filter((subnet) => subnet.vpc === at).map(({ name }) => ref(name)),
      SecurityGroupIds: dice.some(groupsIn(draft, at), 1, 2),
    });
}

function addAccelerator({ dice, add }: Draft): void {
  add('Fast', 'AWS::GlobalAccelerator::Accelerator', { Name: 'fast', Enabled: dice.chance(0.9) });
  const [FromPort, ToPort] = dice.pick([
    [443, 443],
    [400, 500],
    [22, 22],
  ]);
  add('FastPort', 'AWS::GlobalAccelerator::Listener', {
    AcceleratorArn: ref('Fast'),
    Protocol: 'TCP',
    PortRanges: [{ FromPort, ToPort }],
  });
  add('FastEnds', 'AWS::GlobalAccelerator::EndpointGroup', {
    ListenerArn: ref('FastPort'),
    EndpointGroupRegion: 'eu-west-1',
    EndpointConfigurations: ['End0', 'End1', 'Front'].map((name) => ({
      EndpointId: ref(name),
      ClientIPPreservationEnabled: dice.chance(0.7),
    })),
    ...(dice.chance(0.4) && { PortOverrides: [{ ListenerPort: 443, EndpointPort: dice.pick([22, 5432]) }] }),
  });
}
