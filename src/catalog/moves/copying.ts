import type { ProofItem } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text } from '../../model/text.ts';
import type { CopyWays } from '../data/copies.ts';
import { type Allowed, allowed, isSure, type Wish } from './permission.ts';
import { permissions } from './permissions.ts';
import { encryptionsOf, type KeyNeed } from './store-keys.ts';

/** Somebody who may have copies of a store's data, made by himself or by others. */
export interface Copying {
  readonly principal: Resource;
  readonly store: Resource;
  readonly proof: readonly ProofItem[];
  readonly provided?: string;
}

/**
 * Who may copy the stores, or work with the copies that others make: `on` is what he does with a copy. A copy that somebody
 * else made need not be there, which the step then says.
 */
export function* copyingOf(
  ask: Questions,
  { stores, ways, on }: { readonly stores: readonly Resource[]; readonly ways: CopyWays; readonly on: string },
): Generator<Copying> {
  const making = new Map<Resource, Map<Resource, Allowed>>();
  for (const { principal, target, item } of permissions(ask, { action: ways.make, targets: stores })) {
    const made = making.get(principal) ?? new Map<Resource, Allowed>();
    made.set(target, item);
    making.set(principal, made);
  }
  for (const principal of ask.access.candidates(on))
    for (const store of stores) {
      const make = making.get(principal)?.get(store);
      if (make !== undefined) yield { principal, store, proof: [make] };
      else
        yield {
          principal,
          store,
          proof: [aCopy(store)],
          provided: `somebody else has made a copy of ${store.address}`,
        };
    }
}

function aCopy(store: Resource): ProofItem {
  const note = `copies of ${store.address} hold its data`;
  return { kind: 'setting', resource: store.id, property: '', note, origin: store.origin };
}

/** What a caller wants to do to a copy, or to what he makes of it. */
export function onCopy(
  ask: Questions,
  store: Resource,
  of: { readonly action: string; readonly kind: string; readonly ways: CopyWays },
): Wish {
  const { account, region, partition } = ask.system.deploymentOf(store.id);
  const owner: Text = of.ways.ownerless === true && of.kind.endsWith('/') ? [] : account;
  const [service = ''] = of.ways.make.split(':');
  const resource = text('arn:', ...partition, `:${service}:`, ...region, ':', ...owner, `:${of.kind}`, 'bartizan-new');
  return { action: of.action, on: '*', resource };
}

/** The rights for all of them, or undefined. */
export function allOfThem(
  ask: Questions,
  principal: Resource,
  wishes: readonly Wish[],
): readonly Allowed[] | undefined {
  const items = wishes.map((wish) => allowed(ask, principal, wish));
  return items.every((one) => one !== undefined) ? items : undefined;
}

/** One way in which the store may be encrypted, with the rights that a step needs there; undefined when it has them not. */
export interface Unlocked {
  readonly guard: Guard;
  readonly items: readonly Allowed[];
  readonly foreign?: string;
}

/** Of each way in which the store may be encrypted, the first set of wishes that the principal is granted. */
export function unlocked(
  ask: Questions,
  { principal, store }: Pick<Copying, 'principal' | 'store'>,
  sets: (need: KeyNeed) => readonly (readonly Wish[])[],
): readonly Unlocked[] {
  return encryptionsOf(ask, store, 'kms:Decrypt').flatMap((need): readonly Unlocked[] => {
    const granted = sets(need).flatMap((wishes) => {
      const items = allOfThem(ask, principal, wishes);
      return items === undefined ? [] : [items];
    });
    const items = granted.find((set) => set.every(isSure)) ?? granted[0];
    const { guard, foreign } = need;
    return items === undefined ? [] : [{ guard, items, ...(foreign !== undefined && { foreign }) }];
  });
}
