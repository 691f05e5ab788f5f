import { literalOf } from '../model/text.ts';
import { type Reference, refsOf, textOf, type Value } from '../model/value.ts';

/**
 * The references of a value one by one, since a longer text (a script, an image with its tag) may name several things; a
 * plain text counts when it may be a whole name.
 */
export function singleReferences(value: Value): readonly Value[] {
  const refs = refsOf(value);
  if (refs.length > 0) return refs.map((reference) => single(reference, value));
  const literal = literalOf(textOf(value) ?? []);
  return literal !== undefined && literal.length > 2 ? [value] : [];
}

function single(reference: Reference, within: Value): Value {
  const what = `${reference.resource}.${reference.attribute}`;
  const hole = { symbol: `attribute:${what}`, kind: 'attribute', settledBy: `deployment of ${what}` } as const;
  return { kind: 'text', text: [hole], refs: [reference], origin: within.origin };
}
