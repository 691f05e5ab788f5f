/** A part of a document that is not as it must be; caught where the part can be left out, never outside this folder. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Deeper values than any template has. */
const deepest = 400;

/** What is read, with its path in the document for messages. */
export interface Json {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

export function jsonRoot(value: unknown): Json {
  return { value, path: '', depth: 0 };
}

export function field(json: Json, name: string): Json {
  return below(json, record(json)[name], name);
}

/** Undefined when it is not there. */
export function optionalField<T>(json: Json, name: string, read: (json: Json) => T): T | undefined {
  const found = field(json, name);
  return found.value === undefined ? undefined : read(found);
}

export function entries(json: Json): readonly (readonly [string, Json])[] {
  return Object.entries(record(json)).map(([key, value]) => [key, below(json, value, key)] as const);
}

export function items(json: Json): readonly Json[] {
  if (!Array.isArray(json.value)) throw wrong(json, 'a list');
  return json.value.map((value: unknown, at) => below(json, value, String(at)));
}

export function string(json: Json): string {
  if (typeof json.value !== 'string') throw wrong(json, 'a text');
  return json.value;
}

export function oneOf<T extends string>(json: Json, ...values: readonly T[]): T {
  const found = values.find((value) => value === json.value);
  if (found === undefined) throw wrong(json, `one of ${values.join(', ')}`);
  return found;
}

export function wrong({ path }: Json, what: string): Malformed {
  return new Malformed(`${path === '' ? 'the document' : path} must be ${what}`);
}

function record(json: Json): Readonly<Record<string, unknown>> {
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(json, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

function below({ path, depth }: Json, value: unknown, key: string): Json {
  if (depth > deepest) throw new Malformed(`${path} is nested deeper than ${deepest} levels`);
  return { value, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 };
}
