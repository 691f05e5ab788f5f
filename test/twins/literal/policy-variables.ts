import type { KeyValue } from '../../../src/model/caller.ts';
import { plainCharacter, type Text, type TextPart, text } from '../../../src/model/text.ts';

/** `${key}` and `${key, 'default'}`; `${*}`, `${?}` and `${$}` stand for the characters themselves. */
const variable = /\$\{\s*([^}',]+?)\s*(?:,\s*'([^']*)'\s*)?\}/g;

/**
 * Puts the values of condition keys in the place of policy variables. Undefined when a variable has neither value nor
 * default: then the element that holds it matches nothing. A value that is not known becomes a hole.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withVariables(source: Text, keyOf: (key: string) => KeyValue): Text | undefined {
  const parts: TextPart[] = [];
  for (const part of source) {
    if (typeof part !== 'string' || !part.includes('${')) {
      parts.push(part);
      continue;
    }
    let end = 0;
    for (const found of part.matchAll(variable)) {
      const value = valueFor(found[1] ?? '', found[2], keyOf);
      if (value === undefined) return undefined;
      parts.push(part.slice(end, found.index), ...value);
      end = found.index + found[0].length;
    }
    parts.push(part.slice(end));
  }
  return text(...parts);
}

function valueFor(key: string, byDefault: string | undefined, keyOf: (key: string) => KeyValue): Text | undefined {
  if (key === '*' || key === '?') return [plainCharacter(key)];
  if (key === '$') return ['$'];
  const known = keyOf(key);
  if (known.kind === 'values') return known.values[0];
  if (known.kind === 'absent') return byDefault === undefined ? undefined : [byDefault];
  return known.shape ?? [{ symbol: `key:${key.toLowerCase()}`, kind: 'expression', settledBy: `condition key ${key}` }];
}
