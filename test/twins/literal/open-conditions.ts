import { addressBlock } from '../../../src/define/ip-address.ts';
import type { OpenCondition } from '../../../src/model/access.ts';
import { literalOf, textKey } from '../../../src/model/text.ts';
import { overlaps } from './ip-range.ts';

/** Each condition once, and only the tighter of two that ask the same of a key. */
export function simplified(conditions: readonly OpenCondition[]): readonly OpenCondition[] {
  const distinct = [...new Map(conditions.map((condition) => [conditionKey(condition), condition])).values()];
  return distinct.filter((one) => !distinct.some((other) => other !== one && implies(other, one)));
}

function conditionKey({ key, operator, values }: OpenCondition): string {
  return JSON.stringify([key.toLowerCase(), operator.toLowerCase(), values.map(textKey).sort()]);
}

/** Alternatives of positive operators: fewer of them ask for more. */
function implies(tighter: OpenCondition, wider: OpenCondition): boolean {
  if (tighter.key.toLowerCase() !== wider.key.toLowerCase()) return false;
  if (
    tighter.operator !== wider.operator ||
    !/^(String(Equals|Like)|Bool|IpAddress|Arn(Equals|Like))$/.test(wider.operator)
  )
    return false;
  const among = new Set(wider.values.map(textKey));
  return tighter.values.length < wider.values.length && tighter.values.every((value) => among.has(textKey(value)));
}

/** What is asked of one key with one value. */
interface Asked {
  /** Undefined: nothing but what is excluded. */
  allowed: ReadonlySet<string> | undefined;
  readonly excluded: Set<string>;
  blocks: readonly (readonly string[])[];
  missing: boolean;
  present: boolean;
}

/**
 * Conditions that no request meets together: one key that has to have two values at once. Says so in words; undefined when
 * they may all hold. Only keys of one value are looked at, and only values that are spelled out.
 */
export function contradiction(conditions: readonly OpenCondition[]): string | undefined {
  const byKey = new Map<string, Asked>();
  for (const condition of conditions) {
    const name = condition.key.toLowerCase();
    const asked = byKey.get(name) ?? {
      allowed: undefined,
      excluded: new Set(),
      blocks: [],
      missing: false,
      present: false,
    };
    byKey.set(name, asked);
    note(asked, condition);
    if (isImpossible(asked)) return `no request has ${describe(conditions, name)}`;
  }
  return undefined;
}

function note(asked: Asked, { operator, values }: OpenCondition): void {
  const literals = values.flatMap((value) => literalOf(value) ?? []);
  if (literals.length !== values.length) return;
  switch (operator.toLowerCase()) {
    case 'stringequals':
    case 'bool':
      asked.present = true;
      asked.allowed = new Set(literals.filter((value) => asked.allowed?.has(value) ?? true));
      return;
    case 'stringnotequals':
      for (const value of literals) asked.excluded.add(value);
      return;
    case 'ipaddress':
      asked.present = true;
      asked.blocks = [...asked.blocks, literals];
      return;
    case 'null':
      if (literals.every((value) => value === 'true')) asked.missing = true;
      if (literals.every((value) => value === 'false')) asked.present = true;
  }
}

function isImpossible({ allowed, excluded, blocks, missing, present }: Asked): boolean {
  if (missing && present) return true;
  if (allowed !== undefined && [...allowed].every((value) => excluded.has(value))) return true;
  return blocks.some((left, at) => blocks.slice(at + 1).some((right) => areApart(left, right)));
}

function areApart(left: readonly string[], right: readonly string[]): boolean {
  const ranges = (values: readonly string[]) => values.map(addressBlock);
  return ranges(left).every((one) =>
    ranges(right).every((other) => one !== undefined && other !== undefined && !overlaps(one, other)),
  );
}

function describe(conditions: readonly OpenCondition[], name: string): string {
  return conditions
    .filter(({ key }) => key.toLowerCase() === name)
    .map(
      ({ key, operator, values }) => `${key} ${operator} ${values.map((value) => literalOf(value) ?? '…').join('|')}`,
    )
    .join(' and ');
}
