import { defineMove } from '../../../model/attack.ts';
import { copies } from '../../data/copies.ts';
import { allOfThem, copyingOf, onCopy, unlocked } from '../copying.ts';
import { instance } from '../instance.ts';

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
      const [first] = ways.read;
      if (first === undefined) continue;
      const stores = ask.system.ofType(type);
      for (const { principal, store, proof, provided } of copyingOf(ask, { stores, ways, on: first[0] })) {
        const wishes = ways.read.map(([action, kind]) => onCopy(ask, store, { action, kind, ways }));
        const read = allOfThem(ask, principal, wishes);
        if (read === undefined) continue;
        // A database is read over the network.
        const reached =
          ways.read.length > 1 ? `the attacker can connect to what is made of ${store.address}` : undefined;
        const sets = unlocked(ask, { principal, store }, ({ wish }) => [wish === undefined ? [] : [wish]]);
        for (const { guard, items, foreign } of sets) {
          const key = foreign === undefined ? undefined : `${principal.address} may use key ${foreign}`;
          const open = [provided, reached, key].filter((one) => one !== undefined);
          yield* instance({
            needs: [{ kind: 'acts-as', principal: principal.id }],
            gives: { kind: 'reads', resource: store.id },
            proof: [...proof, ...read, ...items],
            guard,
            ...(open.length > 0 && { provided: open.join('; ') }),
          });
        }
      }
    }
  },
});
