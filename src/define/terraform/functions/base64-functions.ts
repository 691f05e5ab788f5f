import { literalOf } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { encodedContent, encodedText } from '../encoded-text.ts';
import { isCollection } from '../expression/special.ts';
import { stringOf } from '../expression/text.ts';
import { type Call, define, type Functions, literal, ofStrings, open, refused } from './function.ts';

/**
 * Base64 of what is not wholly known is opaque, but remembers what it encodes: start scripts stay readable.
 * Source: https://developer.hashicorp.com/terraform/language/functions, "Encoding Functions".
 */
export const base64Functions: Functions = {
  base64encode: define(1, 1, (args, call) =>
    encode(args, call, (text) => literal(base64(new TextEncoder().encode(text)), args, call)),
  ),
  // The compressed bytes depend on Go's compressor, so that even those of a known text are not told.
  base64gzip: define(1, 1, (args, call) => encode(args, call)),
  textencodebase64: define(2, 2, ([value, encoding], call) => {
    const args = [value, encoding].filter((arg) => arg !== undefined);
    const label = encoding === undefined ? undefined : plainLabel(encoding, call);
    if (label === undefined || value === undefined) return open(args, call);
    return encode(args, call, (text) => {
      const bytes = encoded(text, label);
      return bytes === undefined
        ? refused(`the encoding ${label} is not known`, call)
        : literal(base64(bytes), args, call);
    });
  }),
  base64decode: define(1, 1, (args, call) => {
    const content = args[0] === undefined ? undefined : encodedContent(args[0], 'base64encode');
    return content ?? decodeKnown.run(args, call);
  }),
  textdecodebase64: define(2, 2, (args, call) => {
    const content = args[0] === undefined ? undefined : encodedContent(args[0], 'textencodebase64');
    return content ?? textDecodeKnown.run(args, call);
  }),
};

const decodeKnown = ofStrings(1, 1, ([text = ''], call) => {
  const bytes = bytesOfBase64(text);
  const decodedText = bytes === undefined ? undefined : utf8(bytes);
  return decodedText ?? refused('the text is no Base64 of UTF-8', call);
});

const textDecodeKnown = ofStrings(2, 2, ([text = '', encoding = ''], call) => {
  const bytes = bytesOfBase64(text);
  const label = encoding.toLowerCase();
  if (bytes === undefined || !/^(utf-?8|utf-?16le|utf-?16be|us-ascii|iso-8859-1)$/.test(label))
    return refused('the text cannot be decoded', call);
  return new TextDecoder(label).decode(bytes);
});

/** Known texts are encoded by `known`; others, and all when there is none, are opaque with the text remembered. */
function encode(args: readonly Value[], call: Call, known?: (text: string) => Value): Value {
  const [value] = args;
  if (value === undefined || isCollection(value)) return refused('needs a string', call, 'wrong-type');
  if (value.kind === 'literal' && value.value === null) return refused('the argument is null', call, 'null-value');
  const content = stringOf(value, call.run, call.origin);
  if (content === undefined) return open(args, call);
  const text = literalOf(content);
  if (text !== undefined && known !== undefined) return known(text);
  const opaque = open(args, call);
  return opaque.kind === 'unknown' ? encodedText(opaque, call.name, value) : opaque;
}

function plainLabel(encoding: Value, call: Call): string | undefined {
  const content = isCollection(encoding) ? undefined : stringOf(encoding, call.run, call.origin);
  return content === undefined ? undefined : literalOf(content);
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
