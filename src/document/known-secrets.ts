import { createRedaction, type Redaction } from '../catalog/redact-secrets.ts';
import { isSecretIn, secretValuesIn } from '../catalog/secret-shape.ts';
import { casesOf } from '../model/fact.ts';
import type { Origin } from '../model/origin.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import { textOf, type Value } from '../model/value.ts';
import { valuesIn } from './values-in.ts';

/** Where secrets stand in a system, and what puts words in their place. */
export interface KnownSecrets {
  readonly secrets: ReadonlySet<Origin>;
  readonly redaction: Redaction;
}

/** The secrets in clear that were found in the properties of resources. */
export function knownSecrets(resources: readonly Resource[], system: System): KnownSecrets {
  const secrets = secretOrigins(system);
  const redaction = createRedaction();
  if (secrets.size > 0) for (const { properties } of resources) learn(properties, secrets, redaction);
  return { secrets, redaction };
}

function secretOrigins(system: System): ReadonlySet<Origin> {
  return new Set(
    system
      .withAnswer('secretsInClear')
      .flatMap(({ id }) => casesOf(system.fact(id, 'secretsInClear')))
      .flatMap(({ fact }) => (fact.kind === 'known' ? fact.value.map(({ origin }) => origin) : [])),
  );
}

/**
 * Notes the secrets among the values of a resource. Where many values stand at one place, as all of an entry of a plan or
 * state do, those count that are secrets by their name or shape; all of them when none is.
 */
function learn(root: Value, secrets: ReadonlySet<Origin>, redaction: Redaction): void {
  const byOrigin = new Map<Origin, { readonly name: string; readonly part: string }[]>();
  for (const { value, path, named } of valuesIn(root)) {
    if (!secrets.has(value.origin)) continue;
    const name = named ?? path.slice(path.lastIndexOf('.') + 1);
    const parts = (textOf(value) ?? []).filter((part) => typeof part === 'string').map((part) => ({ name, part }));
    byOrigin.set(value.origin, [...(byOrigin.get(value.origin) ?? []), ...parts]);
  }
  for (const held of byOrigin.values()) {
    const judged = held.filter(({ name, part }) => isSecretIn(name, part) || secretValuesIn(part).length > 0);
    for (const { part } of judged.length > 0 ? judged : held) redaction.learn(part);
  }
}
