import { ref } from '../../reach/two-tiers.ts';
import { addRoute, type Draft } from './draft.ts';

/** Two tables for each VPC, one that leads out both ways, and subnets that go by one of them or by none. */
export function addRoutes(draft: Draft): void {
  const { dice, vpcs, subnets, add, addOne } = draft;
  for (const vpc of vpcs) {
    const own = subnets.filter((subnet) => subnet.vpc === vpc);
    for (const table of ['Public', 'Private']) addTable(draft, vpc, table);
    add(`${vpc}Nat`, 'AWS::EC2::NatGateway', {
      SubnetId: ref(own[0]?.name ?? 'SomeSubnet'),
      AllocationId: 'eipalloc-1',
    });
    for (const { name } of own) {
      const table = dice.pick(['Public', 'Public', 'Private', 'Private', 'Private', 'None']);
      if (table !== 'None')
        addOne('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: ref(name), RouteTableId: ref(`${vpc}${table}`) });
    }
  }
}

function addTable(draft: Draft, vpc: string, name: string): void {
  const { dice, add } = draft;
  const table = `${vpc}${name}`;
  add(table, 'AWS::EC2::RouteTable', { VpcId: ref(vpc) });
  const isPublic = name === 'Public';
  const out = isPublic || dice.chance(0.1) ? { GatewayId: ref(`${vpc}Gateway`) } : { NatGatewayId: ref(`${vpc}Nat`) };
  const outV6 = isPublic ? out : { EgressOnlyInternetGatewayId: ref(`${vpc}Outward`) };
  addRoute(draft, { table, destination: '0.0.0.0/0', target: out });
  if (dice.chance(0.9)) addRoute(draft, { table, destination: '::/0', target: outV6 });
  if (dice.chance(0.2)) addRoute(draft, { table, destination: dice.pick(['8.0.0.0/6', '0.0.0.0/1']), target: out });
  if (dice.chance(0.1))
    addRoute(draft, { table, destination: '192.168.0.0/16', target: { GatewayId: 'vgw-0a1b2c3d' } });
  if (dice.chance(0.08)) addRoute(draft, { table, destination: ref('Somewhere'), target: out });
}
