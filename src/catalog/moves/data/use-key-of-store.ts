import { defineMove } from '../../../model/attack.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { keyGivingActions } from '../../data/granting-actions.ts';
import { dataStores } from '../data-stores.ts';
import { instance } from '../instance.ts';
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
        for (const store of stores.get(key.id) ?? [])
          for (const { kind, proof, ...how } of usesOnceOpened(ask, principal, { store, opened: key }))
            yield* instance({
              needs: [{ kind: 'acts-as', principal: principal.id }],
              gives: { kind, resource: store.id },
              proof: [item, ...proof],
              ...how,
            });
  },
});

/** Stores whose callers need a key of ours, by that key. */
function storesByKey(ask: Questions): ReadonlyMap<ResourceId, readonly Resource[]> {
  const result = new Map<ResourceId, Resource[]>();
  for (const store of dataStores(ask)) {
    const keys = keyNeeds(ask, store, 'read').flatMap(({ wish }) =>
      wish === undefined || wish.on === '*' ? [] : [wish.on.id],
    );
    for (const key of new Set(keys)) result.set(key, [...(result.get(key) ?? []), store]);
  }
  return result;
}
