import type { Guard } from './guard.ts';
import type { ResourceId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Hole, Text } from './text.ts';

/**
 * A property value after every reference is resolved. What cannot be known before deployment is a hole with the input
 * that would settle it; what depends on a condition is a choice whose options exclude each other and leave no gap.
 */
export type Value = Literal | SymbolicString | ListValue | MapValue | Choice | UnknownValue | Absent;

interface Located {
  readonly origin: Origin;
  /** Parameters whose default value went into this one; absent or empty when all of it was given. */
  readonly defaults?: readonly string[];
}

/** What a reference in the source pointed at: kept although the value itself may be a plain name or ARN. */
export interface Reference {
  readonly resource: ResourceId;
  /** `Ref` or the name of the attribute. */
  readonly attribute: string;
}

export interface Literal extends Located {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly refs?: readonly Reference[];
}

export interface SymbolicString extends Located {
  readonly kind: 'text';
  readonly text: Text;
  readonly refs?: readonly Reference[];
}

export interface ListValue extends Located {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Further items may follow that are not known yet. */
  readonly open?: Hole;
}

export interface MapValue extends Located {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
  /** Further entries may exist that are not known yet. */
  readonly open?: Hole;
}

export interface Choice extends Located {
  readonly kind: 'choice';
  readonly options: readonly { readonly guard: Guard; readonly value: Value }[];
}

export interface UnknownValue extends Located {
  readonly kind: 'unknown';
  readonly hole: Hole;
  readonly refs?: readonly Reference[];
}

/** Explicitly nothing (`AWS::NoValue`): the property counts as not given. */
export interface Absent extends Located {
  readonly kind: 'absent';
}

/** The text of a scalar value: numbers and booleans as CloudFormation prints them; undefined for lists and maps. */
export function textOf(value: Value): Text | undefined {
  if (value.kind === 'literal') return value.value === null ? [] : value.value === '' ? [] : [String(value.value)];
  if (value.kind === 'text') return value.text;
  return value.kind === 'unknown' ? [value.hole] : undefined;
}

/** The references that a scalar was made from. */
export function refsOf(value: Value): readonly Reference[] {
  return value.kind === 'literal' || value.kind === 'text' || value.kind === 'unknown' ? (value.refs ?? []) : [];
}

/** Follows property names; indices into lists as numbers. Choices on the way are not entered. */
export function at(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let here = value;
  for (const step of path) {
    if (here?.kind === 'map' && typeof step === 'string') here = here.entries.get(step);
    else if (here?.kind === 'list' && typeof step === 'number') here = here.items[step];
    else return undefined;
  }
  return here;
}
