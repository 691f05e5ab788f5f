import type { Resource } from '../../model/resource.ts';
import { matchPattern, type Text, textKey } from '../../model/text.ts';
import { arnOf } from './permission.ts';

/** Finds the resources that a pattern of a policy may mean without looking at all of them. */
export interface TargetIndex {
  near(pattern: Text): readonly Resource[];
}

/**
 * ARNs in order, so that those which begin like the pattern stand together. A pattern that goes on behind a whole ARN
 * (an object of a bucket) means that resource too. Patterns that many principals share are looked up once.
 */
export function createTargetIndex(targets: readonly Resource[]): TargetIndex {
  const rows = targets
    .map((resource) => ({ key: textKey(arnOf(resource)), resource }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
  const known = new Map<string, readonly Resource[]>();
  return {
    near(pattern) {
      const key = textKey(pattern);
      const before = known.get(key);
      if (before !== undefined) return before;
      const start = key.slice(0, wildcardIn(pattern, key));
      const found = [...startingWith(rows, start), ...leadingTo(rows, start)].filter((row) =>
        mayMean(pattern, row.resource),
      );
      const result = [...new Set(found.map(({ resource }) => resource))];
      known.set(key, result);
      return result;
    },
  };
}

interface Row {
  readonly key: string;
  readonly resource: Resource;
}

/** Where the first wildcard or policy variable of a pattern stands in its key. */
function wildcardIn(pattern: Text, key: string): number {
  let at = 0;
  for (const part of pattern) {
    const piece = textKey([part]);
    const found = typeof part === 'string' ? piece.search(/[*?]|\$\$\{/) : -1;
    if (found >= 0) return at + found;
    at += piece.length;
  }
  return key.length;
}

function startingWith(rows: readonly Row[], start: string): readonly Row[] {
  const found: Row[] = [];
  for (let at = lowerBound(rows, start); rows[at]?.key.startsWith(start); at += 1) {
    const row = rows[at];
    if (row !== undefined) found.push(row);
  }
  return found;
}

/** Rows whose whole key the start goes on behind: `bucket` for `bucket/photos/`. */
function leadingTo(rows: readonly Row[], start: string): readonly Row[] {
  const found: Row[] = [];
  for (let end = start.length; end > 0; end -= 1) {
    if (end < start.length && !/[/:]/.test(start[end] ?? '')) continue;
    const prefix = start.slice(0, end);
    for (let at = lowerBound(rows, prefix); rows[at]?.key === prefix; at += 1) {
      const row = rows[at];
      if (row !== undefined) found.push(row);
    }
  }
  return found;
}

function lowerBound(rows: readonly Row[], key: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A superset: what stands behind the ARN is the engine's business. */
function mayMean(pattern: Text, resource: Resource): boolean {
  const arn = arnOf(resource);
  return matchPattern(pattern, arn) !== 'no' || matchPattern(pattern, [...arn, anything]) !== 'no';
}

const anything = { symbol: 'object:rest', kind: 'expression', settledBy: 'what is asked for' } as const;
