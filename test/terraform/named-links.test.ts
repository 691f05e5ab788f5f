import { expect, test } from 'vitest';
import { refsOf } from '../../src/model/value.ts';
import { type Plain, translated } from './translated.ts';

type Given = Readonly<Record<string, Plain>>;

/** Names that the published schemas do not tell as relations: what a state says by name refers to what has it. */
const cases: readonly (readonly [from: string, said: Given, property: string, to: string, has: Given])[] = [
  [
    'aws_elasticache_replication_group.r',
    { replication_group_id: 'r', subnet_group_name: 'caches' },
    'CacheSubnetGroupName',
    'aws_elasticache_subnet_group.s',
    { name: 'caches' },
  ],
  [
    'aws_elasticache_cluster.c',
    { cluster_id: 'c', subnet_group_name: 'caches' },
    'CacheSubnetGroupName',
    'aws_elasticache_subnet_group.s',
    { name: 'caches' },
  ],
  [
    'aws_neptune_cluster.c',
    { cluster_identifier: 'c', neptune_subnet_group_name: 'graph' },
    'DBSubnetGroupName',
    'aws_neptune_subnet_group.s',
    { name: 'graph' },
  ],
  [
    'aws_neptune_cluster_instance.i',
    { identifier: 'i', cluster_identifier: 'graph' },
    'DBClusterIdentifier',
    'aws_neptune_cluster.c',
    { cluster_identifier: 'graph' },
  ],
  [
    'aws_docdb_cluster.c',
    { cluster_identifier: 'c', db_subnet_group_name: 'docs' },
    'DBSubnetGroupName',
    'aws_docdb_subnet_group.s',
    { name: 'docs' },
  ],
  [
    'aws_rds_cluster.c',
    { cluster_identifier: 'c', restore_to_point_in_time: [{ source_cluster_identifier: 'old' }] },
    'SourceDBClusterIdentifier',
    'aws_rds_cluster.old',
    { cluster_identifier: 'old' },
  ],
  ['aws_emr_cluster.c', { name: 'c', service_role: 'emr' }, 'ServiceRole', 'aws_iam_role.r', { name: 'emr' }],
  [
    'aws_cloudwatch_event_bus_policy.p',
    { event_bus_name: 'orders', policy: '{"Statement":[]}' },
    'EventBusName',
    'aws_cloudwatch_event_bus.b',
    { name: 'orders' },
  ],
  [
    'aws_route53_record.r',
    { name: 'www.example.com', zone_id: 'Z0123456789ABCDEFGHIJ' },
    'HostedZoneId',
    'aws_route53_zone.z',
    { name: 'example.com', id: 'Z0123456789ABCDEFGHIJ' },
  ],
];

test.each(cases)('%s %j refers by %s to %s', (from, said, property, to, has) => {
  const { resource } = translated({ [from]: said, [to]: has });
  const value = resource(from).properties.entries.get(property);
  expect(value && refsOf(value)).toEqual([{ resource: `infra/${to}`, attribute: 'Ref' }]);
});
