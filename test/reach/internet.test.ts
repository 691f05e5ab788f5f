import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/model/reach.ts';
import { networkAcls } from './acl-cases.ts';
import { addresses } from './address-cases.ts';
import { deploy } from './deploy.ts';
import { securityGroups } from './group-cases.ts';
import { acl, bothWays } from './internet-case.ts';
import { routesAndGateways } from './route-cases.ts';
import { anyone, group, type Part, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

describe.each([
  ['security groups', securityGroups],
  ['routes and gateways', routesAndGateways],
  ['addresses', addresses],
  ['network ACLs', networkAcls],
] as const)('from the internet: %s', (_, cases) => {
  test.each(cases)('$name', ({ change, to = 'Web', port, expected, sections }) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }, sections));
    expect(tell(reach.connect({ kind: 'internet' }, end(to), port))).toBe(expected);
  });
});

function tell(connection: Connection): string {
  if (connection.verdict === 'blocked') return `blocked by ${connection.blockedBy?.component}`;
  if (connection.verdict === 'unknown') return `unknown: ${connection.settledBy}`;
  const ports = connection.ports.map(({ protocol, from, to }) => `${protocol} ${from === to ? from : `${from}-${to}`}`);
  return `open ${ports.join(', ')}`;
}

describe('conditions', () => {
  const sections = {
    Parameters: { Env: { Type: 'String' } },
    Conditions: { IsDev: { 'Fn::Equals': [ref('Env'), 'dev'] } },
  };
  const when = (yes: unknown, no: unknown) => ({ 'Fn::If': ['IsDev', yes, no] });
  const nothing = ref('AWS::NoValue');

  test('a rule under a condition opens under that condition', () => {
    const parts = { ...twoTiers, WebGroup: group([when(anyone(22), nothing) as object]) };
    const { reach, end } = deploy(template(parts, sections));
    const connection = reach.connect({ kind: 'internet' }, end('Web'));
    expect(tell(connection)).toBe('open tcp 22');
    expect(connection.guard).toMatchObject([[{ holds: true }]]);
  });

  test('conditions that exclude each other never open', () => {
    const parts = {
      ...twoTiers,
      WebGroup: group([when(anyone(22), nothing) as object]),
      Public: subnet('10.0.0.0/24', { MapPublicIpOnLaunch: when(false, true) }),
    };
    const { reach, end } = deploy(template(parts, sections));
    expect(reach.connect({ kind: 'internet' }, end('Web')).verdict).toBe('blocked');
  });

  test('a group that is worn under a condition opens under that condition', () => {
    const groups = [ref('AppGroup'), when(ref('WebGroup'), nothing)];
    const Web: Part = ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Public'), SecurityGroupIds: groups }];
    const { reach, end } = deploy(template({ ...twoTiers, Web }, sections));
    const connection = reach.connect({ kind: 'internet' }, end('Web'));
    expect(tell(connection)).toBe('open tcp 443');
    expect(connection.guard).toMatchObject([[{ holds: true }]]);
  });

  test('both sides of a condition together are always', () => {
    const parts = { ...twoTiers, WebGroup: group([when(anyone(22), anyone(443)) as object]) };
    const { reach, end } = deploy(template(parts, sections));
    const connection = reach.connect({ kind: 'internet' }, end('Web'));
    expect(tell(connection)).toBe('open tcp 22, tcp 443');
    expect(connection.guard).toEqual([[]]);
  });
});

describe('reasons', () => {
  const told = (change: Readonly<Record<string, Part | undefined>>, to = 'Web') => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    return reach.connect({ kind: 'internet' }, end(to));
  };

  test('an open answer cites the components in the order of the way', () => {
    expect(told(acl(bothWays)).through.map(({ component }) => component)).toEqual([
      'gateway',
      'route',
      'public-address',
      'network-acl',
      'network-acl',
      'security-group',
    ]);
  });

  test('each cited component has its place in the template', () => {
    const { reach, end, origins } = deploy(template({ ...twoTiers, ...acl(bothWays) }));
    const { through } = reach.connect({ kind: 'internet' }, end('Web'));
    const places = through.map(({ origin }) => (origin === undefined ? undefined : origins.span(origin)));
    expect(places.every((place) => place !== undefined)).toBe(true);
  });

  test.each([
    ['route', { PublicRoute: undefined }, 'no route of subnet Public leads there'],
    [
      'route',
      { PublicRoute: route('PublicTable', '0.0.0.0/0', { NatGatewayId: ref('Nat') }) },
      'route 0.0.0.0/0 leads to Nat, which lets nothing in',
    ],
    ['public-address', { Public: subnet('10.0.0.0/24') }, 'Web has no public address'],
    ['network-acl', acl({}), 'network ACL Acl lets this not pass (ingress)'],
    ['security-group', { WebGroup: group([]) }, 'no rule of WebGroup lets this in'],
  ] as const)('a refusal by %s says what is missing', (component, change, because) => {
    const { blockedBy } = told(change);
    expect(blockedBy).toMatchObject({ component, because });
    expect(blockedBy?.origin).toBeDefined();
  });
});
