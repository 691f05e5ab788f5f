import { describe, expect, test } from 'vitest';
import { createBoundaries } from '../../src/define/boundaries.ts';
import { id, type ResourceId } from '../../src/model/id.ts';
import { deploy } from './deploy.ts';
import { group, instance, type Parts, ref, subnet, template, twoTiers } from './two-tiers.ts';

function placed(parts: Parts, sections: { readonly Parameters?: object } = {}) {
  const { base } = deploy(template(parts, sections));
  const { boundaries, innermost, all } = createBoundaries(base);
  const byId = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  const chain = (logicalId: string) => {
    const names: string[] = [];
    let next = byId.get(innermost(id<ResourceId>(`net/${logicalId}`)));
    while (next !== undefined) {
      names.push(`${next.kind} ${next.name}`);
      next = next.parent === undefined ? undefined : byId.get(next.parent);
    }
    return names;
  };
  const placements = (logicalId: string) => all(id<ResourceId>(`net/${logicalId}`)).map((one) => byId.get(one)?.name);
  return { boundaries, chain, placements };
}

describe('boundaries', () => {
  test('from the subnet outwards to the internet', () => {
    expect(placed(twoTiers).chain('Web')).toEqual([
      'subnet Public',
      'vpc Vpc',
      'region eu-west-1',
      'account account 111122223333',
      'internet internet',
    ]);
  });

  test.each([
    ['Nat', 'subnet Public'],
    ['Private', 'vpc Vpc'],
    ['Gateway', 'vpc Vpc'],
    ['WebGroup', 'vpc Vpc'],
    ['Vpc', 'region eu-west-1'],
  ])('%s lies in %s', (logicalId, boundary) => {
    expect(placed(twoTiers).chain(logicalId)[0]).toBe(boundary);
  });

  test.each([
    ['Public', 'public'],
    ['Private', 'private'],
  ])('subnet %s is %s by its routes', (name, exposure) => {
    expect(placed(twoTiers).boundaries.find((boundary) => boundary.name === name)?.exposure).toBe(exposure);
  });

  test('security groups are further placements', () => {
    const parts = { ...twoTiers, Second: group([]), Web: instance('Public', ['WebGroup', 'Second']) };
    expect(placed(parts).placements('Web')).toEqual(['Public', 'WebGroup', 'Second']);
  });

  test('several subnets are one tier, in each of which the element stands too', () => {
    const parts: Parts = {
      ...twoTiers,
      Other: subnet('10.0.2.0/24'),
      Balancer: [
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        { Subnets: [ref('Public'), ref('Other')], SecurityGroups: [ref('WebGroup')] },
      ],
    };
    const { chain, placements } = placed(parts);
    expect(chain('Balancer').slice(0, 2)).toEqual(['subnet Other, Public', 'vpc Vpc']);
    expect(placements('Balancer')).toEqual(['Other, Public', 'Public', 'Other', 'WebGroup']);
  });

  test('a VPC and its subnets by parameter are named after them', () => {
    const parts: Parts = {
      WebGroup: ['AWS::EC2::SecurityGroup', { GroupDescription: 'web', VpcId: ref('VpcId') }],
      Web: instance('SubnetId', ['WebGroup']),
    };
    const { chain, boundaries } = placed(parts, {
      Parameters: { VpcId: { Type: 'String' }, SubnetId: { Type: 'String' } },
    });
    expect(chain('Web').slice(0, 3)).toEqual([
      'subnet subnet (parameter SubnetId)',
      'vpc VPC (parameter VpcId)',
      'region eu-west-1',
    ]);
    expect(boundaries.find(({ kind }) => kind === 'subnet')?.exposure).toBe('unknown');
  });

  test('subnets by parameter alone share one VPC of which nothing is known', () => {
    const parts: Parts = {
      One: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('First') }],
      Two: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Second') }],
    };
    const { chain } = placed(parts, { Parameters: { First: { Type: 'String' }, Second: { Type: 'String' } } });
    expect(chain('One')[1]).toBe('vpc VPC (not in the input)');
    expect(chain('One').slice(1)).toEqual(chain('Two').slice(1));
  });

  test('what names no subnet starts in the default VPC', () => {
    const { chain } = placed({ Web: ['AWS::EC2::Instance', { ImageId: 'ami-1' }] });
    expect(chain('Web').slice(0, 2)).toEqual(['subnet default subnet', 'vpc default VPC']);
  });

  test('identities stand in the account, regional services in the region, distributions at the edge', () => {
    const { chain } = placed({
      User: ['AWS::IAM::User'],
      Store: ['AWS::S3::Bucket'],
      Edge: [
        'AWS::CloudFront::Distribution',
        {
          DistributionConfig: {
            Enabled: true,
            Origins: [
              { Id: 'o', DomainName: 'example.com', CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } },
            ],
            DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'https-only' },
          },
        },
      ],
    });
    expect(chain('User')[0]).toBe('account account 111122223333');
    expect(chain('Store')[0]).toBe('region eu-west-1');
    expect(chain('Edge').slice(0, 2)).toEqual(['edge AWS edge', 'account account 111122223333']);
  });

  test('every boundary but the internet has its parent', () => {
    const { boundaries } = placed(twoTiers);
    const ids = new Set(boundaries.map((boundary) => boundary.id));
    const orphans = boundaries.filter(
      ({ kind, parent }) => kind !== 'internet' && (parent === undefined || !ids.has(parent)),
    );
    expect(orphans).toEqual([]);
  });
});
