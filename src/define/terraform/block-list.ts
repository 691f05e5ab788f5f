import type { Value } from '../../model/value.ts';

/** Nested blocks as a list: JSON syntax may write a single one as an object, and only the provider knows that it is a block. */
export function blockList(value: Value): Value {
  if (value.kind === 'map') return { kind: 'list', items: [value], origin: value.origin };
  if (value.kind !== 'choice') return value;
  return { ...value, options: value.options.map((option) => ({ ...option, value: blockList(option.value) })) };
}
