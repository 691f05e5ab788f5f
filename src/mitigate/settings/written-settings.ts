import { literalOf } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';

/** Plain data as it stands in a template. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain };

/** How a control is written down that takes more than one word. */
export interface WrittenSetting {
  /** The property of the resource that is changed. */
  readonly property: string;
  /** What is put in its place, or at the end of its list unless a member with the same key is there. */
  readonly write:
    | { readonly kind: 'set'; readonly value: Plain }
    | { readonly kind: 'attribute'; readonly key: string; readonly value: string };
}

const attribute = (key: string): WrittenSetting => ({
  property: 'LoadBalancerAttributes',
  write: { kind: 'attribute', key, value: 'true' },
});

/** By control and type, from the CloudFormation reference of each type; only what leaves the user nothing to decide. */
export const writtenSettings: Readonly<Record<string, WrittenSetting>> = {
  'block-public-access AWS::S3::Bucket': {
    property: 'PublicAccessBlockConfiguration',
    write: {
      kind: 'set',
      value: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    },
  },
  'deletion-protection AWS::EC2::Instance': {
    property: 'DisableApiTermination',
    write: { kind: 'set', value: true },
  },
  'deletion-protection AWS::ElasticLoadBalancingV2::LoadBalancer': attribute('deletion_protection.enabled'),
  'malformed-headers-dropped AWS::ElasticLoadBalancingV2::LoadBalancer': attribute(
    'routing.http.drop_invalid_header_fields.enabled',
  ),
};

/**
 * The statement that refuses plain HTTP, but for its resources, as the fix of a threat asks for it: `Deny s3:* where aws:SecureTransport is false`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function plainHttpDenied(actions: string): Plain {
  return {
    Sid: 'DenyPlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: actions,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** Plain data as a value of the system. */
export function plainValueOf(plain: Plain, origin: Value['origin']): Value {
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean')
    return { kind: 'literal', value: plain, origin };
  if (Array.isArray(plain))
    return { kind: 'list', items: plain.map((one: Plain) => plainValueOf(one, origin)), origin };
  const entries = Object.entries(plain).map(([name, one]) => [name, plainValueOf(one as Plain, origin)] as const);
  return { kind: 'map', entries: new Map(entries), origin };
}

/** A list of keys and values with one more, or with another value where the key is there. */
export function withAttribute(before: Value, key: string, value: string): Value {
  const member = plainValueOf({ Key: key, Value: value }, before.origin);
  const items = before.kind === 'list' ? before.items : [];
  const at = items.findIndex((item) => item.kind === 'map' && keyOf(item) === key);
  return { kind: 'list', items: at < 0 ? [...items, member] : items.with(at, member), origin: before.origin };
}

function keyOf(item: Extract<Value, { readonly kind: 'map' }>): string | undefined {
  const key = item.entries.get('Key');
  return key === undefined ? undefined : literalOf(textOf(key) ?? []);
}
