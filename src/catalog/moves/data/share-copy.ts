import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { copies } from '../../data/copies.ts';
import { type CopyUse, copyingOf, onCopy, withKey } from '../copying.ts';
import type { Wish } from '../permission.ts';

export default defineMove({
  title: 'Give a copy of data to an account of one’s own',
  description:
    'The identity may share a snapshot or image with another account, where the attacker reads it. What is encrypted with the default key is encrypted anew first.',
  technique: 'T1537',
  actions: [...new Set(Object.values(copies).flatMap(({ make, share, recrypt }) => [make, share, recrypt]))],
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
  ],
  harmful: true,
  cost: 2,
  *instances(ask) {
    for (const [type, ways] of Object.entries(copies)) {
      const stores = ask.system.ofType(type);
      const rights: CopyUse['rights'] = (store, key) => {
        const shared = onCopy(ask, store, { action: ways.share, kind: ways.kind, ways });
        const recrypt = onCopy(ask, store, { action: ways.recrypt, kind: ways.kind, ways });
        return unlocking(ask, { store, key, recrypt }).map((unlock) => [shared, ...unlock]);
      };
      yield* copyingOf(ask, { stores, ways, rights });
    }
  },
});

/**
 * "You can't share snapshots that are encrypted with the default AWS managed key": they are copied with another key first.
 * With a key of the account's own the other account must be let use it, or the copy is encrypted anew.
 */
function unlocking(
  ask: Questions,
  of: { readonly store: Resource; readonly key: Resource | undefined; readonly recrypt: Wish },
): readonly (readonly Wish[])[] {
  const { store, key, recrypt } = of;
  if (key === undefined) return [isByDefaultKey(ask, store) ? [recrypt] : []];
  const giving = ['kms:CreateGrant', 'kms:PutKeyPolicy'].map((action) => [withKey(action, key)]);
  return [...giving, [recrypt, withKey('kms:Decrypt', key)]];
}

function isByDefaultKey(ask: Questions, { id }: Resource): boolean {
  return casesOf(ask.system.fact(id, 'encryptionAtRest')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.by === 'aws-managed-key',
  );
}
