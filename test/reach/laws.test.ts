import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { entry, group, instance, type Part, type Parts, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

/** Less reach first: what an answer can at most be when something is taken away. */
const rank = { blocked: 0, unknown: 1, open: 2 } as const;
const ends = ['Web', 'App', 'Db'] as const;
const ports = [22, 443, 5432] as const;

const cidr = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '10.0.0.0/8',
  '10.0.0.0/24',
  '10.0.1.0/25',
  '203.0.113.0/24',
  '8.0.0.0/6',
);
const range = fc.constantFrom([22, 22], [443, 443], [0, 65535], [400, 500], [5432, 5432]);
const peer = fc.oneof(
  cidr.map((CidrIp) => ({ CidrIp })),
  fc.constantFrom('WebGroup', 'AppGroup').map((name) => ({ SourceSecurityGroupId: ref(name) })),
  fc.constant({ CidrIp: ref('Somewhere') }),
  fc.constant({ SourcePrefixListId: 'pl-1' }),
);

type Rule = Readonly<Record<string, unknown>>;

const rule: fc.Arbitrary<Rule> = fc
  .tuple(fc.constantFrom('tcp', '-1', 'udp'), range, peer)
  .map(([IpProtocol, [FromPort, ToPort], other]) => ({ IpProtocol, FromPort, ToPort, ...other }));
const aclEntry = fc
  .tuple(fc.integer({ min: 10, max: 200 }), fc.boolean(), fc.boolean(), cidr, range)
  .map(([number, Egress, allows, CidrBlock, [From, To]]) => ({
    number,
    more: { Egress, RuleAction: allows ? 'allow' : 'deny', CidrBlock, Protocol: 6, PortRange: { From, To } },
  }));

interface Net {
  readonly rules: readonly (readonly [string, Rule])[];
  readonly entries: readonly { readonly number: number; readonly more: Readonly<Record<string, unknown>> }[];
  readonly fenced: boolean;
  readonly mapped: boolean;
  readonly privateIsPublic: boolean;
}

const net: fc.Arbitrary<Net> = fc.record({
  rules: fc.array(fc.tuple(fc.constantFrom('WebGroup', 'AppGroup', 'DbGroup'), rule), { maxLength: 6 }),
  entries: fc.uniqueArray(aclEntry, { maxLength: 6, selector: ({ number, more }) => `${number} ${more.Egress}` }),
  fenced: fc.boolean(),
  mapped: fc.boolean(),
  privateIsPublic: fc.boolean(),
});

function parts({ rules, entries, fenced, mapped, privateIsPublic }: Net): Parts {
  const fence: Parts = {
    Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
    Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Public'), NetworkAclId: ref('Acl') }],
  };
  return {
    ...twoTiers,
    Public: subnet('10.0.0.0/24', { MapPublicIpOnLaunch: mapped }),
    Private: subnet('10.0.1.0/24', { MapPublicIpOnLaunch: mapped }),
    PrivateRoute: route(
      'PrivateTable',
      '0.0.0.0/0',
      privateIsPublic ? { GatewayId: ref('Gateway') } : { NatGatewayId: ref('Nat') },
    ),
    WebGroup: group([]),
    AppGroup: group([]),
    DbGroup: group([]),
    Db: instance('Private', ['DbGroup', 'AppGroup']),
    ...Object.fromEntries(
      rules.map(([name, one], at): [string, Part] => [
        `Rule${at}`,
        ['AWS::EC2::SecurityGroupIngress', { GroupId: ref(name), ...one }],
      ]),
    ),
    ...(fenced && fence),
    ...(fenced &&
      Object.fromEntries(
        entries.map(({ number, more }, at): [string, Part] => [`Entry${at}`, entry('Acl', number, more)]),
      )),
  };
}

/** How far everything is reached, from the internet and from each other, port by port. */
function reachOf(of: Parts): readonly (readonly [string, number])[] {
  const { reach, end } = deploy(template(of, { Parameters: { Somewhere: { Type: 'String' } } }));
  const sources = [
    { name: 'internet', from: { kind: 'internet' } as const },
    ...ends.map((name) => ({ name, from: end(name) })),
  ];
  return sources.flatMap(({ name, from }) =>
    ends.flatMap((to) =>
      ports.map((port) => [`${name} -> ${to}:${port}`, rank[reach.connect(from, end(to), port).verdict]] as const),
    ),
  );
}

/** `before`: how far `more` reaches, where that is known already. */
function expectNoMore(less: Parts, more: Parts, before = new Map(reachOf(more))): void {
  const grown = reachOf(less).filter(([key, verdict]) => verdict > (before.get(key) ?? 0));
  expect(grown).toEqual([]);
}

const runs = { numRuns: 20 };
const removable = ['PublicRoute', 'PrivateRoute', 'Gateway', 'Attachment', 'PublicAssociation', 'Nat'] as const;

describe('laws of reach', () => {
  test('opening a rule never removes reach', () => {
    fc.assert(
      fc.property(net, fc.constantFrom('WebGroup', 'AppGroup', 'DbGroup'), rule, (one, name, added) => {
        expectNoMore(parts(one), parts({ ...one, rules: [...one.rules, [name, added]] }));
      }),
      runs,
    );
  });

  test('removing a route, a gateway or an association never adds reach', () => {
    fc.assert(
      fc.property(net, (one) => {
        const whole = parts(one);
        const before = new Map(reachOf(whole));
        for (const name of removable) {
          const gone = (part: Part) => JSON.stringify(part).includes(`{"Ref":"${name}"}`);
          const left = Object.entries(whole).filter(([key, part]) => key !== name && !gone(part));
          expectNoMore(Object.fromEntries(left), whole, before);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('a deny in front of a network ACL never adds reach', () => {
    fc.assert(
      fc.property(net, cidr, range, fc.boolean(), (one, CidrBlock, [From, To], Egress) => {
        const whole = parts({ ...one, fenced: true });
        const deny = entry('Acl', 1, { RuleAction: 'deny', CidrBlock, Egress, Protocol: 6, PortRange: { From, To } });
        expectNoMore({ ...whole, Deny: deny }, whole);
      }),
      runs,
    );
  });

  test('what a front door reaches directly is what connect says', () => {
    fc.assert(
      fc.property(net, (one) => {
        const { reach, base } = deploy(template(parts(one), { Parameters: { Somewhere: { Type: 'String' } } }));
        const listed = new Map(
          reach
            .fromInternet()
            .flatMap(({ resource, connection }) =>
              connection.via === undefined ? [[resource.id, connection.verdict] as const] : [],
            ),
        );
        for (const name of ends) {
          const resource = base.resources.find(({ address }) => address === name);
          if (resource === undefined) continue;
          const { verdict } = reach.connect({ kind: 'internet' }, { kind: 'resource', resource: resource.id });
          expect(listed.get(resource.id) ?? 'blocked').toBe(verdict);
        }
      }),
      runs,
    );
  });
});
