import { literalOf, type Text, text } from '../../../model/text.ts';
import { MAYBE, NO, type Tri, YES } from './three-valued.ts';

/**
 * Is it a name of the caller's own (`repo:` and a name in which nobody else's can be)? A pattern that spells out such a name
 * means somebody; one with a wildcard in it, whoever has a name that fits.
 */
export function isOwn(shape: Text): boolean {
  return shape.some((part) => typeof part === 'object' && part.symbol.startsWith('own:'));
}

/** Does a value of a policy leave the name to the caller? */
export function meetsOwn(shape: Text, wanted: Text, byPattern: boolean): Tri {
  const [first] = shape;
  const prefix = typeof first === 'string' ? first : '';
  const pattern = literalOf(wanted);
  if (pattern === undefined) return isPrefixAndName(shape) ? meetsOpenName(prefix, wanted, byPattern) : MAYBE;
  const fixed = byPattern ? pattern.search(/[*?]/) : -1;
  if (fixed < 0) return NO;
  if (/^\*+$/.test(pattern) || pattern === `${prefix}*`) return YES;
  // A wildcard within the prefix already stands for the name too.
  if (fixed < prefix.length) return prefix.startsWith(pattern.slice(0, fixed)) ? MAYBE : NO;
  return pattern.startsWith(prefix) && leavesName([pattern.slice(prefix.length)]) ? MAYBE : NO;
}

function isPrefixAndName(shape: Text): boolean {
  return shape.length - (typeof shape[0] === 'string' ? 1 : 0) === 1;
}

/** A name that only deployment tells (`repo:${Organization}/…`) is somebody's all the same, and not the caller's. */
function meetsOpenName(prefix: string, wanted: Text, byPattern: boolean): Tri {
  const [first = '', ...rest] = wanted;
  if (!byPattern || typeof first !== 'string') return NO;
  if (!first.startsWith(prefix)) return /[*?]/.test(first) || prefix.startsWith(first) ? MAYBE : NO;
  return leavesName(text(first.slice(prefix.length), ...rest)) ? MAYBE : NO;
}

/** Has the first part of what follows the prefix, up to `/` or `:`, room for another name? */
export function leavesName(tail: Text): boolean {
  const first = tail.find((part) => part !== '') ?? '';
  if (typeof first !== 'string') return false;
  const wildcard = first.search(/[*?]/);
  const end = first.search(/[/:]/);
  return wildcard >= 0 && (end < 0 || wildcard < end);
}
