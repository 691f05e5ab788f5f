import { defineMove } from '../../../model/attack.ts';
import { copies } from '../../data/copies.ts';
import { type CopyUse, copyingOf, onCopy, withKey } from '../copying.ts';

export default defineMove({
  title: 'Read data from a copy of it',
  description:
    'The identity may make a snapshot or image, or use one that is there, and read it: block by block, or in a database that is made of it and whose password it sets.',
  technique: 'T1578.001',
  actions: [...new Set(Object.values(copies).flatMap(({ make, read }) => [make, ...read.map(([action]) => action)]))],
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-accessing-snapshot.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html',
  ],
  cost: 2,
  *instances(ask) {
    for (const [type, ways] of Object.entries(copies)) {
      const stores = ask.system.ofType(type);
      const rights: CopyUse['rights'] = (store, key) => [
        [
          ...ways.read.map(([action, kind]) => onCopy(ask, store, { action, kind, ways })),
          ...(key === undefined ? [] : [withKey('kms:Decrypt', key)]),
        ],
      ];
      // A database is read over the network.
      const isReached = ways.read.length > 1 && { provided: 'the attacker can connect to what is made of the copy' };
      yield* copyingOf(ask, { stores, ways, rights, ...isReached });
    }
  },
});
