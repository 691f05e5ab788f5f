import {
  type Hole,
  holesOf,
  literalOf,
  type Match,
  matchPattern,
  sameText,
  type Text,
  text,
} from '../../../src/model/text.ts';

/**
 * Does a policy's pattern match an ARN? Wildcards run past `/` and `:`, and case counts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * On top of what the texts say: a name that AWS makes up belongs to one resource, so the made-up names of two resources
 * are never the same, and a name that somebody wrote down is not a made-up one unless it carries the logical id.
 */
export function matchArn(pattern: Text, arn: Text): Match {
  const match = matchPattern(pattern, arn);
  return match === 'maybe' && namesAnother(pattern, arn) ? 'no' : match;
}

/** Are two ARNs the same? Principals are named without wildcards. */
export function sameArn(left: Text, right: Text): Match {
  const match = sameText(left, right);
  return match === 'maybe' && namesAnother(left, right) ? 'no' : match;
}

/** The first five fields of an ARN: a lone `*` in one of them stands for that field. */
const FIELDS = 5;

/** Walks along both, field by field, as long as they stay side by side, and looks for names that cannot be the same. */
function namesAnother(pattern: Text, arn: Text): boolean {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(arn);
  for (let at = 0; at < Math.min(wanted.length, given.length); at += 1) {
    const left = wanted[at] ?? [];
    const right = given[at] ?? [];
    if (differentNames(left, right)) return true;
    const word = literalOf(left);
    if (word === '*' && at < FIELDS) continue;
    if (word?.includes('*') || !staysAside(left) || !staysAside(right)) return false;
  }
  return false;
}

/** Can the text of a segment not contain `:` or `/` and so push what follows out of line? */
function staysAside(segment: Text): boolean {
  return segment.every((part) => typeof part === 'string' || confined.has(part.kind));
}

const confined: ReadonlySet<Hole['kind']> = new Set<Hole['kind']>(['account', 'region', 'partition', 'physical-name']);

function differentNames(left: Text, right: Text): boolean {
  const mine = madeUp(left);
  const other = madeUp(right);
  if (mine !== undefined && other !== undefined) return mine.symbol !== other.symbol;
  if (mine !== undefined) return isSomethingElse(right, mine);
  return other !== undefined && isSomethingElse(left, other);
}

/** A name that AWS makes up, when the segment is nothing else. */
function madeUp(segment: Text): Hole | undefined {
  const [only] = segment;
  return segment.length === 1 && typeof only === 'object' && only.symbol.startsWith('name:') ? only : undefined;
}

/** CloudFormation builds a name from the stack's name, the logical id and random characters. */
function isSomethingElse(segment: Text, name: Hole): boolean {
  const word = literalOf(segment);
  if (word === undefined || /[*?]/.test(word)) return false;
  const logicalId = /[^/.:]*$/.exec(name.symbol)?.[0] ?? '';
  return !word.toLowerCase().includes(logicalId.slice(0, 6).toLowerCase());
}

/** The parts between `:` and `/`. */
function segmentsOf(value: Text): readonly Text[] {
  const segments: Text[] = [];
  let current: Text = [];
  for (const part of value) {
    if (typeof part !== 'string') {
      current = text(...current, part);
      continue;
    }
    const [first = '', ...rest] = part.split(/[:/]/);
    current = text(...current, first);
    for (const piece of rest) {
      segments.push(current);
      current = text(piece);
    }
  }
  return [...segments, current];
}

/** The account field of an ARN; undefined when the text is no ARN or the field is empty (S3). */
export function accountOfArn(arn: Text): Text | undefined {
  const segments = segmentsOf(arn);
  const account = literalOf(segments[0] ?? []) === 'arn' ? segments[4] : undefined;
  return account === undefined || literalOf(account) === '' ? undefined : account;
}

/** The region field of an ARN; undefined where it is empty or a wildcard, and for other texts. */
export function regionOfArn(arn: Text): Text | undefined {
  const segments = segmentsOf(arn);
  const region = literalOf(segments[0] ?? []) === 'arn' ? segments[3] : undefined;
  return region === undefined || ['', '*'].includes(literalOf(region) ?? '?') ? undefined : region;
}

/** The partition field of an ARN; the commercial one for other texts. */
export function partitionOfArn(arn: Text): Text {
  const segments = segmentsOf(arn);
  return literalOf(segments[0] ?? []) === 'arn' ? (segments[1] ?? ['aws']) : ['aws'];
}

/** The holes of a text that whoever asks may fill as they like: which object of a bucket, which session name. */
export function chosenHoles(value: Text): readonly Hole[] {
  return holesOf(value).filter(({ symbol }) => symbol.startsWith('object:') || symbol.startsWith('own:'));
}
