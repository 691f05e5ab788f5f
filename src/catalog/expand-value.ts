import { always, and, type Guard, isPossible } from '../model/guard.ts';
import type { Value } from '../model/value.ts';

/** One way a value can turn out: no choices left in it, members that are absent are gone. */
export interface Variant {
  readonly guard: Guard;
  readonly value: Value;
}

/** More variants than this are not spelled out. */
const MOST_VARIANTS = 16;

/**
 * A value once for every way that its conditions can turn out, choices inside lists and maps included; variants whose
 * conditions contradict each other do not appear. Undefined when there are too many to spell out.
 */
export function expandValue(value: Value): readonly Variant[] | undefined {
  return isConditional(value) ? expand(value) : [{ guard: always, value: unconditional(value) }];
}

/** Does something in the value hang on a condition? Most values do not, and then there is nothing to spell out. */
function isConditional(value: Value): boolean {
  if (value.kind === 'list') return value.items.some(isConditional);
  if (value.kind === 'map') return [...value.entries.values()].some(isConditional);
  return value.kind === 'choice';
}

function expand(value: Value): readonly Variant[] | undefined {
  if (value.kind === 'choice') return expandChoice(value);
  if (value.kind === 'list') return expandMembers(value.items, (items) => ({ ...value, items: items.filter(isThere) }));
  if (value.kind !== 'map') return [{ guard: always, value }];
  const names = [...value.entries.keys()];
  return expandMembers([...value.entries.values()], (items) => {
    const entries = items.flatMap((item, at): readonly (readonly [string, Value])[] =>
      isThere(item) ? [[names[at] ?? '', item]] : [],
    );
    return { ...value, entries: new Map(entries) };
  });
}

/** The value without whatever hangs on a condition: what is there in any case. */
export function unconditional(value: Value): Value {
  if (value.kind === 'choice') return { kind: 'absent', origin: value.origin };
  if (value.kind === 'list') return { ...value, items: value.items.map(unconditional).filter(isThere) };
  if (value.kind !== 'map') return value;
  const entries = [...value.entries].map(([name, item]) => [name, unconditional(item)] as const);
  return { ...value, entries: new Map(entries.filter(([, item]) => isThere(item))) };
}

function isThere(value: Value): boolean {
  return value.kind !== 'absent';
}

function expandChoice(value: Extract<Value, { kind: 'choice' }>): readonly Variant[] | undefined {
  const variants: Variant[] = [];
  for (const option of value.options) {
    const inner = expand(option.value);
    if (inner === undefined) return undefined;
    for (const variant of inner) {
      const guard = and(option.guard, variant.guard);
      if (isPossible(guard)) variants.push({ guard, value: variant.value });
    }
    if (variants.length > MOST_VARIANTS) return undefined;
  }
  return variants;
}

function expandMembers(
  members: readonly Value[],
  build: (items: readonly Value[]) => Value,
): readonly Variant[] | undefined {
  let rows: readonly { readonly guard: Guard; readonly items: readonly Value[] }[] = [{ guard: always, items: [] }];
  for (const member of members) {
    const variants = expandValue(member);
    if (variants === undefined) return undefined;
    rows = rows.flatMap((row) =>
      variants
        .map((variant) => ({ guard: and(row.guard, variant.guard), items: [...row.items, variant.value] }))
        .filter(({ guard }) => isPossible(guard)),
    );
    if (rows.length > MOST_VARIANTS) return undefined;
  }
  return rows.map(({ guard, items }) => ({ guard, value: build(items) }));
}
