import { describe, expect, test } from 'vitest';
import { services } from '../../src/catalog/catalog.generated.ts';
import { reachableTypes } from '../../src/catalog/data/reachable-types.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { deploy } from './deploy.ts';
import { anyone, group, type Part, ref, template, twoTiers } from './two-tiers.ts';

/** What the internet can do with a resource of a type that is not known in depth. */
function told(part: Part, port?: number): string {
  const parts = { ...twoTiers, It: part, ItGroup: group([anyone(5439)]) };
  const { reach, end } = deploy(template(parts, { Parameters: { Given: { Type: 'String' } } }));
  const { verdict, blockedBy, settledBy } = reach.connect({ kind: 'internet' }, end('It'), port);
  return verdict === 'blocked'
    ? `blocked by ${blockedBy?.component}`
    : verdict === 'open'
      ? 'open'
      : `unknown: ${settledBy}`;
}

const workgroup = (more: object): Part => [
  'AWS::RedshiftServerless::Workgroup',
  { WorkgroupName: 'w', SubnetIds: [ref('Public')], SecurityGroupIds: [ref('ItGroup')], ...more },
];

describe('types without knowledge in depth', () => {
  test.each<readonly [string, Part, string]>([
    ['a GraphQL API is public', ['AWS::AppSync::GraphQLApi', { Name: 'api', AuthenticationType: 'API_KEY' }], 'open'],
    [
      'unless it is private',
      ['AWS::AppSync::GraphQLApi', { Name: 'api', AuthenticationType: 'API_KEY', Visibility: 'PRIVATE' }],
      'blocked by placement',
    ],
    [
      'a parameter decides',
      ['AWS::AppSync::GraphQLApi', { Name: 'api', AuthenticationType: 'API_KEY', Visibility: ref('Given') }],
      'unknown: parameter Given of net',
    ],
    [
      'what no property tells is not known',
      ['AWS::ElasticBeanstalk::Environment', { ApplicationName: 'a' }],
      'unknown: the option settings of It',
    ],
    ['a warehouse in a VPC asks routes, address and groups', workgroup({ PubliclyAccessible: true }), 'open'],
    ['and is private by default', workgroup({}), 'blocked by public-address'],
    [
      'and needs a public subnet',
      workgroup({ PubliclyAccessible: true, SubnetIds: [ref('Private')] }),
      'blocked by route',
    ],
    [
      'and a rule',
      workgroup({ PubliclyAccessible: true, SecurityGroupIds: [ref('AppGroup')] }),
      'blocked by security-group',
    ],
  ])('%s', (_, part, expected) => {
    expect(told(part)).toBe(expected);
  });

  test('a type of which nothing is known is not listed', () => {
    const { reach } = deploy(template({ It: ['AWS::GameLift::Build', {}] }));
    expect(reach.fromInternet()).toEqual([]);
  });

  test.each(Object.entries(reachableTypes))('%s is not known in depth, and has the properties', (type, row) => {
    expect(services.some((service) => service.type === type)).toBe(false);
    const properties = new Set(resourceType(type)?.properties ?? []);
    const read = [
      ...(typeof row.audience === 'object' && 'property' in row.audience ? [row.audience.property] : []),
      ...Object.values(row.interfaces ?? {}),
    ];
    expect(read.filter((name) => !properties.has(name))).toEqual([]);
    expect(row.documentation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
