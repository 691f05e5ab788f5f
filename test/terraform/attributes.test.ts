import { describe, expect, test } from 'vitest';
import { type Plain, ref, translated } from './translated.ts';

/** What another resource is told by an attribute, as text and as the reference that stays with it. */
function told(address: string, attributes: Readonly<Record<string, Plain>>, attribute: string): unknown {
  const { properties } = translated({
    [address]: attributes,
    'aws_ssm_parameter.reader': { name: 'reader', type: 'String', value: ref(address, attribute) },
  });
  return (properties('aws_ssm_parameter.reader') as { readonly Value: unknown }).Value;
}

/** Attributes by which configurations refer to what these services make: `id` is not the same thing everywhere. */
const cases: readonly (readonly [address: string, attributes: Readonly<Record<string, Plain>>, Told])[] = [
  [
    'aws_ecr_repository.r',
    { name: 'shop' },
    {
      id: 'shop',
      arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop',
      repository_url: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop',
    },
  ],
  ['aws_ecs_cluster.r', { name: 'main' }, { id: 'arn:aws:ecs:eu-west-1:111122223333:cluster/main', name: 'main' }],
  ['aws_ecs_task_definition.r', { family: 'web' }, { id: 'web', family: 'web', arn: ofTask() }],
  [
    'aws_eks_cluster.r',
    { name: 'main' },
    {
      id: 'main',
      endpoint: hole('Endpoint'),
      'identity[0].oidc[0].issuer': hole('OpenIdConnectIssuerUrl'),
      'vpc_config[0].cluster_security_group_id': hole('ClusterSecurityGroupId'),
    },
  ],
  [
    'aws_db_instance.r',
    { identifier: 'shop' },
    {
      id: hole('DbiResourceId'),
      identifier: 'shop',
      arn: 'arn:aws:rds:eu-west-1:111122223333:db:shop',
      address: hole('Endpoint.Address'),
      'master_user_secret[0].secret_arn': hole('MasterUserSecret.SecretArn'),
    },
  ],
  ['aws_rds_cluster.r', { cluster_identifier: 'shop' }, { id: 'shop', endpoint: hole('Endpoint.Address') }],
  ['aws_opensearch_domain.r', { domain_name: 'logs' }, { id: 'arn:aws:es:eu-west-1:111122223333:domain/logs' }],
  ['aws_kinesis_stream.r', { name: 'orders' }, { id: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders' }],
  [
    'aws_cloudwatch_event_rule.r',
    { name: 'nightly', event_bus_name: 'default' },
    { arn: 'arn:aws:events:eu-west-1:111122223333:rule/nightly' },
  ],
  [
    'aws_cloudwatch_event_rule.r',
    { name: 'orders', event_bus_name: 'shop' },
    { id: 'orders', arn: 'arn:aws:events:eu-west-1:111122223333:rule/shop/orders' },
  ],
  ['aws_sfn_state_machine.r', { name: 'orders' }, { id: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders' }],
  ['aws_cloudwatch_log_group.r', { name: 'app' }, { arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:app' }],
  ['aws_route53_zone.r', { name: 'example.com' }, { id: hole(''), zone_id: hole('') }],
];

type Told = Readonly<Record<string, string>>;

/** Only deployment tells it; all names of the same thing have the same hole. */
function hole(attribute: string): string {
  return attribute === '' ? '<aws_X.r>' : `<aws_X.r.${attribute}>`;
}

function ofTask(): string {
  return 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:<aws_X.r.Revision>';
}

describe.each(cases)('%s %j tells', (address, attributes, expected) => {
  test.each(Object.entries(expected))('%s', (attribute, text) => {
    expect(told(address, attributes, attribute)).toBe(text.replace('aws_X.r', address));
  });
});

describe('a condition on an attribute that is not given', () => {
  test('keeps the defaults of the provider from what is made from something else', () => {
    const { properties } = translated({
      'aws_db_instance.new': { identifier: 'new' },
      'aws_db_instance.copy': { identifier: 'copy', snapshot_identifier: 'yesterday' },
    });
    expect(properties('aws_db_instance.new')).toMatchObject({ BackupRetentionPeriod: 0, StorageEncrypted: false });
    expect(properties('aws_db_instance.copy')).toEqual({
      DBInstanceIdentifier: 'copy',
      DBSnapshotIdentifier: 'yesterday',
      PubliclyAccessible: false,
    });
  });

  test('leaves members of a cache to their group', () => {
    const { resources } = translated({
      'aws_elasticache_replication_group.g': { replication_group_id: 'g', description: 'cache' },
      'aws_elasticache_cluster.member': {
        cluster_id: 'g-1',
        replication_group_id: ref('aws_elasticache_replication_group.g', 'id'),
      },
      'aws_elasticache_cluster.alone': { cluster_id: 'alone', engine: 'redis' },
    });
    expect(resources.map(({ type, address }) => `${type} ${address}`)).toEqual([
      'AWS::ElastiCache::ReplicationGroup aws_elasticache_replication_group.g',
      'AWS::ElastiCache::CacheCluster aws_elasticache_cluster.alone',
    ]);
  });
});

describe('text that JSON was made into', () => {
  test('is text where CloudFormation takes text', () => {
    const { properties } = translated({
      'aws_ssm_parameter.p': { name: 'p', type: 'String', value: { level: 3, of: ['a', true] } },
    });
    expect(properties('aws_ssm_parameter.p')).toMatchObject({ Value: '{"level":3,"of":["a",true]}' });
  });

  test('keeps its values where CloudFormation takes a document', () => {
    const { properties } = translated({
      'aws_cloudwatch_event_rule.r': { name: 'r', event_pattern: '{"source":["shop"]}' },
    });
    expect(properties('aws_cloudwatch_event_rule.r')).toMatchObject({ EventPattern: { source: ['shop'] } });
  });
});

test('the other names that the provider has for load balancers mean the same', () => {
  const { resources } = translated({
    'aws_alb.a': { name: 'a' },
    'aws_alb_listener.l': { load_balancer_arn: ref('aws_alb.a', 'arn'), port: 80 },
    'aws_alb_target_group.g': { name: 'g' },
    'aws_alb_target_group_attachment.t': { target_group_arn: ref('aws_alb_target_group.g', 'arn'), target_id: 'i-0a' },
  });
  expect(resources.map(({ type }) => type.split('::').at(-1))).toEqual(['LoadBalancer', 'Listener', 'TargetGroup']);
});

test('a state names what it configures by its ARN', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067';
  const { properties, diagnostics } = translated({
    'aws_lb_target_group.web': { name: 'web', port: 80, arn, id: arn },
    'aws_lb_target_group_attachment.one': { target_group_arn: arn, target_id: 'i-0123456789abcdef0', port: 8080 },
  });
  expect(properties('aws_lb_target_group.web')).toMatchObject({ Targets: [{ Id: 'i-0123456789abcdef0', Port: 8080 }] });
  expect(diagnostics).toEqual([]);
});
