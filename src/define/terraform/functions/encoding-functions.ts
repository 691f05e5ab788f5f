import { jsonValue } from '../../../catalog/json-value.ts';
import { literalOf } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import type { Node } from '../../cloudformation/node.ts';
import { parseDocument } from '../../cloudformation/parse.ts';
import { isKnown } from '../expression/computed.ts';
import { sortedEntries } from '../expression/elements.ts';
import { asJson, isCollection, isJson, withoutJson } from '../expression/special.ts';
import { jsonText, stringOf } from '../expression/text.ts';
import { type Call, define, type Functions, literal, ofStrings, open, refused } from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "Encoding Functions". */
export const encodingFunctions: Functions = {
  jsonencode: {
    ...define(1, 1, ([value], call) => {
      if (value === undefined) return open([], call);
      return isCollection(value) ? asJson(value) : jsonText(value, call.run, call.origin);
    }),
    keepsJson: true,
  },
  jsondecode: {
    ...define(1, 1, (args, call) => {
      const [value] = args;
      if (value === undefined) return open(args, call);
      return isJson(value) ? withoutJson(value) : decoded(args, call, 'json');
    }),
    keepsJson: true,
  },
  yamlencode: define(1, 1, (args, call) => {
    const [value] = args;
    if (value === undefined || !isKnown(value)) return open(args, call);
    return literal(yamlOf(value), args, call);
  }),
  yamldecode: define(1, 1, (args, call) => decoded(args, call, 'yaml')),
  csvdecode: ofStrings(1, 1, ([text = ''], call, args) => csv(text, args, call)),
  base64encode: ofStrings(1, 1, ([text = '']) => base64(new TextEncoder().encode(text))),
  base64decode: ofStrings(1, 1, ([text = ''], call) => {
    const bytes = bytesOfBase64(text);
    const decodedText = bytes === undefined ? undefined : utf8(bytes);
    return decodedText ?? refused('the text is no Base64 of UTF-8', call);
  }),
  base64gzip: define(1, 1, open),
  textencodebase64: ofStrings(2, 2, ([text = '', encoding = ''], call) => {
    const bytes = encoded(text, encoding);
    return bytes === undefined ? refused(`the encoding ${encoding} is not known`, call) : base64(bytes);
  }),
  textdecodebase64: ofStrings(2, 2, ([text = '', encoding = ''], call) => {
    const bytes = bytesOfBase64(text);
    const label = encoding.toLowerCase();
    if (bytes === undefined || !/^(utf-?8|utf-?16le|utf-?16be|us-ascii|iso-8859-1)$/.test(label))
      return refused('the text cannot be decoded', call);
    return new TextDecoder(label).decode(bytes);
  }),
  urlencode: ofStrings(1, 1, ([text = '']) => urlEncoded(text)),
};

/** Go's query escaping: letters, digits and `-_.~` stay, a blank becomes `+`. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function utf8(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encoded(text: string, encoding: string): Uint8Array | undefined {
  const label = encoding.toLowerCase();
  if (label === 'utf-8') return new TextEncoder().encode(text);
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  if (label === 'utf-16le') return Uint8Array.from(codes.flatMap((code) => [code & 255, code >> 8]));
  if (label === 'utf-16be') return Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 255]));
  if (label === 'us-ascii' || label === 'iso-8859-1') return Uint8Array.from(codes.map((code) => code & 255));
  return undefined;
}

/** JSON and YAML have one reader; the places of what is inside are those of the call. */
function decoded(args: readonly Value[], call: Call, format: 'json' | 'yaml'): Value {
  const [value] = args;
  if (value !== undefined && isCollection(value)) return refused('needs a string', call, 'wrong-type');
  const content = value === undefined ? undefined : stringOf(value, call.run, call.origin);
  const text = content === undefined ? undefined : literalOf(content);
  if (content === undefined || text === undefined) {
    const part = format === 'json' && content !== undefined && content.length > 1;
    return (part ? jsonValue(content, call.origin) : undefined) ?? open(args, call);
  }
  if (format === 'json') {
    try {
      return fromJson(JSON.parse(text), call, args);
    } catch {
      return refused('the text is not JSON', call);
    }
  }
  const document = parseDocument('yamldecode', text, call.run.context.origins);
  if (document.diagnostics.some((diagnostic) => diagnostic.level === 'error'))
    return refused('the text is not YAML', call);
  return document.root === undefined ? literal(null, args, call) : fromNode(document.root, call, args);
}

function fromJson(json: unknown, call: Call, args: readonly Value[], depth = 0): Value {
  if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
    return literal(json, args, call);
  if (depth > 200 || typeof json !== 'object') return refused('the text is nested too deeply', call, 'too-large');
  const { origin } = call;
  if (Array.isArray(json))
    return { kind: 'list', items: json.map((item) => fromJson(item, call, args, depth + 1)), origin };
  const entries = Object.entries(json).map(([key, value]) => [key, fromJson(value, call, args, depth + 1)] as const);
  return { kind: 'map', entries: new Map(entries), origin };
}

function fromNode(node: Node, call: Call, args: readonly Value[]): Value {
  const { origin } = call;
  if (node.kind === 'scalar') return literal(node.value, args, call);
  if (node.kind === 'sequence')
    return { kind: 'list', items: node.items.map((item) => fromNode(item, call, args)), origin };
  const entries = [...node.entries].map(([key, entry]) => [key, fromNode(entry.value, call, args)] as const);
  return { kind: 'map', entries: new Map(entries), origin };
}

/** A known value as Terraform prints YAML: keys in order, strings quoted, those of several lines as blocks. */
function yamlOf(value: Value): string {
  const lines = yamlLines(value);
  return `${lines.join('\n')}\n`;
}

function yamlLines(value: Value): readonly string[] {
  if (value.kind === 'list') {
    if (value.items.length === 0) return ['[]'];
    return value.items.flatMap((item) => {
      const [first = '', ...rest] = yamlLines(item);
      return [`- ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))];
    });
  }
  if (value.kind === 'map') {
    if (value.entries.size === 0) return ['{}'];
    return sortedEntries(value).flatMap(([key, entry]) => {
      const [first = '', ...rest] = yamlLines(entry);
      const nested =
        (entry.kind === 'list' && entry.items.length > 0) || (entry.kind === 'map' && entry.entries.size > 0);
      const name = `${JSON.stringify(key)}:`;
      const indent = entry.kind === 'list' ? '' : '  ';
      if (nested) return [name, ...[first, ...rest].map((line) => (line === '' ? '' : indent + line))];
      return [`${name} ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))];
    });
  }
  if (value.kind !== 'literal') return ['null'];
  if (typeof value.value === 'string' && value.value.includes('\n')) {
    const keep = value.value.endsWith('\n\n') ? '+' : value.value.endsWith('\n') ? '' : '-';
    return [`|${keep}`, ...value.value.replace(/\n$/, '').split('\n')];
  }
  return [JSON.stringify(value.value)];
}

function csv(text: string, args: readonly Value[], call: Call): Value {
  const rows = csvRows(text);
  const [head, ...body] = rows;
  if (head === undefined) return refused('the text has no head line', call);
  const items = body.map((row): Value => {
    const entries = head.map((name, at) => [name, literal(row[at] ?? '', args, call)] as const);
    return { kind: 'map', entries: new Map(entries), origin: call.origin };
  });
  return { kind: 'list', items, origin: call.origin };
}

function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  for (field.lastIndex = 0; field.lastIndex < text.length; ) {
    const match = field.exec(text);
    if (match === null) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
