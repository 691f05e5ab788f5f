import type { Origin } from '../../model/origin.ts';
import type { MappingNode, Node } from '../cloudformation/node.ts';

/** Where decoders report, and how they get origins. */
export interface Decoding {
  /** `code` is one of `declared-key`, `declared-missing`, `declared-value`. */
  report(origin: Origin, code: string, message: string): void;
  /** Origin of a statement by a person. */
  author(origin: Origin, by: string): Origin;
  /** File and line, for people. */
  place(origin: Origin): string;
}

/** Reads a node as a T; undefined when it is none, which was reported then. */
export type Decode<T> = (node: Node, to: Decoding, name: string) => T | undefined;

/** A field of a mapping: how to read it, and what counts when it is not there. */
export interface Field<T> {
  readonly decode: Decode<T>;
  readonly missing: { readonly value: T } | 'error';
}

export function required<T>(decode: Decode<T>): Field<T> {
  return { decode, missing: 'error' };
}

export function optional<T>(decode: Decode<T>): Field<T | undefined> {
  return { decode, missing: { value: undefined } };
}

export function otherwise<T>(decode: Decode<T>, value: T): Field<T> {
  return { decode, missing: { value } };
}

/** Any text that is not empty; numbers count as they are written. */
export const someText: Decode<string> = (node, to, name) => {
  if (node.kind === 'scalar' && node.source.trim() !== '') return node.source;
  return wrong(node, to, `${name} must be a text that is not empty`);
};

export function oneOf<T extends string>(...values: readonly T[]): Decode<T> {
  return (node, to, name) => {
    const found = node.kind === 'scalar' ? values.find((value) => value === node.source) : undefined;
    return found ?? wrong(node, to, `${name} must be one of: ${values.join(', ')}`);
  };
}

export function matching(pattern: RegExp, what: string): Decode<string> {
  return (node, to, name) => {
    if (node.kind === 'scalar' && pattern.test(node.source)) return node.source;
    return wrong(node, to, `${name} must be ${what}`);
  };
}

export function wholeNumber(from: number, upTo: number): Decode<number> {
  return (node, to, name) => {
    const value = node.kind === 'scalar' && /^[0-9]{1,9}$/.test(node.source) ? Number(node.source) : -1;
    return value >= from && value <= upTo
      ? value
      : wrong(node, to, `${name} must be a whole number from ${from} to ${upTo}`);
  };
}

/** A day of the calendar, `YYYY-MM-DD`. */
export const day: Decode<string> = (node, to, name) => {
  const [, year, month, date] = (node.kind === 'scalar' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(node.source)) || [];
  const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  if (year !== undefined && when.getUTCMonth() === Number(month) - 1 && when.getUTCDate() === Number(date))
    return `${year}-${month}-${date}`;
  return wrong(node, to, `${name} must be a day written YYYY-MM-DD`);
};

/** Keeps the items that can be read. */
export function listOf<T>(each: Decode<T>): Decode<readonly T[]> {
  return (node, to, name) => {
    if (node.kind !== 'sequence')
      return wrong(node, to, `${name} must be a list, each item on a line that starts with "- "`);
    return node.items.map((item, at) => each(item, to, `${name}[${at}]`)).filter((item) => item !== undefined);
  };
}

/**
 * A mapping with these fields and no others; the whole is dropped when a field is missing or wrong. Optional fields that
 * are not given are absent from the result.
 */
export function record<T extends object>(
  fields: { readonly [K in keyof T]-?: Field<T[K]> | Field<T[K] | undefined> },
): Decode<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  return (node, to, name) => {
    if (node.kind !== 'mapping') return wrong(node, to, `${name} must have the keys ${keys.join(', ')}`);
    reportUnknownKeys(node, keys, to, name);
    const result: Partial<T> = {};
    let complete = true;
    for (const key of keys) {
      const value = fieldValue(node, key, fields[key], { to, name });
      if (value === failed) complete = false;
      else if (value !== undefined) result[key] = value;
    }
    return complete ? (result as T) : undefined;
  };
}

function reportUnknownKeys(node: MappingNode, keys: readonly string[], to: Decoding, name: string): void {
  for (const { key, keyOrigin } of node.entries.values()) {
    if (keys.includes(key)) continue;
    to.report(keyOrigin, 'declared-key', `${name} has the unknown key ${key}; the keys are: ${keys.join(', ')}`);
  }
}

const failed = Symbol('failed');

function fieldValue<T>(
  node: MappingNode,
  key: string,
  { decode, missing }: Field<T>,
  { to, name }: { readonly to: Decoding; readonly name: string },
): T | typeof failed {
  const value = node.entries.get(key)?.value;
  if (value !== undefined && !(value.kind === 'scalar' && value.value === null)) {
    return decode(value, to, `${name}.${key}`) ?? failed;
  }
  if (missing !== 'error') return missing.value;
  to.report(node.origin, 'declared-missing', `${name} needs ${key}; add it`);
  return failed;
}

function wrong(node: Node, to: Decoding, message: string): undefined {
  to.report(node.origin, 'declared-value', message);
  return undefined;
}
