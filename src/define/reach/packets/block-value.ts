import { describeText, holesOf, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { type Family, parseBlock } from './address.ts';
import type { Ranges } from './ranges.ts';

/** What a value says of a block of addresses. */
export type BlockValue =
  | { readonly kind: 'known'; readonly family: Family; readonly addresses: Ranges<bigint>; readonly prefix: number }
  | { readonly kind: 'open'; readonly settledBy: string }
  | { readonly kind: 'none' };

/** A value as a block of addresses; text that is none gives none. */
export function blockOf(value: Value | undefined): BlockValue {
  if (value === undefined || value.kind === 'absent') return { kind: 'none' };
  const text = textOf(value);
  if (text === undefined) return { kind: 'none' };
  const literal = literalOf(text);
  if (literal === undefined) {
    const [hole] = holesOf(text);
    return { kind: 'open', settledBy: hole?.settledBy ?? describeText(text) };
  }
  const block = parseBlock(literal);
  return block === undefined
    ? { kind: 'none' }
    : { kind: 'known', family: block.family, addresses: [block.range], prefix: block.prefix };
}
