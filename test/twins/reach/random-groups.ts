import { get, ref } from '../../reach/two-tiers.ts';
import type { Draft, Properties } from './draft.ts';

/** First and last port. */
export const portRanges = [
  [22, 22],
  [443, 443],
  [0, 65535],
  [400, 500],
  [5432, 5432],
  [1024, 65535],
] as const;

type Way = 'Source' | 'Destination';

/** Three groups for each VPC, and rules for its default one. */
export function addGroups(draft: Draft): void {
  const { dice, vpcs, groups, addOne, add } = draft;
  add('Offices', 'AWS::EC2::PrefixList', {
    AddressFamily: 'IPv4',
    MaxEntries: 5,
    PrefixListName: 'offices',
    Entries: [{ Cidr: '203.0.113.0/24' }, { Cidr: dice.pick(['10.0.0.0/24', '10.1.0.0/16', '8.0.0.0/6']) }],
  });
  for (const { name, vpc } of groups) addGroup(draft, name, vpc);
  for (const vpc of vpcs)
    if (dice.chance(0.4))
      addOne('AWS::EC2::SecurityGroupIngress', {
        GroupId: get(vpc, 'DefaultSecurityGroup'),
        ...randomRule(draft, `${vpc}Web`, 'Source'),
      });
}

function addGroup(draft: Draft, name: string, vpc: string): void {
  const { dice, add, addOne } = draft;
  const rules = (least: number, most: number, way: Way) =>
    Array.from({ length: least + dice.below(most - least + 1) }, () => randomRule(draft, name, way));
  const inbound = rules(1, 4, 'Source');
  const outbound = dice.chance(0.35) ? rules(0, 2, 'Destination') : undefined;
  // Rules that name groups stand alone: two groups cannot name each other within their own resources.
  const isPlain = (rule: Properties) => !Object.keys(rule).some((key) => key.endsWith('SecurityGroupId'));
  add(name, 'AWS::EC2::SecurityGroup', {
    GroupDescription: 'group',
    VpcId: ref(vpc),
    SecurityGroupIngress: inbound.filter(isPlain),
    ...(outbound !== undefined && { SecurityGroupEgress: outbound.filter(isPlain) }),
  });
  for (const rule of inbound)
    if (!isPlain(rule)) addOne('AWS::EC2::SecurityGroupIngress', { GroupId: ref(name), ...rule });
  for (const rule of outbound ?? [])
    if (!isPlain(rule)) addOne('AWS::EC2::SecurityGroupEgress', { GroupId: ref(name), ...rule });
}

function randomRule(draft: Draft, own: string, way: Way): Properties {
  const { dice } = draft;
  const [FromPort, ToPort] = dice.pick(portRanges);
  const port = dice.chance(0.04) ? { FromPort: ref('SomePort'), ToPort: ref('SomePort') } : { FromPort, ToPort };
  const IpProtocol = dice.pick(['tcp', 'tcp', 'tcp', 'tcp', 'udp', '-1', 6, 'icmp']);
  const type = IpProtocol === 'icmp' ? { FromPort: dice.pick([8, -1, 0]), ToPort: -1 } : {};
  return { IpProtocol, ...port, ...type, ...randomPeer(draft, own, way) };
}

type PeerOf = (draft: Draft, own: string, way: Way) => Properties;

const block = (choose: (draft: Draft) => unknown): PeerOf => {
  return (draft) => ({ CidrIp: choose(draft) });
};
const group = (choose: (draft: Draft, own: string) => unknown): PeerOf => {
  return (draft, own, way) => ({ [`${way}SecurityGroupId`]: choose(draft, own) });
};
const wide = ['8.0.0.0/6', '0.0.0.0/1', '128.0.0.0/1', '203.0.113.0/24', '10.0.0.0/8'];
const parts = ['10.0.0.0/16', '10.1.0.0/16', '10.0.0.128/25', '10.1.1.16/28'];
const lists = [ref('Offices'), ref('Offices'), 'pl-0a1b2c3d', 'pl-4fa04526'];

/** Each as often as the next. */
const peers: readonly PeerOf[] = [
  block(() => '0.0.0.0/0'),
  block(() => '0.0.0.0/0'),
  block(() => '0.0.0.0/0'),
  ({ dice }) => ({ CidrIpv6: dice.pick(['::/0', '::/0', '2600:1f18:1::/64', '2600::/12']) }),
  ({ dice }) => ({ CidrIpv6: dice.pick(['::/0', '::/0', '2600:1f18:2::/64']) }),
  ({ dice }) => ({ CidrIpv6: dice.pick(['::/0', '::/0', '::/0', '2000::/3']) }),
  block(({ dice }) => dice.pick(wide)),
  block(({ dice }) => dice.pick(wide)),
  block(({ dice, subnets }) => dice.pick(subnets).block),
  block(({ dice, subnets }) => dice.pick(subnets).block),
  block(({ dice }) => dice.pick(parts)),
  block(({ dice, vpcs }) => get(dice.pick(vpcs), 'CidrBlock')),
  block(() => ref('Somewhere')),
  ({ dice }, _, way) => ({ [`${way}PrefixListId`]: dice.pick(lists) }),
  ({ dice }, _, way) => ({ [`${way}PrefixListId`]: dice.pick(lists) }),
  group(() => ref('SomeGroup')),
  group(({ dice, vpcs }) => get(dice.pick(vpcs), 'DefaultSecurityGroup')),
  group((_, own) => ref(own)),
  group((_, own) => ref(own)),
  group((_, own) => ref(own)),
  group((_, own) => ref(own)),
  group(({ dice, groups }) => ref(dice.pick(groups).name)),
  group(({ dice, groups }) => ref(dice.pick(groups).name)),
  group(({ dice, groups }) => ref(dice.pick(groups).name)),
];

function randomPeer(draft: Draft, own: string, way: Way): Properties {
  return draft.dice.pick(peers)(draft, own, way);
}
