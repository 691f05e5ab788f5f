import type { Hole, Text } from '../../../model/text.ts';

/** What is known of one part of an ARN between `:` and `/`. */
interface Segment {
  /** The text when nothing in it is open. */
  readonly word: string | undefined;
  /** A name that AWS makes up, when the segment is nothing else. */
  readonly madeUp: Hole | undefined;
  /** Its text holds neither `:` nor `/`, so that what follows stays in line. */
  readonly inLine: boolean;
}

/** The fields of an ARN in which a lone `*` stands for the field. */
const FIELDS = 5;
const inLineKinds: ReadonlySet<Hole['kind']> = new Set<Hole['kind']>([
  'account',
  'region',
  'partition',
  'physical-name',
]);

const known = new WeakMap<Text, readonly Segment[]>();

/**
 * Do two ARNs that may be equal as texts name different things? A name that AWS makes up belongs to one resource, and it
 * is a written one only if that carries the logical id, since CloudFormation builds names from it. Looks from the left as
 * long as both texts stay side by side.
 */
export function namesAnother(pattern: Text, arn: Text): boolean {
  const [left, right] = [segments(pattern), segments(arn)];
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at += 1) {
    const [mine, other] = [left[at], right[at]];
    if (mine === undefined || other === undefined) return false;
    if (cannotBe(mine, other) || cannotBe(other, mine)) return true;
    if (mine.word === '*' && at < FIELDS) continue;
    if (mine.word?.includes('*') === true || !mine.inLine || !other.inLine) return false;
  }
  return false;
}

/** The first is a made-up name and the second something else for sure. */
function cannotBe({ madeUp }: Segment, other: Segment): boolean {
  if (madeUp === undefined) return false;
  if (other.madeUp !== undefined) return madeUp.symbol !== other.madeUp.symbol;
  if (other.word === undefined || other.word.includes('*') || other.word.includes('?')) return false;
  const end = Math.max(...['/', '.', ':'].map((mark) => madeUp.symbol.lastIndexOf(mark)));
  const beginning = madeUp.symbol.slice(end + 1, end + 7).toLowerCase();
  return !other.word.toLowerCase().includes(beginning);
}

function segments(value: Text): readonly Segment[] {
  const before = known.get(value);
  if (before !== undefined) return before;
  const result: Segment[] = [];
  let open: Text[number][] = [];
  for (const part of value) {
    if (typeof part !== 'string') {
      open.push(part);
      continue;
    }
    let start = 0;
    for (let at = 0; at < part.length; at += 1) {
      if (part[at] !== ':' && part[at] !== '/') continue;
      if (at > start) open.push(part.slice(start, at));
      result.push(segmentOf(open));
      open = [];
      start = at + 1;
    }
    if (start < part.length) open.push(part.slice(start));
  }
  result.push(segmentOf(open));
  known.set(value, result);
  return result;
}

function segmentOf(parts: Text): Segment {
  const [first = '', second] = parts;
  const alone = second === undefined;
  return {
    word: alone && typeof first === 'string' ? first : undefined,
    madeUp: alone && typeof first === 'object' && first.symbol.startsWith('name:') ? first : undefined,
    inLine: parts.every((part) => typeof part === 'string' || inLineKinds.has(part.kind)),
  };
}
