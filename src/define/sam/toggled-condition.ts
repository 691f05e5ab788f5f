import { contentId } from './content-id.ts';
import type { Expansion } from './expansion.ts';

/**
 * The condition itself, or a condition for its opposite, which is added to the template as `NOT` and the name.
 */
export function toggled(condition: string, same: boolean, expansion: Expansion): string {
  if (same) return condition;
  const name = `NOT${condition}`;
  expansion.conditions.set(name, { 'Fn::Not': [{ Condition: condition }] });
  return name;
}

/** As `toggled`, with a name that ends in a digest, as destinations have. */
export function toggledById(condition: string, same: boolean, expansion: Expansion): string {
  if (same) return condition;
  const name = contentId(`NOT${condition}`, condition);
  expansion.conditions.set(name, { 'Fn::Not': [{ Condition: condition }] });
  return name;
}

/** A condition that holds when both do; the one itself when the other is not given. */
export function both(first: string | undefined, second: string | undefined, expansion: Expansion): string | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const joined = `${first}AND${second}`;
  const name = contentId(joined, joined);
  expansion.conditions.set(name, { 'Fn::And': [{ Condition: first }, { Condition: second }] });
  return name;
}
