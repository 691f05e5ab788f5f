import type { Text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { withEntry } from './change-context.ts';

/** A condition on what only those who are meant can show. */
export interface AskedCondition {
  readonly control: string;
  readonly key: string;
  readonly value: Text;
}

/** Does the statement have a condition on one of these keys, whatever it demands? */
export function asksFor(statement: Value, keys: readonly string[]): boolean {
  const condition = statement.kind === 'map' ? statement.entries.get('Condition') : undefined;
  if (condition?.kind !== 'map') return false;
  const asked = [...condition.entries.values()].flatMap((one) => (one.kind === 'map' ? [...one.entries.keys()] : []));
  return asked.some((one) => keys.some((key) => one.toLowerCase() === key.toLowerCase()));
}

/** The statement with one condition more. */
export function withCondition(statement: Value, { key, value }: Pick<AskedCondition, 'key' | 'value'>): Value {
  if (statement.kind !== 'map') return statement;
  const { entries, origin } = statement;
  const mapOr = (one: Value | undefined): Value =>
    one?.kind === 'map' ? one : { kind: 'map', entries: new Map(), origin };
  const condition = mapOr(entries.get('Condition'));
  const keys = mapOr(condition.kind === 'map' ? condition.entries.get('StringEquals') : undefined);
  const asked: Value = { kind: 'text', text: value, origin };
  return withEntry(statement, 'Condition', withEntry(condition, 'StringEquals', withEntry(keys, key, asked)));
}

/** The statement without what it demands of some keys, in whatever words. */
export function withoutKeys(statement: Value, keys: readonly string[]): Value {
  const condition = statement.kind === 'map' ? statement.entries.get('Condition') : undefined;
  if (condition?.kind !== 'map') return statement;
  const isNamed = (one: string) => keys.some((key) => one.toLowerCase() === key.toLowerCase());
  const left = [...condition.entries].flatMap(([operator, asked]): readonly (readonly [string, Value])[] => {
    if (asked.kind !== 'map') return [[operator, asked]];
    const entries = [...asked.entries].filter(([key]) => !isNamed(key));
    if (entries.length === asked.entries.size) return [[operator, asked]];
    return entries.length === 0 ? [] : [[operator, { ...asked, entries: new Map(entries) }]];
  });
  return withEntry(statement, 'Condition', { ...condition, entries: new Map(left) });
}
