import { defineMove } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import { instance } from '../instance.ts';
import { encryptionsOf } from '../store-keys.ts';

export default defineMove({
  title: 'Hold data to ransom by its key',
  description: 'The data is encrypted with a key that its owner has lost: nobody can read it any more.',
  technique: 'T1486',
  actions: [],
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  cost: 1,
  *instances(ask) {
    for (const store of ask.system.withAnswer('encryptionAtRest'))
      for (const { guard, wish } of encryptionsOf(ask, store, 'kms:Decrypt')) {
        const key = wish?.on;
        if (key === undefined || key === '*') continue;
        yield* instance({
          needs: [{ kind: 'destroys', resource: key.id }],
          gives: { kind: 'destroys', resource: store.id },
          proof: [
            {
              kind: 'setting',
              resource: store.id,
              property: '',
              note: `${store.address} is encrypted with ${key.address}`,
              origin: store.origin,
            },
          ],
          guard: and(guard, key.guard),
        });
      }
  },
});
