import type { EncryptionAtRest } from '../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import { literalOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { property } from './answer.ts';

/** Encryption by the key that a property names; `whenAbsent` is what the service uses without one. */
export function encryptedBy(
  view: ResourceView,
  path: string,
  whenAbsent: EncryptionAtRest['by'],
): Fact<EncryptionAtRest> {
  return bindFact(property(view, path), (key) =>
    key === undefined || isEmpty(key) ? byDefault<EncryptionAtRest>({ by: whenAbsent }) : given(keyKind(key)),
  );
}

/** Keys that AWS makes for a service in the account have the alias `alias/aws/<service>`; all others are the customer's. */
export function keyKind(key: Value): EncryptionAtRest {
  const literal = literalOf(textOf(key) ?? []) ?? '';
  return /(^|:)alias\/aws\/|^aws\//.test(literal) ? { by: 'aws-managed-key', key } : { by: 'customer-key', key };
}

/** An empty text names no key. */
function isEmpty(key: Value): boolean {
  return literalOf(textOf(key) ?? ['?']) === '';
}
