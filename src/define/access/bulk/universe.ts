import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import { matches, type Pattern, type Subject, subjectText } from '../compile/pattern.ts';
import { MAYBE, NO, type Tri, YES } from '../compile/three-valued.ts';

/** The resources of a question, by position, with an index over their ARNs. */
export interface Universe {
  /** Tells it from others. */
  readonly number: number;
  readonly resources: readonly Resource[];
  /** What an action names in each. */
  readonly arns: readonly Subject[];
  /** Positions that a pattern matches, surely or perhaps; `all` for `*`, which is not written out. */
  matching(pattern: Pattern): 'all' | Matching;
}

export interface Matching {
  readonly surely: readonly number[];
  readonly perhaps: readonly number[];
}

interface Row {
  readonly at: number;
  readonly arn: Subject;
  readonly literal: string;
}

/**
 * ARNs that are known stand in order, so that a pattern looks at those only that begin like it. The others, in which only
 * deployment tells some part, are looked at one by one.
 */
export function createUniverse(
  number: number,
  resources: readonly Resource[],
  arnOf: (resource: Resource) => Text,
): Universe {
  const arns = resources.map((resource) => subjectText(arnOf(resource)));
  const rows: Row[] = [];
  const open: { readonly at: number; readonly arn: Subject }[] = [];
  arns.forEach((arn, at) => {
    if (arn.literal === undefined) open.push({ at, arn });
    else rows.push({ at, arn, literal: arn.literal });
  });
  rows.sort((left, right) =>
    left.literal < right.literal ? -1 : left.literal > right.literal ? 1 : left.at - right.at,
  );
  const known = new Map<string, 'all' | Matching>();
  return {
    number,
    resources,
    arns,
    matching(pattern) {
      if (pattern.kind === 'any') return 'all';
      const before = known.get(pattern.key);
      if (before !== undefined) return before;
      const found = [...beginning(rows, pattern), ...open];
      const made = sorted(found.map(({ at, arn }) => ({ at, match: matches(pattern, arn) })));
      known.set(pattern.key, made);
      return made;
    },
  };
}

/** Rows that the fixed beginning of a pattern leaves: for an open pattern those of which it may be the beginning. */
function beginning(rows: readonly Row[], { head }: Pattern): readonly Row[] {
  const first = lowerBound(rows, head);
  let end = first;
  while (end < rows.length && rows[end]?.literal.startsWith(head) === true) end += 1;
  return rows.slice(first, end);
}

function lowerBound(rows: readonly Row[], text: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.literal ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sorted(found: readonly { readonly at: number; readonly match: Tri }[]): Matching {
  const of = (wanted: Tri) => found.filter(({ match }) => match === wanted).map(({ at }) => at);
  const ascending = (list: number[]) => (list.length < 2 ? list : list.sort((left, right) => left - right));
  return found.every(({ match }) => match === NO)
    ? nothing
    : { surely: ascending(of(YES)), perhaps: ascending(of(MAYBE)) };
}

const nothing: Matching = { surely: [], perhaps: [] };
