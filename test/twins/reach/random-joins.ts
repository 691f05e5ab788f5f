import { get, ref } from '../../reach/two-tiers.ts';
import { addRoute, type Draft } from './draft.ts';

/** What joins VPCs with each other and with private networks: peering, a transit gateway, private lines, a firewall. */
export function addJoins(draft: Draft): void {
  const { dice, vpcs } = draft;
  for (const [at, vpc] of vpcs.entries())
    for (const peer of vpcs.slice(at + 1)) if (dice.chance(0.3)) addPeering(draft, vpc, peer);
  if (dice.chance(0.9)) addTransit(draft);
  if (dice.chance(0.8)) addLines(draft);
  if (dice.chance(0.9)) addFirewall(draft);
}

function blocksOf({ vpcs }: Draft, vpc: string): readonly string[] {
  const at = vpcs.indexOf(vpc);
  return [`10.${at}.0.0/16`, `10.${at}.0.0/16`, `10.${at}.0.0/24`, '10.0.0.0/8'];
}

function addPeering(draft: Draft, vpc: string, peer: string): void {
  const { dice, add } = draft;
  const name = `${vpc}To${peer}`;
  const region = dice.chance(0.2) ? { PeerRegion: 'us-east-1' } : {};
  add(name, 'AWS::EC2::VPCPeeringConnection', { VpcId: ref(vpc), PeerVpcId: ref(peer), ...region });
  for (const table of ['Public', 'Private'])
    for (const [here, there] of [
      [vpc, peer],
      [peer, vpc],
    ] as const)
      if (dice.chance(0.85))
        addRoute(draft, {
          table: `${here}${table}`,
          destination: dice.pick(blocksOf(draft, there)),
          target: { VpcPeeringConnectionId: ref(name) },
        });
}

function addTransit(draft: Draft): void {
  const { dice, vpcs, subnets, add, addOne } = draft;
  add('Hub', 'AWS::EC2::TransitGateway', {
    ...(dice.chance(0.15) && { DefaultRouteTableAssociation: 'disable' }),
    ...(dice.chance(0.3) && { DefaultRouteTablePropagation: dice.pick(['disable', 'enable']) }),
    ...(dice.chance(0.3) && { SecurityGroupReferencingSupport: 'enable' }),
  });
  if (dice.chance(0.85)) add('HubTable', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') });
  else add('HubTable', 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('SomeHub') });
  for (const vpc of vpcs) {
    if (dice.chance(0.1)) continue;
    const own = subnets.filter((subnet) => subnet.vpc === vpc).map(({ name }) => ref(name));
    add(`${vpc}Spoke`, 'AWS::EC2::TransitGatewayAttachment', {
      TransitGatewayId: ref('Hub'),
      VpcId: ref(vpc),
      SubnetIds: dice.some(own, 1, 2),
    });
    const named = { TransitGatewayRouteTableId: ref('HubTable'), TransitGatewayAttachmentId: ref(`${vpc}Spoke`) };
    if (dice.chance(0.4)) addOne('AWS::EC2::TransitGatewayRouteTableAssociation', named);
    if (dice.chance(0.5)) addOne('AWS::EC2::TransitGatewayRouteTablePropagation', named);
    if (dice.chance(0.4))
      addOne('AWS::EC2::TransitGatewayRoute', {
        ...named,
        DestinationCidrBlock: dice.pick([...blocksOf(draft, vpc), '0.0.0.0/0']),
      });
    for (const table of ['Public', 'Private'])
      addRoute(draft, {
        table: `${vpc}${table}`,
        destination: dice.pick(['10.0.0.0/8', '10.0.0.0/8', '10.0.0.0/8', '192.168.0.0/16']),
        target: { TransitGatewayId: ref('Hub') },
      });
  }
}

function addLines(draft: Draft): void {
  const { dice, vpcs, add, addOne } = draft;
  const vpc = dice.pick(vpcs);
  add('Lines', 'AWS::EC2::VPNGateway', { Type: 'ipsec.1' });
  if (dice.chance(0.8)) addOne('AWS::EC2::VPCGatewayAttachment', { VpcId: ref(vpc), VpnGatewayId: ref('Lines') });
  add('Line', 'AWS::EC2::VPNConnection', {
    Type: 'ipsec.1',
    CustomerGatewayId: 'cgw-1',
    VpnGatewayId: ref('Lines'),
    StaticRoutesOnly: dice.chance(0.7),
  });
  addOne('AWS::EC2::VPNConnectionRoute', {
    VpnConnectionId: ref('Line'),
    DestinationCidrBlock: dice.pick(['192.168.0.0/16', '192.168.1.0/24', '10.0.0.0/8']),
  });
  for (const table of [`${vpc}Public`, `${vpc}Private`])
    if (dice.chance(0.5))
      addOne('AWS::EC2::VPNGatewayRoutePropagation', { RouteTableIds: [ref(table)], VpnGatewayId: ref('Lines') });
    else addRoute(draft, { table, destination: '192.168.0.0/16', target: { GatewayId: ref('Lines') } });
}

function addFirewall(draft: Draft): void {
  const { dice, vpcs, subnets, add, addOne } = draft;
  const vpc = dice.pick(vpcs);
  const own = subnets.filter((subnet) => subnet.vpc === vpc).map(({ name }) => name);
  const verdict = dice.pick(['aws:drop', 'aws:pass', 'aws:pass', 'aws:forward_to_sfe']);
  add('Policy', 'AWS::NetworkFirewall::FirewallPolicy', {
    FirewallPolicyName: 'policy',
    FirewallPolicy: {
      StatelessDefaultActions: [verdict],
      StatelessFragmentDefaultActions: [verdict],
      ...(dice.chance(0.3) && {
        StatefulRuleGroupReferences: [
          { ResourceArn: 'arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/domains' },
        ],
      }),
    },
  });
  add('Firewall', 'AWS::NetworkFirewall::Firewall', {
    FirewallName: 'firewall',
    VpcId: ref(vpc),
    FirewallPolicyArn: ref('Policy'),
    SubnetMappings: [{ SubnetId: ref(dice.pick(own)) }],
  });
  const target = { VpcEndpointId: { 'Fn::Select': [0, get('Firewall', 'EndpointIds')] } };
  const [, , part = ''] = blocksOf(draft, vpc);
  if (dice.chance(0.6)) {
    add(`${vpc}Edge`, 'AWS::EC2::RouteTable', { VpcId: ref(vpc) });
    addOne('AWS::EC2::GatewayRouteTableAssociation', {
      GatewayId: ref(`${vpc}Gateway`),
      RouteTableId: ref(`${vpc}Edge`),
    });
    addRoute(draft, { table: `${vpc}Edge`, destination: part, target });
  }
  for (const table of ['Public', 'Private'])
    for (const destination of ['8.0.0.0/6', part, part, '0.0.0.0/1'])
      if (dice.chance(0.75)) addRoute(draft, { table: `${vpc}${table}`, destination, target });
}
