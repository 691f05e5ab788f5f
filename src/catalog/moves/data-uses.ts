import type { ProofItem } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { dataArn } from '../data-arn.ts';
import { storesByAction } from './data-stores.ts';
import { allowed, isSure } from './permission.ts';
import { type Permission, permissions } from './permissions.ts';
import { keyNeeds } from './store-keys.ts';

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
  for (const { guard, wish, foreign } of keyNeeds(ask, store, way)) {
    const use = { principal, store, proof: [item], guard };
    if (foreign !== undefined) yield { ...use, provided: `${principal.address} may use key ${foreign}` };
    else if (wish === undefined) yield use;
    else {
      const key = allowed(ask, principal, wish);
      if (key !== undefined) yield { ...use, proof: [item, key] };
    }
  }
}
