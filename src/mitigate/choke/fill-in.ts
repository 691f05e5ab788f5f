import type { Resource } from '../../model/resource.ts';
import type { Hole, Text } from '../../model/text.ts';

/** A value that is not in the input and that the user fills in: it is told in angle brackets. */
export function toFillIn(what: string, { id }: Resource): Text {
  return [{ symbol: `to-fill-in:${id}/${what}`, kind: 'expression', settledBy: what }];
}

/** Is it something that the user fills in? */
export function isToFillIn({ symbol }: Hole): boolean {
  return symbol.startsWith('to-fill-in:');
}
