import { holesOf, literalOf, type Match, type Text, text } from '../../../src/model/text.ts';

/**
 * Names of the caller's own: a shape such as `repo:` and a name in which nobody else's can be. A pattern that spells the
 * name out up to the next separator means its holder; one with a wildcard in it means whoever has a name that fits.
 */
export function isOwn(shape: Text): boolean {
  return holesOf(shape).some(({ symbol }) => symbol.startsWith('own:'));
}

/** Does one of the values leave the name to the caller? Exact values are somebody's. */
export function matchesOwn(shape: Text, wanted: readonly Text[], byPattern: boolean): Match {
  let result: Match = 'no';
  for (const value of wanted) {
    const match = matchOwn(shape, value, byPattern);
    if (match === 'yes') return 'yes';
    if (match === 'maybe') result = 'maybe';
  }
  return result;
}

function matchOwn(shape: Text, wanted: Text, byPattern: boolean): Match {
  const prefix = literalOf(shape.slice(0, 1)) ?? '';
  const pattern = literalOf(wanted);
  if (pattern === undefined) {
    // A name after text of a policy's own, such as an account: what is not known may be anything.
    if (holesOf(shape).length > 1 || shape.length > 2) return 'maybe';
    return matchUnknownName(prefix, wanted, byPattern);
  }
  if (!byPattern) return 'no';
  if (/^\*+$/.test(pattern) || pattern === `${prefix}*`) return 'yes';
  const fixed = pattern.search(/[*?]/);
  if (fixed < 0) return 'no';
  // A wildcard within the prefix already stands for the name too.
  if (fixed < prefix.length) return prefix.startsWith(pattern.slice(0, fixed)) ? 'maybe' : 'no';
  if (!pattern.startsWith(prefix)) return 'no';
  return leavesName([pattern.slice(prefix.length)]) ? 'maybe' : 'no';
}

/** What is not known in the place of the name stands for the name of somebody else. */
function matchUnknownName(prefix: string, wanted: Text, byPattern: boolean): Match {
  const [start = ''] = wanted;
  if (!byPattern || typeof start !== 'string') return 'no';
  if (start.startsWith(prefix)) return leavesName([start.slice(prefix.length), ...wanted.slice(1)]) ? 'maybe' : 'no';
  return prefix.startsWith(start) || start.includes('*') || start.includes('?') ? 'maybe' : 'no';
}

/** What follows the prefix: has its first part, up to `/` or `:`, room for another name? */
export function leavesName(tail: Text): boolean {
  const [first = ''] = text(...tail);
  return typeof first === 'string' && /^[^/:]*[*?]/.test(first);
}
