import { get, ref } from '../../reach/two-tiers.ts';
import type { Draft } from './draft.ts';
import { portRanges } from './random-groups.ts';

const blocks = ['0.0.0.0/0', '10.0.0.0/8', '10.0.0.0/24', '10.1.0.0/16', '8.0.0.0/6', '203.0.113.0/24', '::/0'];
const actions = ['allow', 'allow', 'deny', 'deny', { 'Fn::If': ['IsProd', 'deny', 'allow'] }];

/** A network ACL for some of the VPCs, before some of their subnets. */
export function addAcls(draft: Draft): void {
  const { dice, vpcs, subnets, add, addOne } = draft;
  for (const vpc of vpcs) {
    if (!dice.chance(0.55)) continue;
    add(`${vpc}Acl`, 'AWS::EC2::NetworkAcl', { VpcId: ref(vpc) });
    for (const Egress of [false, true]) addEntries(draft, vpc, Egress);
    for (const { name } of subnets.filter((subnet) => subnet.vpc === vpc))
      if (dice.chance(0.6))
        addOne('AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref(name), NetworkAclId: ref(`${vpc}Acl`) });
  }
}

function addEntries({ dice, addOne }: Draft, vpc: string, Egress: boolean): void {
  const NetworkAclId = ref(`${vpc}Acl`);
  const whole = { NetworkAclId, Protocol: -1, RuleAction: 'allow', Egress };
  if (dice.chance(Egress ? 0.6 : 0.9))
    addOne('AWS::EC2::NetworkAclEntry', { ...whole, RuleNumber: 900, CidrBlock: '0.0.0.0/0' });
  if (dice.chance(0.8)) addOne('AWS::EC2::NetworkAclEntry', { ...whole, RuleNumber: 901, Ipv6CidrBlock: '::/0' });
  for (const number of dice.some([10, 20, 30, 40], 0, 3)) {
    const [From, To] = dice.pick(portRanges);
    const block = dice.pick(blocks);
    const Protocol = dice.pick([6, 6, -1, 17, 1]);
    addOne('AWS::EC2::NetworkAclEntry', {
      NetworkAclId: dice.chance(0.1) ? get(vpc, 'DefaultNetworkAcl') : NetworkAclId,
      RuleNumber: number,
      Protocol,
      RuleAction: dice.pick(actions),
      Egress,
      ...(Protocol === 1 ? { Icmp: { Type: dice.pick([8, 0, -1, 3]), Code: -1 } } : { PortRange: { From, To } }),
      ...(block.includes(':') ? { Ipv6CidrBlock: block } : { CidrBlock: dice.chance(0.05) ? ref('Somewhere') : block }),
    });
  }
}
