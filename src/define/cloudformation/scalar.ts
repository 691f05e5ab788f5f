const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const truths = new Set(['true', 'True', 'TRUE']);
const falsehoods = new Set(['false', 'False', 'FALSE']);

/**
 * The value of a scalar. Plain ones become null, boolean or number where CloudFormation makes them so; a number that
 * would print differently from how it is written (`8.0`, `007`, `1e3`) stays the string that AWS gets to see.
 */
export function scalarValue(source: string, plain: boolean, tag: string): string | number | boolean | null {
  if (!plain || tag === '!' || tag === '!!str') return source;
  if (nulls.has(source)) return null;
  if (truths.has(source)) return true;
  if (falsehoods.has(source)) return false;
  return /^-?[0-9][0-9.]*$/.test(source) && String(Number(source)) === source ? Number(source) : source;
}
