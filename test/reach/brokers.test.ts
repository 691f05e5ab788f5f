import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { anyone, group, type Part, ref, template, twoTiers } from './two-tiers.ts';

/** What the internet, or `Web` in the VPC, can do with a broker on a port. */
function told(broker: Part, port: number, from: 'internet' | 'Web' = 'internet'): string {
  const parts = { ...twoTiers, Broker: broker, BrokerGroup: group([anyone(0, 65535)]) };
  const { reach, end } = deploy(template(parts, { Parameters: { Given: { Type: 'String' } } }));
  const source = from === 'internet' ? ({ kind: 'internet' } as const) : end(from);
  const { verdict, blockedBy, settledBy } = reach.connect(source, end('Broker'), port);
  if (verdict === 'blocked') return `blocked by ${blockedBy?.component}`;
  return verdict === 'open' ? 'open' : `unknown: ${settledBy}`;
}

const kafka = (more: object, access: unknown = 'SERVICE_PROVIDED_EIPS'): Part => [
  'AWS::MSK::Cluster',
  {
    ClusterName: 'c',
    BrokerNodeGroupInfo: {
      ClientSubnets: [ref('Public')],
      SecurityGroups: [ref('BrokerGroup')],
      ConnectivityInfo: { PublicAccess: { Type: access } },
    },
    ClientAuthentication: { Sasl: { Iam: { Enabled: true }, Scram: { Enabled: true } } },
    ...more,
  },
];
const mq = (engine: string, more: object = {}): Part => [
  'AWS::AmazonMQ::Broker',
  { BrokerName: 'b', EngineType: engine, PubliclyAccessible: true, Users: [], ...more },
];
const inside = { SubnetIds: [ref('Public')], SecurityGroups: [ref('BrokerGroup')] };

describe('brokers of Kafka', () => {
  test.each<readonly [string, Part, number, 'internet' | 'Web', string]>([
    ['are public on the port for IAM', kafka({}), 9198, 'internet', 'open'],
    ['are public on the port for passwords', kafka({}), 9196, 'internet', 'open'],
    ['are not public on the port for certificates, which is off', kafka({}), 9194, 'internet', 'blocked by placement'],
    ['are not public on the private ports', kafka({}), 9098, 'internet', 'blocked by placement'],
    ['answer on the private ports inside', kafka({}), 9098, 'Web', 'open'],
    ['are not public unless switched on', kafka({}, 'DISABLED'), 9198, 'internet', 'blocked by public-address'],
    [
      'answer nobody unsigned at a public address',
      kafka({ ClientAuthentication: {} }),
      9094,
      'internet',
      'blocked by placement',
    ],
    ['hang on a parameter', kafka({}, ref('Given')), 9198, 'internet', 'unknown: parameter Given of net'],
  ])('%s', (_, part, port, from, expected) => {
    expect(told(part, port, from)).toBe(expected);
  });
});

describe('brokers of messages', () => {
  test.each<readonly [string, Part, number, string]>([
    ['of RabbitMQ that are public have no group in front', mq('RABBITMQ'), 5671, 'open'],
    ['of RabbitMQ show their console', mq('RabbitMQ'), 443, 'open'],
    ['of RabbitMQ accept nothing else', mq('RABBITMQ'), 61617, 'blocked by front-door'],
    [
      'of RabbitMQ that are private',
      mq('RABBITMQ', { PubliclyAccessible: false, ...inside }),
      5671,
      'blocked by public-address',
    ],
    [
      'of RabbitMQ hang on a parameter',
      mq('RABBITMQ', { PubliclyAccessible: ref('Given') }),
      5671,
      'unknown: parameter Given of net',
    ],
    ['of ActiveMQ stand in a group that lets all in', mq('ACTIVEMQ', inside), 5671, 'open'],
    ['of ActiveMQ show their console', mq('ActiveMQ', inside), 8162, 'open'],
    [
      'of ActiveMQ without a group stand in the default one, which lets in its members alone',
      mq('ACTIVEMQ'),
      61617,
      'blocked by security-group',
    ],
  ])('%s', (_, part, port, expected) => {
    expect(told(part, port)).toBe(expected);
  });
});
