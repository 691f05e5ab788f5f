import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type CopyWays, copies } from '../../data/copies.ts';
import { allOfThem, copyingOf, onCopy, unlocked } from '../copying.ts';
import { instance } from '../instance.ts';
import type { Wish } from '../permission.ts';
import type { KeyNeed } from '../store-keys.ts';

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
  cost: 2,
  *instances(ask) {
    for (const [type, ways] of Object.entries(copies))
      for (const { principal, store, proof, provided } of copyingOf(ask, {
        stores: ask.system.ofType(type),
        ways,
        on: ways.share,
      })) {
        const shared = allOfThem(ask, principal, [onCopy(ask, store, { action: ways.share, kind: ways.kind, ways })]);
        if (shared === undefined) continue;
        const sets = (need: KeyNeed) => unlocking(ask, store, { need, ways });
        for (const { guard, items, foreign } of unlocked(ask, { principal, store }, sets)) {
          const open = [provided, foreign === undefined ? undefined : `others may be let use key ${foreign}`];
          const said = open.filter((one) => one !== undefined);
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'reads', resource: store.id },
            proof: [...proof, ...shared, ...items],
            guard,
            ...(said.length > 0 && { provided: said.join('; ') }),
          });
        }
      }
  },
});

/**
 * "You can't share snapshots that are encrypted with the default AWS managed key": they are copied with another key first.
 * With a key of the account's own the other account must be let use it, or the copy is encrypted anew.
 */
function unlocking(
  ask: Questions,
  store: Resource,
  { need, ways }: { readonly need: KeyNeed; readonly ways: CopyWays },
): readonly (readonly Wish[])[] {
  const recrypt = onCopy(ask, store, { action: ways.recrypt, kind: ways.kind, ways });
  if (need.wish === undefined) return need.foreign === undefined && isByDefaultKey(ask, store) ? [[recrypt]] : [[]];
  const key = need.wish;
  return [[{ ...key, action: 'kms:CreateGrant' }], [{ ...key, action: 'kms:PutKeyPolicy' }], [recrypt, key]];
}

function isByDefaultKey(ask: Questions, { id }: Resource): boolean {
  return casesOf(ask.system.fact(id, 'encryptionAtRest')).some(
    ({ fact }) => fact.kind === 'known' && fact.value.by === 'aws-managed-key',
  );
}
