import type { ProofItem } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import { dataArn } from '../data-arn.ts';
import { usesOf } from './data-stores.ts';
import { type Allowed, allowed, isSure, type Wish } from './permission.ts';
import { type Supposed, supposed } from './policy-change.ts';
import { keyNeeds } from './store-keys.ts';

/** A use of a store that somebody has once a policy that he may write lets him in. */
export interface OpenedUse {
  readonly kind: 'reads' | 'writes';
  readonly proof: readonly ProofItem[];
  readonly guard: Guard;
  readonly provided?: string;
}

/** What the principal gets of a store when it has the policy of `opened`, the store or its key, let it in. */
export function* usesOnceOpened(
  ask: Questions,
  principal: Resource,
  {
    store,
    opened,
    ways = ['read', 'write'],
  }: { readonly store: Portion; readonly opened: Resource; readonly ways?: readonly ('read' | 'write')[] },
): Generator<OpenedUse> {
  for (const way of ways)
    for (const { guard, wish, foreign } of keyNeeds(ask, store, way)) {
      const proof = proofOf(ask, principal, { sets: dataWishes(store, way), key: wish, opened });
      if (proof === undefined || !proof.some(({ kind }) => kind === 'supposed')) continue;
      const provided = foreign === undefined ? {} : { provided: `${principal.address} may use key ${foreign}` };
      yield { kind: way === 'read' ? 'reads' : 'writes', proof, guard, ...provided };
    }
}

/** The rights to use the data and the key; undefined without one of them. */
function proofOf(
  ask: Questions,
  principal: Resource,
  of: { readonly sets: readonly (readonly Wish[])[]; readonly key: Wish | undefined; readonly opened: Resource },
): readonly (Allowed | Supposed)[] | undefined {
  const use = surest(ask, principal, of);
  if (use === undefined || of.key === undefined) return use;
  const key = may(ask, principal, { wish: of.key, opened: of.opened });
  return key && [...use, key];
}

function dataWishes(store: Portion, way: 'read' | 'write'): readonly (readonly Wish[])[] {
  return usesOf(store, way).map(({ actions, context }) =>
    actions.map((action) => ({
      action,
      on: store,
      resource: dataArn(store),
      ...(context !== undefined && { context }),
    })),
  );
}

type Asked = { readonly wish: Wish; readonly opened: Resource };

/** By its own right, or else by the policy that it writes. */
function may(ask: Questions, principal: Resource, { wish, opened }: Asked): Allowed | Supposed | undefined {
  const own = allowed(ask, principal, wish);
  if (own !== undefined && isSure(own)) return own;
  const written =
    wish.on !== '*' && wish.on.id === opened.id
      ? supposed(ask, principal, { wish, change: { opened: opened.id } })
      : undefined;
  return written ?? own;
}

/** The first set that is had as a whole, what one has already and what is sure before the rest. */
function surest(
  ask: Questions,
  principal: Resource,
  { sets, opened }: { readonly sets: readonly (readonly Wish[])[]; readonly opened: Resource },
): readonly (Allowed | Supposed)[] | undefined {
  const had = sets.flatMap((wishes) => {
    const items = wishes.flatMap((wish) => may(ask, principal, { wish, opened }) ?? []);
    return items.length < wishes.length ? [] : [items];
  });
  const isOwn = (items: readonly (Allowed | Supposed)[]) =>
    items.every((item) => item.kind === 'allowed' && isSure(item));
  return had.find(isOwn) ?? had.find((items) => items.every(isSure)) ?? had[0];
}
