import { ref } from '../../reach/two-tiers.ts';
import type { Dice } from './dice.ts';
import { createDraft, type Draft } from './draft.ts';
import { addAcls } from './random-acls.ts';
import { addEnds } from './random-ends.ts';
import { addGroups } from './random-groups.ts';
import { addJoins } from './random-joins.ts';
import { addRoutes } from './random-routes.ts';

/** A template of a random network, the resources to ask about, and the blocks outside that matter to it. */
export interface RandomNetwork {
  readonly template: { readonly Resources: Readonly<Record<string, { readonly Type: string }>> };
  readonly ends: readonly string[];
  readonly blocks: readonly string[];
}

const sections = {
  Parameters: {
    Somewhere: { Type: 'String' },
    SomeGroup: { Type: 'String' },
    SomeSubnet: { Type: 'String' },
    SomePort: { Type: 'Number' },
    Stage: { Type: 'String', AllowedValues: ['dev', 'test', 'prod'] },
    Extra: { Type: 'String' },
    SomeHub: { Type: 'String' },
  },
  Conditions: {
    IsProd: { 'Fn::Equals': [ref('Stage'), 'prod'] },
    IsDev: { 'Fn::Equals': [ref('Stage'), 'dev'] },
    HasExtra: { 'Fn::Equals': [ref('Extra'), 'yes'] },
    NoExtra: { 'Fn::Not': [{ Condition: 'HasExtra' }] },
  },
};

const blocksOutside = [
  '203.0.113.0/24',
  '8.0.0.0/6',
  '9.1.0.0/16',
  '192.168.1.0/24',
  '2001:db8::/32',
  '2a00::/16',
] as const;

/** Two or three small VPCs with everything that the engine evaluates, most of it plain, some of it unknown or conditional. */
export function randomNetwork(dice: Dice): RandomNetwork {
  const resources: Parameters<typeof createDraft>[1] = {};
  const vpcs = dice.chance(0.5) ? ['VpcA', 'VpcB'] : ['VpcA', 'VpcB', 'VpcC'];
  const subnets = vpcs.flatMap((vpc, at) =>
    [0, 1, 2]
      .slice(0, 1 + dice.below(3))
      .map((index) => ({ name: `${vpc}Net${index}`, vpc, block: `10.${at}.${index}.0/24` })),
  );
  const groups = vpcs.flatMap((vpc) => ['Web', 'App', 'Db'].map((name) => ({ name: `${vpc}${name}`, vpc })));
  const draft = createDraft({ dice, vpcs, subnets, groups }, resources);
  addVpcs(draft);
  addRoutes(draft);
  addJoins(draft);
  addGroups(draft);
  addAcls(draft);
  const ends = addEnds(draft);
  addPublicAccess(draft);
  return { template: { ...sections, Resources: resources }, ends, blocks: blocksOutside };
}

/** A block of public access, sometimes with a VPC or subnet that it leaves alone. */
function addPublicAccess({ dice, vpcs, subnets, addOne }: Draft): void {
  if (!dice.chance(0.12)) return;
  const InternetGatewayBlockMode = dice.pick([
    'block-bidirectional',
    'block-bidirectional',
    'block-ingress',
    ref('Extra'),
  ]);
  addOne('AWS::EC2::VPCBlockPublicAccessOptions', { InternetGatewayBlockMode });
  for (const mode of ['allow-bidirectional', 'allow-egress']) {
    if (!dice.chance(0.5)) continue;
    const what = dice.chance(0.5) ? { VpcId: ref(dice.pick(vpcs)) } : { SubnetId: ref(dice.pick(subnets).name) };
    addOne('AWS::EC2::VPCBlockPublicAccessExclusion', { ...what, InternetGatewayExclusionMode: mode });
  }
}

function addVpcs({ dice, vpcs, subnets, add, addOne }: Draft): void {
  for (const [at, vpc] of vpcs.entries()) {
    add(vpc, 'AWS::EC2::VPC', { CidrBlock: dice.chance(0.1) ? ref('Somewhere') : `10.${at}.0.0/16` });
    add(`${vpc}Gateway`, 'AWS::EC2::InternetGateway', {});
    if (dice.chance(0.9))
      addOne('AWS::EC2::VPCGatewayAttachment', { VpcId: ref(vpc), InternetGatewayId: ref(`${vpc}Gateway`) });
    add(`${vpc}Outward`, 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref(vpc) });
  }
  for (const [at, { name, vpc, block }] of subnets.entries())
    add(name, 'AWS::EC2::Subnet', {
      VpcId: ref(vpc),
      CidrBlock: dice.chance(0.06) ? ref('Somewhere') : block,
      ...(dice.chance(0.35) && { MapPublicIpOnLaunch: true }),
      ...(dice.chance(0.85) && { Ipv6CidrBlock: `2600:1f18:${at + 1}::/64`, AssignIpv6AddressOnCreation: true }),
    });
}
