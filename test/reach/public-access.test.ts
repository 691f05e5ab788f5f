import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { type Part, ref, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

/** VPC Block Public Access of the account and region. */
const blocked = (mode: string | object): Part => [
  'AWS::EC2::VPCBlockPublicAccessOptions',
  { InternetGatewayBlockMode: mode },
];
const excluded = (what: object, mode = 'allow-bidirectional'): Part => [
  'AWS::EC2::VPCBlockPublicAccessExclusion',
  { ...what, InternetGatewayExclusionMode: mode },
];
const ofVpc = { VpcId: ref('Vpc') };
const both = { Block: blocked('block-bidirectional') };
const inward = { Block: blocked('block-ingress') };

/** Into the web server; out of it; out of the application by NAT: `open` or what stops it. */
function told(change: Change): readonly string[] {
  const { reach, end } = deploy(template({ ...twoTiers, ...change }), { Mode: 'block-ingress' });
  const internet = { kind: 'internet' } as const;
  return [
    reach.connect(internet, end('Web'), 443),
    reach.connect(end('Web'), internet, 443),
    reach.connect(end('App'), internet, 443),
  ].map(({ verdict, blockedBy, settledBy }) => blockedBy?.component ?? settledBy ?? verdict);
}

const stopped = 'public-access-block';

describe('a block of public access', () => {
  test.each<readonly [string, Change, readonly string[]]>([
    ['none', {}, ['open', 'open', 'open']],
    ['of everything', both, [stopped, stopped, stopped]],
    ['of what comes in: gateways that only let out still do', inward, [stopped, stopped, 'open']],
    ['with the VPC excluded', { ...both, Exclusion: excluded(ofVpc) }, ['open', 'open', 'open']],
    [
      'with the public subnet excluded, in which the NAT gateway stands',
      { ...both, Exclusion: excluded({ SubnetId: ref('Public') }) },
      ['open', 'open', 'open'],
    ],
    [
      'with another subnet excluded',
      { ...both, Exclusion: excluded({ SubnetId: ref('Private') }) },
      [stopped, stopped, stopped],
    ],
    [
      'with the VPC excluded for what goes out',
      { ...both, Exclusion: excluded(ofVpc, 'allow-egress') },
      [stopped, 'open', 'open'],
    ],
    [
      'of what comes in, where an exclusion for what goes out has no say',
      { ...inward, Exclusion: excluded(ofVpc, 'allow-egress') },
      [stopped, stopped, 'open'],
    ],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  test('does not stop what stays inside', () => {
    const { reach, end } = deploy(template({ ...twoTiers, ...both }));
    expect(reach.connect(end('Web'), end('App'), 8080).verdict).toBe('open');
  });

  test('is named by the refusal, with its place', () => {
    const { reach, end } = deploy(template({ ...twoTiers, ...both }));
    expect(reach.connect({ kind: 'internet' }, end('Web'), 443).blockedBy).toMatchObject({
      because: 'VPC Block Public Access of Block lets nothing from the internet into subnet Public',
      resource: 'net/Block',
    });
  });

  test('that a parameter decides is not known', () => {
    const { reach, end } = deploy(
      template({ ...twoTiers, Block: blocked(ref('Mode')) }, { Parameters: { Mode: { Type: 'String' } } }),
    );
    expect(reach.connect({ kind: 'internet' }, end('Web'), 443)).toMatchObject({
      verdict: 'unknown',
      settledBy: 'parameter Mode of net',
    });
  });

  test('of another account says nothing here', () => {
    const far = {
      account: '444455556666',
      template: { Resources: { Block: { Type: both.Block[0], Properties: both.Block[1] } } },
    };
    const { reach, end } = deploy(template(twoTiers), {}, far);
    expect(reach.connect({ kind: 'internet' }, end('Web'), 443).verdict).toBe('open');
  });
});

describe('the network ACL of the subnet of a NAT gateway', () => {
  const acl = (...entries: readonly Part[]): Change => ({
    Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
    AclOfPublic: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Public'), NetworkAclId: ref('Acl') }],
    ...Object.fromEntries(entries.map((one, at) => [`Entry${at}`, one])),
  });
  const lets = (number: number, egress: boolean, block: string, from: number, to = from): Part => [
    'AWS::EC2::NetworkAclEntry',
    {
      NetworkAclId: ref('Acl'),
      RuleNumber: number,
      Egress: egress,
      Protocol: 6,
      RuleAction: 'allow',
      CidrBlock: block,
      PortRange: { From: from, To: to },
    },
  ];
  const inside = '10.0.0.0/16';
  const anywhere = '0.0.0.0/0';
  const complete = [
    lets(100, false, inside, 443),
    lets(100, true, anywhere, 443),
    lets(110, false, anywhere, 1024, 65535),
    lets(110, true, inside, 1024, 65535),
  ];

  test.each<readonly [string, Change, number, string]>([
    ['that lets both ways pass', acl(...complete), 443, 'open'],
    ['that lets another port pass', acl(...complete), 80, 'blocked'],
    ['that lets nothing pass', acl(), 443, 'blocked'],
    ['that lets no answer of the internet in', acl(...complete.filter((_, at) => at !== 2)), 443, 'blocked'],
    ['that lets no answer into the private subnet', acl(...complete.filter((_, at) => at !== 3)), 443, 'blocked'],
    ['that lets nothing of the private subnet in', acl(...complete.filter((_, at) => at !== 0)), 443, 'blocked'],
  ])('%s', (_, change, port, verdict) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    expect(reach.connect(end('App'), { kind: 'internet' }, port, 'tcp').verdict).toBe(verdict);
  });

  test('is named by the refusal', () => {
    const { reach, end } = deploy(template({ ...twoTiers, ...acl() }));
    expect(reach.connect(end('App'), { kind: 'internet' }, 443).blockedBy).toMatchObject({
      component: 'network-acl',
      resource: 'net/Acl',
    });
  });
});
