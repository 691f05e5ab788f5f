import { casesOf } from '../model/fact.ts';
import type { System } from '../model/questions.ts';

/**
 * Names of parameters whose defaults turned out to be secrets in clear by where they are used, whatever they are called:
 * their values are in no document.
 */
export function secretParameters(system: Pick<System, 'withAnswer' | 'fact'>): ReadonlySet<string> {
  return new Set(
    system
      .withAnswer('secretsInClear')
      .flatMap(({ id }) => casesOf(system.fact(id, 'secretsInClear')))
      .flatMap(({ fact }) => (fact.kind === 'known' && fact.value.length > 0 ? fact.assumes : []))
      .map((name) => name.slice(name.lastIndexOf('/') + 1)),
  );
}
