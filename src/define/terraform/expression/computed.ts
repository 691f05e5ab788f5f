import type { Origin } from '../../../model/origin.ts';
import { type Hole, holesOf, literalOf, textKey } from '../../../model/text.ts';
import { type Reference, refsOf, type Value } from '../../../model/value.ts';
import { expression, type Provenance, unknownValue } from '../../cloudformation/value-case.ts';
import { sha1 } from '../../sam/sha1.ts';
import type { Run } from './scope.ts';
import { isFailure } from './special.ts';

/** Symbols longer than this are told by a digest. */
const LONGEST_SYMBOL = 160;
/** Parts of values that are looked at to describe one. */
const MOST_PARTS = 400;

/**
 * The value of a computation that is not known: the same symbol for the same computation of the same values, and the
 * input that settles the first open part. What is made of a secret is one.
 * https://developer.hashicorp.com/terraform/language/values/variables#how-terraform-uses-sensitive-input-variables
 */
export function computed(run: Run, name: string, values: readonly Value[], origin: Origin): Value {
  const failed = values.find(isFailure);
  if (failed !== undefined) return failed;
  return unknownValue(computedHole(run, name, values), origin, flatProvenance(values));
}

export function computedHole(run: Run, name: string, values: readonly Value[]): Hole {
  const budget = { parts: MOST_PARTS };
  const keys = values.map((value) => keyOf(value, budget));
  const key = budget.parts > 0 ? `${name}(${keys.join(',')})` : `${name}(…${freshNumber(run)})`;
  const symbol = key.length > LONGEST_SYMBOL ? `${name}(#${sha1(key)})` : key;
  const first = (wanted?: (hole: Hole) => boolean) =>
    values.map((value) => firstHole(value, wanted)).find((found) => found !== undefined);
  const secret = first(({ kind }) => kind === 'secret');
  const made = expression(symbol, (secret ?? first())?.settledBy ?? `the result of ${name}`);
  return secret === undefined ? made : { ...made, kind: 'secret' };
}

function freshNumber(run: Run): number {
  run.fresh += 1;
  return run.fresh;
}

interface Budget {
  parts: number;
}

/** Equal for equal values only, as long as the budget lasts. */
function keyOf(value: Value, budget: Budget): string {
  budget.parts -= 1;
  if (budget.parts <= 0) return '…';
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'text':
      return textKey(value.text);
    case 'unknown':
      return value.hole.symbol;
    case 'list':
      return `[${value.items.map((item) => keyOf(item, budget)).join(',')}${value.open === undefined ? '' : `…${value.open.symbol}`}]`;
    case 'map':
      return `{${[...value.entries].map(([key, entry]) => `${key}=${keyOf(entry, budget)}`).join(',')}${value.open === undefined ? '' : `…${value.open.symbol}`}}`;
    case 'choice':
      return `choice(${value.options.map((option) => `${JSON.stringify(option.guard)}:${keyOf(option.value, budget)}`).join(',')})`;
    case 'absent':
      return 'absent';
  }
}

/** The first open part of a value that is wanted; looks at a bounded number of parts. */
export function firstHole(
  value: Value,
  wanted: (hole: Hole) => boolean = () => true,
  budget: Budget = { parts: MOST_PARTS },
): Hole | undefined {
  budget.parts -= 1;
  if (budget.parts <= 0) return undefined;
  if (value.kind === 'unknown') return wanted(value.hole) ? value.hole : undefined;
  if (value.kind === 'text') return holesOf(value.text).find(wanted);
  const inner =
    value.kind === 'list'
      ? value.items
      : value.kind === 'map'
        ? [...value.entries.values()]
        : value.kind === 'choice'
          ? value.options.map((option) => option.value)
          : [];
  for (const part of inner) {
    const hole = firstHole(part, wanted, budget);
    if (hole !== undefined) return hole;
  }
  const open = value.kind === 'list' || value.kind === 'map' ? value.open : undefined;
  return open !== undefined && wanted(open) ? open : undefined;
}

/** Is nothing in it open, by a bounded look? Too large ones count as open. */
export function isKnown(value: Value, budget: Budget = { parts: 100_000 }): boolean {
  budget.parts -= 1;
  if (budget.parts <= 0) return false;
  if (value.kind === 'literal') return true;
  if (value.kind === 'text') return literalOf(value.text) !== undefined;
  if (value.kind === 'list') return value.open === undefined && value.items.every((item) => isKnown(item, budget));
  if (value.kind === 'map') {
    if (value.open !== undefined) return false;
    for (const entry of value.entries.values()) if (!isKnown(entry, budget)) return false;
    return true;
  }
  return value.kind === 'absent';
}

/** What a computed value inherits: of scalars, and of the items right inside lists and maps. */
export function flatProvenance(values: readonly Value[]): Provenance {
  const defaults = new Set<string>();
  const refs = new Map<string, Reference>();
  const visit = (value: Value) => {
    for (const name of value.defaults ?? []) defaults.add(name);
    for (const ref of refsOf(value)) refs.set(`${ref.resource} ${ref.attribute}`, ref);
  };
  for (const value of values) {
    visit(value);
    const inner = value.kind === 'list' ? value.items : value.kind === 'map' ? value.entries.values() : [];
    let seen = 0;
    for (const item of inner) {
      visit(item);
      seen += 1;
      if (seen > 1000) break;
    }
  }
  return { defaults: [...defaults], refs: [...refs.values()] };
}

/** The same value with more defaults noted. */
export function withDefaults<T extends Value>(value: T, defaults: readonly string[] | undefined): T {
  if (defaults === undefined || defaults.length === 0) return value;
  return { ...value, defaults: [...new Set([...(value.defaults ?? []), ...defaults])] };
}
