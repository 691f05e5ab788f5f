import { casesOf } from '../../model/fact.ts';
import { and, type Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { arnOf, type Wish } from './permission.ts';

/** One way in which a store may be encrypted, with what its callers need for it. */
export interface KeyNeed {
  readonly guard: Guard;
  /** The use of a key that callers need; absent where they need none of ours. */
  readonly wish?: Wish;
  /** Name of a key that is not in the input, which they need to use. */
  readonly foreign?: string;
}

/**
 * Services that decrypt with the caller's rights. The others hold a grant of their own on the key. Source: "How … uses AWS
 * KMS" in each service's guide, listed at https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html
 */
const callerNeedsKey: ReadonlySet<string> = new Set([
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
  'AWS::SSM::Parameter',
  'AWS::Kinesis::Stream',
]);

/** What callers need of the key to read or write the data of the store. */
export function keyNeeds(ask: Questions, store: Resource, way: 'read' | 'write'): readonly KeyNeed[] {
  if (!callerNeedsKey.has(store.type)) return [{ guard: store.guard }];
  return encryptionsOf(ask, store, way === 'read' ? 'kms:Decrypt' : 'kms:GenerateDataKey');
}

/** What whoever copies the data as the service does needs of the key, whatever the service. */
export function encryptionsOf(ask: Questions, store: Resource, action: string): readonly KeyNeed[] {
  const cases = casesOf(ask.system.fact(store.id, 'encryptionAtRest'));
  if (cases.length === 0) return [{ guard: store.guard }];
  return cases.flatMap(({ guard, fact }): readonly KeyNeed[] => {
    const both = and(store.guard, guard);
    if (fact.kind === 'unknown' || fact.value.by !== 'customer-key' || fact.value.key === undefined)
      return [{ guard: both }];
    return keysOf(ask, { store, guard: both, key: fact.value.key, action });
  });
}

const keyTypes: readonly string[] = ['AWS::KMS::Key', 'AWS::KMS::Alias'];

function keysOf(
  ask: Questions,
  of: { readonly store: Resource; readonly guard: Guard; readonly key: Value; readonly action: string },
): readonly KeyNeed[] {
  const { store, key, action } = of;
  return ask.system.resolve(key, store.id, keyTypes).map((end): KeyNeed => {
    const guard = and(of.guard, end.guard);
    if (end.kind !== 'resource') return { guard, foreign: describeText(textOf(key) ?? []) };
    const on = keyBehind(ask, end.resource);
    return { guard, wish: { action, on, resource: arnOf(on) } };
  });
}

/** An alias stands for the key that it points at. */
function keyBehind(ask: Questions, named: Resource): Resource {
  const target = named.properties.entries.get('TargetKeyId');
  if (target === undefined) return named;
  const [end] = ask.system.resolve(target, named.id, ['AWS::KMS::Key']);
  return end?.kind === 'resource' ? end.resource : named;
}
