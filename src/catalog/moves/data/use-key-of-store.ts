import { defineMove } from '../../../model/attack.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Portion } from '../../../model/store-part.ts';
import { keyGivingActions } from '../../data/granting-actions.ts';
import { factAbout } from '../block.ts';
import { dataStores } from '../data-stores.ts';
import { instance } from '../instance.ts';
import { neededParts } from '../needed-parts.ts';
import { usesOnceOpened } from '../opened.ts';
import { permissions } from '../permissions.ts';
import { keyNeeds } from '../store-keys.ts';

export default defineMove({
  title: 'Grant oneself the key of a data store',
  description:
    'The identity reaches the data and lacks the key only: it may write a grant or the key policy, and so lets itself use the key.',
  technique: 'T1098',
  actions: keyGivingActions,
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'],
  cost: 1,
  *instances(ask) {
    const stores = storesByKey(ask);
    const targets = ask.system.ofType('AWS::KMS::Key').filter(({ id }) => stores.has(id));
    for (const action of keyGivingActions)
      for (const { principal, target: key, item } of permissions(ask, { action, targets }))
        for (const { store, ways } of stores.get(key.id) ?? [])
          for (const { kind, proof, ...how } of usesOnceOpened(ask, principal, { store, opened: key, ways }))
            yield* instance({
              needs: [{ kind: 'acts-as', principal: principal.id }],
              gives: factAbout(kind, store),
              proof: [item, ...proof],
              ...how,
            });
  },
});

interface Locked {
  readonly store: Portion;
  readonly ways: readonly ('read' | 'write')[];
}

/** Stores, and parts of them, whose callers need a key of ours, by that key. */
function storesByKey(ask: Questions): ReadonlyMap<ResourceId, readonly Locked[]> {
  const result = new Map<ResourceId, Locked[]>();
  const { read, write } = neededParts(ask);
  const all: readonly Locked[] = [
    ...dataStores(ask).map((store) => ({ store, ways: ['read', 'write'] as const })),
    ...read.map((store) => ({ store, ways: ['read'] as const })),
    ...write.map((store) => ({ store, ways: ['write'] as const })),
  ];
  for (const locked of all) {
    const { store } = locked;
    const keys = keyNeeds(ask, store, 'read').flatMap(({ wish }) =>
      wish === undefined || wish.on === '*' ? [] : [wish.on.id],
    );
    for (const key of new Set(keys)) result.set(key, [...(result.get(key) ?? []), locked]);
  }
  return result;
}
