import { always, type Guard, type GuardLiteral } from '../../model/guard.ts';
import { id, type ResourceId } from '../../model/id.ts';
import type { Origin, OriginTable } from '../../model/origin.ts';
import type { Hole, HoleKind, Text } from '../../model/text.ts';
import type { MapValue, Reference, Value } from '../../model/value.ts';
import { entries, field, items, type Json, oneOf, optionalField, string, wrong } from './decode-json.ts';

const holeKinds: readonly HoleKind[] = [
  'parameter',
  'physical-name',
  'attribute',
  'account',
  'region',
  'partition',
  'import',
  'lookup',
  'secret',
  'expression',
];

/** Reads a value as `document/encode-value.ts` wrote it. Throws `Malformed`. */
export function decodeValue(json: Json, origins: OriginTable): Value {
  const kind = oneOf(field(json, 'kind'), 'literal', 'text', 'list', 'map', 'choice', 'unknown', 'absent');
  const origin = originAt(field(json, 'at'), origins);
  const open = optionalField(json, 'open', hole);
  switch (kind) {
    case 'literal':
      return { kind, value: scalar(field(json, 'value')), origin, ...made(json) };
    case 'text':
      return { kind, text: decodeText(field(json, 'text')), origin, ...made(json) };
    case 'list':
      return {
        kind,
        items: items(field(json, 'items')).map((item) => decodeValue(item, origins)),
        origin,
        ...(open !== undefined && { open }),
      };
    case 'map':
      return decodeMap(json, origins);
    case 'choice': {
      const options = items(field(json, 'options')).map((option) => ({
        guard: decodeGuard(field(option, 'guard')),
        value: decodeValue(field(option, 'value'), origins),
      }));
      return { kind, options, origin };
    }
    case 'unknown': {
      const found: Hole = {
        symbol: string(field(json, 'hole')),
        kind: oneOf(field(json, 'holeKind'), ...holeKinds),
        settledBy: string(field(json, 'settledBy')),
      };
      return { kind, hole: found, origin, ...made(json) };
    }
    case 'absent':
      return { kind, origin };
  }
}

export function decodeMap(json: Json, origins: OriginTable): MapValue {
  if (field(json, 'kind').value !== 'map') throw wrong(json, 'a map');
  const open = optionalField(json, 'open', hole);
  return {
    kind: 'map',
    entries: new Map(
      entries(field(json, 'entries')).map(([key, entry]) => [key, decodeValue(entry, origins)] as const),
    ),
    origin: originAt(field(json, 'at'), origins),
    ...(open !== undefined && { open }),
  };
}

export function decodeText(json: Json): Text {
  if (typeof json.value === 'string') return json.value === '' ? [] : [json.value];
  return items(json).map((part) => (typeof part.value === 'string' ? part.value : hole(part)));
}

/** An OR of ANDs; absent means always. */
export function decodeGuard(json: Json): Guard {
  if (json.value === undefined) return always;
  return items(json).map((clause) =>
    items(clause).map((literal): GuardLiteral => {
      const domain = optionalField(literal, 'domain', (values) => items(values).map(string));
      return {
        symbol: string(field(literal, 'symbol')),
        value: string(field(literal, 'value')),
        holds: boolean(field(literal, 'holds')),
        ...(domain !== undefined && { domain }),
      };
    }),
  );
}

/** `{file, line, column, endLine}`; nothing for what stands in no file of the user. */
export function originOf(json: Json, origins: OriginTable): Origin {
  const source = field(json, 'source');
  if (source.value === undefined) return noPlace(origins);
  const [line, column, endLine] = ['line', 'column', 'endLine'].map((name) => lineNumber(field(source, name)));
  return origins.source(string(field(source, 'file')), line ?? 1, column ?? 1, endLine ?? 1);
}

export function boolean(json: Json): boolean {
  if (typeof json.value !== 'boolean') throw wrong(json, 'true or false');
  return json.value;
}

function hole(json: Json): Hole {
  return {
    symbol: string(field(json, 'hole')),
    kind: oneOf(field(json, 'kind'), ...holeKinds),
    settledBy: string(field(json, 'settledBy')),
  };
}

function scalar(json: Json): string | number | boolean | null {
  const { value } = json;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw wrong(json, 'a text, a number, true, false or null');
}

/** What a value was made from. */
function made(json: Json): { readonly refs?: readonly Reference[]; readonly defaults?: readonly string[] } {
  const refs = optionalField(json, 'refs', (list) => items(list).map(reference));
  const defaults = optionalField(json, 'defaults', (list) => items(list).map(string));
  return { ...(refs !== undefined && { refs }), ...(defaults !== undefined && { defaults }) };
}

function reference(json: Json): Reference {
  const [resource, attribute] = items(json);
  if (resource === undefined || attribute === undefined) throw wrong(json, 'a pair of resource and attribute');
  return { resource: id<ResourceId>(string(resource)), attribute: string(attribute) };
}

/** `[file, line, column, endLine]`. */
function originAt(json: Json, origins: OriginTable): Origin {
  const [file, line, column, endLine] = items(json);
  if (file === undefined || line === undefined || column === undefined || endLine === undefined) {
    throw wrong(json, 'a place: file, line, column, last line');
  }
  const name = string(file);
  if (name === '') return noPlace(origins);
  return origins.source(name, lineNumber(line), lineNumber(column), lineNumber(endLine));
}

function noPlace(origins: OriginTable): Origin {
  return origins.add({ kind: 'knowledge', document: 'a saved system document' });
}

function lineNumber(json: Json): number {
  const { value } = json;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32) return value;
  throw wrong(json, 'a whole number');
}
