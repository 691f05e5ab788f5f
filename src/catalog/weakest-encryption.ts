import type { EncryptionAtRest } from '../model/data-keeping.ts';
import { type Fact, mapFact } from '../model/fact.ts';
import { listFact } from './combine-facts.ts';

const strength: Readonly<Record<EncryptionAtRest['by'], number>> = {
  none: 0,
  'aws-owned-key': 1,
  'aws-managed-key': 2,
  'customer-key': 3,
};

/** Of several volumes or stores the one that is protected least answers for all; `without` when there is none. */
export function weakestEncryption(
  facts: readonly Fact<EncryptionAtRest>[],
  without: () => Fact<EncryptionAtRest>,
): Fact<EncryptionAtRest> {
  const [first, ...rest] = facts;
  if (first === undefined) return without();
  if (rest.length === 0) return first;
  return mapFact(listFact(facts), (all) =>
    all.reduce((left, right) => (strength[left.by] <= strength[right.by] ? left : right)),
  );
}
