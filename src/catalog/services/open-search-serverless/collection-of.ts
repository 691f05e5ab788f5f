import { literalOf, type Text, text } from '../../../model/text.ts';

/** The name or pattern of the collection that a rule means: `logs*` of `collection/logs*`, and of `index/logs*` + `/audit`. */
export function collectionOf(resource: Text): readonly Text[] {
  const [first, ...rest] = resource;
  if (typeof first !== 'string') return [resource];
  const name = text(first.replace(/^(collection|index|dashboard)\//, ''), ...rest);
  const literal = literalOf(name);
  return [literal === undefined ? name : [literal.split('/')[0] ?? literal]];
}
