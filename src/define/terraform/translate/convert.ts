import { jsonValue } from '../../../catalog/json-value.ts';
import type { TerraformConversion } from '../../../model/terraform.ts';
import { literalOf, type TextPart, text } from '../../../model/text.ts';
import { type MapValue, textOf, type Value } from '../../../model/value.ts';
import { jsonOf } from '../../cloudformation/json-text.ts';
import { absentValue, literalValue, mapCases, provenanceOf, textValue } from '../../cloudformation/value-case.ts';
import { blockList } from '../block-list.ts';
import { encodedContent } from '../encoded-text.ts';
import { givenAt, unlessAbsent } from './given.ts';
import { trustOf } from './trust-of.ts';

/** Changes a value as a rule says, in each of its alternatives; what is not known, and what does not fit, passes. */
export function convert(value: Value, to: TerraformConversion): Value | undefined {
  return unlessAbsent(mapCases(value, value.origin, (one) => convertOne(one, to)));
}

function convertOne(value: Value, to: TerraformConversion): Value {
  if (value.kind === 'absent') return value;
  if (typeof to === 'string') return named[to](value);
  if (value.kind === 'unknown') return value;
  if ('words' in to) return reworded(value, to.words);
  if ('without' in to)
    return value.kind === 'literal' && to.without.some((none) => none === value.value)
      ? absentValue(value.origin)
      : value;
  if ('pairs' in to) return paired(value, to.pairs);
  if ('indexed' in to) return indexed(value, to.indexed);
  return split(value, to.split);
}

const named: Readonly<Record<Extract<TerraformConversion, string>, (value: Value) => Value>> = {
  document: parsed,
  trust: (value) => (value.kind === 'unknown' ? trustOf(value) : parsed(value)),
  not: (value) => reworded(value, { true: false, false: true }),
  boolean: (value) => reworded(value, { true: true, false: false }),
  text: asText,
  decoded,
};

/** What is not JSON stays the text that it is, so that whoever reads it can tell. */
function parsed(value: Value): Value {
  if (value.kind !== 'literal' && value.kind !== 'text') return value;
  return jsonValue(textOf(value) ?? [], value.origin) ?? value;
}

/** Values that JSON text was made from are that text again. */
function asText(value: Value): Value {
  if (value.kind === 'map' || value.kind === 'list') return jsonOf(value, value.origin);
  return value.kind === 'literal' ? literalValue(String(value.value), value.origin, provenanceOf(value)) : value;
}

function literalWord(value: Value): string | undefined {
  const content = textOf(value);
  return content === undefined ? undefined : literalOf(content);
}

function reworded(value: Value, table: Readonly<Record<string, string | number | boolean>>): Value {
  const word = literalWord(value);
  const other = word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
  return other === undefined ? value : literalValue(other, value.origin, provenanceOf(value));
}

/** Base64 as Terraform's `filebase64` and `base64encode` make it: the text in UTF-8. */
function decoded(value: Value): Value {
  const content = encodedContent(value);
  if (content !== undefined) return content;
  const word = value.kind === 'literal' ? literalWord(value) : undefined;
  if (word === undefined || !/^[A-Za-z0-9+/\s]+={0,2}$/.test(word)) return value;
  try {
    const bytes = Uint8Array.from(atob(word.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0));
    return literalValue(new TextDecoder('utf-8', { fatal: true }).decode(bytes), value.origin, provenanceOf(value));
  } catch {
    return value;
  }
}

function paired(value: Value, [key, content]: readonly [string, string]): Value {
  if (value.kind !== 'map') return value;
  const items = [...value.entries].flatMap(([name, entry]): readonly Value[] => {
    const given = unlessAbsent(entry);
    if (given === undefined) return [];
    const entries = new Map<string, Value>([
      [key, literalValue(name, entry.origin)],
      [content, given],
    ]);
    return [{ kind: 'map', entries, origin: entry.origin }];
  });
  return { kind: 'list', items, origin: value.origin, ...(value.open !== undefined && { open: value.open }) };
}

function indexed(value: Value, [key, content]: readonly [string, string]): Value {
  const list = blockList(value);
  if (list.kind !== 'list') return value;
  const entries = new Map<string, Value>();
  for (const item of list.items) {
    const name = givenAt(item, key);
    const word = name === undefined ? undefined : literalWord(name);
    const given = givenAt(item, content);
    if (word !== undefined && given !== undefined) entries.set(word, given);
  }
  const map: MapValue = { kind: 'map', entries, origin: value.origin };
  return list.open === undefined ? map : { ...map, open: list.open };
}

/** Holes stay within the member that they stand in. */
function split(value: Value, separator: string): Value {
  const content = textOf(value);
  if (content === undefined) return value;
  const members: TextPart[][] = [[]];
  for (const part of content) {
    if (typeof part !== 'string') members.at(-1)?.push(part);
    else
      part.split(separator).forEach((piece, at) => {
        if (at > 0) members.push([]);
        members.at(-1)?.push(piece);
      });
  }
  const items = members.map((member) => textValue(text(...member), value.origin, provenanceOf(value)));
  return { kind: 'list', items, origin: value.origin };
}
