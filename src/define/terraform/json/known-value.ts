import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { listOf, objectOf } from './entries.ts';
import { holdsNothing, isSecretAttribute } from './secret-attributes.ts';

/** Data nested deeper than this is taken for unknown: nothing that Terraform writes is. */
const MOST_DEPTH = 200;

/** Steps from the attributes of an entry to one of their parts. */
export type DataPath = readonly (string | number)[];

/** The three trees in which a plan tells values; a state has nothing unknown. */
export interface Told {
  readonly values: unknown;
  /** `true` where the value is known after apply; a plan leaves such parts out of the values. */
  readonly unknown: unknown;
  /** `true` where the value is sensitive. */
  readonly sensitive: unknown;
}

/** The resource that the data is told of. */
export interface Telling {
  /** Terraform type. */
  readonly type: string;
  /** Everything stands at the place of the entry. */
  readonly origin: Origin;
  /** What stands for a part that is not known yet; the path changes from call to call. */
  unknownAt(path: DataPath): Value | undefined;
  /** What stands for a secret. */
  secretAt(path: DataPath, data: unknown): Value;
  /** What stands for data that does not say what it seems to; undefined where it counts. */
  insteadOf?(path: DataPath, data: unknown): Value | undefined;
}

/** Data of a plan or state as a value. Null says that nothing is given; what is sensitive is a hole. */
export function knownValue(told: Told, { type, origin, unknownAt, secretAt, insteadOf }: Telling): Value | undefined {
  const path: (string | number)[] = [];
  const inside = (step: string | number, item: unknown, { unknown, sensitive }: Told): Value | undefined => {
    path.push(step);
    const value = valueAt({ values: item, unknown: marksAt(unknown, step), sensitive: marksAt(sensitive, step) });
    path.pop();
    return value;
  };
  const isSecret = ({ values, sensitive }: Told): boolean => {
    if (sensitive === true && !holdsNothing(values)) return true;
    const last = path.at(-1);
    return typeof last === 'string' && isSecretAttribute(last, type, values);
  };
  /** What stands for a part of the entry, when the data itself does not count. */
  const standIn = (here: Told): { readonly value: Value | undefined } | undefined => {
    if (path.length === 0) return undefined;
    if (here.unknown === true) return { value: unknownAt(path) };
    if (isSecret(here)) return { value: secretAt(path, here.values) };
    const value = path.length > MOST_DEPTH ? tooDeep(origin) : insteadOf?.(path, here.values);
    return value === undefined ? undefined : { value };
  };
  const valueAt = (here: Told): Value | undefined => {
    const other = standIn(here);
    if (other !== undefined) return other.value;
    const { values, unknown } = here;
    if (typeof values === 'string' || typeof values === 'number' || typeof values === 'boolean')
      return { kind: 'literal', value: values, origin };
    if ((values === undefined || values === null) && (unknown === true || !holdsTrue(unknown))) return undefined;
    return Array.isArray(values ?? unknown) ? listAt(here) : mapAt(here);
  };
  const listAt = (here: Told): Value => {
    const list = listOf(here.values);
    const length = Math.max(list.length, listOf(here.unknown).length);
    const items: Value[] = [];
    for (let at = 0; at < length; at += 1) {
      const value = inside(at, list[at], here);
      if (value !== undefined) items.push(value);
    }
    return { kind: 'list', items, origin };
  };
  const mapAt = (here: Told): Value => {
    const known = objectOf(here.values) ?? {};
    const entries = new Map<string, Value>();
    for (const key of Object.keys(known)) {
      const value = inside(key, known[key], here);
      if (value !== undefined) entries.set(key, value);
    }
    for (const key of Object.keys(objectOf(here.unknown) ?? {})) {
      const value = Object.hasOwn(known, key) ? undefined : inside(key, undefined, here);
      if (value !== undefined) entries.set(key, value);
    }
    return { kind: 'map', entries, origin };
  };
  return valueAt(told);
}

/** The marks of a part: what is marked as a whole is in every part of it. */
function marksAt(marks: unknown, step: string | number): unknown {
  if (typeof marks !== 'object' || marks === null) return marks;
  return (marks as Readonly<Record<string | number, unknown>>)[step];
}

/** Is anything marked in a tree of marks? */
function holdsTrue(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  return Object.values(marks).some(holdsTrue);
}

function tooDeep(origin: Origin): Value {
  const settledBy = 'less deeply nested data';
  return { kind: 'unknown', hole: { symbol: 'nesting', kind: 'expression', settledBy }, origin };
}
