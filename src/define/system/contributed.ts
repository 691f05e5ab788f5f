import { describeFact } from '../../catalog/describe-answer.ts';
import type { AnyDimension } from '../../model/dimension.ts';
import { unknown } from '../../model/fact.ts';
import type { Resource } from '../../model/resource.ts';
import type { AllOfAccount, Contribution } from '../../model/service.ts';
import { literalOf, matchPattern, type Text } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { listDimensions } from './facts.ts';

/** What a resource says of another one. */
export interface Said {
  readonly fact: Contribution['fact'];
  readonly by: Resource;
  /** How closely it names the other: 0 where it does not do so by a pattern. */
  readonly closeness: number;
}

/** How closely a setting of an account names a resource; undefined when it does not mean it. */
export function closenessOf({ properties }: Resource, { named }: AllOfAccount): number | undefined {
  if (named === undefined) return 0;
  const stated = properties.entries.get(named.property);
  const name = stated === undefined ? undefined : textOf(stated);
  if (name === undefined) return undefined;
  const matching = named.patterns.filter((pattern) => matchPattern(pattern, name) === 'yes');
  return matching.length === 0 ? undefined : Math.max(...matching.map(weightOf));
}

/** A longer pattern is closer than a shorter one, the name itself closer than a pattern. */
function weightOf(pattern: Text): number {
  const literal = literalOf(pattern) ?? '';
  return literal.includes('*') ? literal.replaceAll('*', '').length + 1 : literal.length + 1.5;
}

/**
 * What all say, the closest last, which holds. "A more specific rule overrides a less specific rule"; of rules that are
 * equally specific and say different things none can be told to hold.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html
 */
export function settled(dimension: AnyDimension, all: readonly Said[]): readonly Contribution['fact'][] {
  if (all.every(({ closeness }) => closeness === 0)) return all.map(({ fact }) => fact);
  const sorted = [...all].sort((left, right) => left.closeness - right.closeness);
  const top = sorted.filter(({ closeness }) => closeness === sorted.at(-1)?.closeness);
  const [first, other] = distinct(dimension, top);
  if (listDimensions.has(dimension)) return sorted.map(({ fact }) => fact);
  if (first === undefined || other === undefined) return sorted.slice(-1).map(({ fact }) => fact);
  const [one, two] = [first.by.address, other.by.address];
  return [unknown(`${one} and ${two} say different things of it`, `which of ${one} and ${two} holds`)];
}

function distinct(dimension: AnyDimension, all: readonly Said[]): readonly Said[] {
  return [...new Map(all.map((said) => [describeFact(dimension, said.fact as never), said])).values()];
}
