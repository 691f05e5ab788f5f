import type { ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import { and, type Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { dataArn } from '../data-arn.ts';
import { storesByAction } from './data-stores.ts';
import { allowed, arnOf, isSure } from './permission.ts';
import { type Permission, permissions } from './permissions.ts';

/** An identity that may use the data of a store, key included. */
export interface DataUse {
  readonly principal: Resource;
  readonly store: Resource;
  readonly proof: readonly ProofItem[];
  readonly guard: Guard;
  readonly provided?: string;
}

/** Who may read or change which data; for each pair the surest action. */
export function* dataUses(ask: Questions, way: 'read' | 'write'): Generator<DataUse> {
  const best = new Map<string, Permission>();
  for (const { action, stores } of storesByAction(ask, way))
    for (const permission of permissions(ask, { action, targets: stores, arn: dataArn })) {
      const key = `${permission.principal.id} ${permission.target.id}`;
      const before = best.get(key);
      if (before === undefined || (!isSure(before.item) && isSure(permission.item))) best.set(key, permission);
    }
  for (const permission of best.values()) yield* withKey(ask, permission, way);
}

/** One for each way in which the store may be encrypted. */
function* withKey(
  ask: Questions,
  { principal, target: store, item }: Permission,
  way: 'read' | 'write',
): Generator<DataUse> {
  const use = { principal, store, proof: [item], guard: store.guard };
  const cases = casesOf(ask.system.fact(store.id, 'encryptionAtRest'));
  if (!callerNeedsKey.has(store.type) || cases.length === 0) {
    yield use;
    return;
  }
  for (const { guard, fact } of cases) {
    const both = and(store.guard, guard);
    if (fact.kind === 'unknown' || fact.value.by !== 'customer-key' || fact.value.key === undefined)
      yield { ...use, guard: both };
    else
      yield* keysOf(
        ask,
        { ...use, guard: both },
        fact.value.key,
        way === 'read' ? 'kms:Decrypt' : 'kms:GenerateDataKey',
      );
  }
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

const keyTypes: readonly string[] = ['AWS::KMS::Key', 'AWS::KMS::Alias'];

function* keysOf(ask: Questions, use: DataUse, key: Value, action: string): Generator<DataUse> {
  for (const end of ask.system.resolve(key, use.store.id, keyTypes)) {
    const guard = and(use.guard, end.guard);
    if (end.kind !== 'resource') {
      const name = describeText(textOf(key) ?? []);
      yield { ...use, guard, provided: `${use.principal.address} may use key ${name}` };
      continue;
    }
    const resource = keyBehind(ask, end.resource);
    const item = allowed(ask, use.principal, { action, on: resource, resource: arnOf(resource) });
    if (item !== undefined) yield { ...use, guard, proof: [...use.proof, item] };
  }
}

/** An alias stands for the key that it points at. */
function keyBehind(ask: Questions, named: Resource): Resource {
  const target = named.properties.entries.get('TargetKeyId');
  if (target === undefined) return named;
  const [end] = ask.system.resolve(target, named.id, ['AWS::KMS::Key']);
  return end?.kind === 'resource' ? end.resource : named;
}
