import { literalOf, matchPattern, sameText, type Text, textKey } from '../../../model/text.ts';
import { namesAnother } from './made-up-name.ts';
import { MAYBE, NO, type Tri, triOf, YES } from './three-valued.ts';

/** A text that patterns are held against, with what is looked at again and again. */
export interface Subject {
  readonly text: Text;
  /** The whole text when nothing in it is open. */
  readonly literal: string | undefined;
  /** What it begins with for sure. */
  readonly head: string;
  /** Equal for equal texts. */
  readonly key: string;
}

export function subjectText(value: Text): Subject {
  const literal = literalOf(value);
  return { text: value, literal, head: literal ?? headOf(value), key: textKey(value) };
}

/** An ARN pattern of a policy, specialised by what is in it. */
export interface Pattern {
  readonly source: Text;
  /** Equal for equal patterns. */
  readonly key: string;
  /** The whole text when nothing in it is open, wildcards and all. */
  readonly literal: string | undefined;
  /** What every text that matches begins with, as far as that is sure. */
  readonly head: string;
  /** Whether `head` is all there is (`exact`), is followed by anything (`prefix`), or by more (`glob`, `open`). */
  readonly kind: 'any' | 'exact' | 'prefix' | 'glob' | 'open';
  /** There is no wildcard in it. */
  readonly isPlain: boolean;
}

export function compilePattern(source: Text): Pattern {
  const literal = literalOf(source);
  const key = textKey(source);
  const isPlain = source.every((part) => typeof part !== 'string' || !/[*?]/.test(part));
  if (literal === undefined) return { source, key, literal, head: fixedPart(headOf(source)), kind: 'open', isPlain };
  const head = fixedPart(literal);
  const rest = literal.slice(head.length);
  const kind = literal === '*' ? 'any' : rest === '' ? 'exact' : rest === '*' ? 'prefix' : 'glob';
  return { source, key, literal, head, kind, isPlain };
}

/** What a text begins with for sure. */
export function headOf(value: Text): string {
  const [first] = value;
  return typeof first === 'string' ? first : '';
}

/** A pattern up to its first wildcard. */
export function fixedPart(text: string): string {
  const end = text.search(/[*?]/);
  return end < 0 ? text : text.slice(0, end);
}

/**
 * Does the pattern match the ARN? Wildcards run past `/` and `:`, and case counts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matches(pattern: Pattern, subject: Subject): Tri {
  if (pattern.kind === 'any') return YES;
  const { literal } = subject;
  if (literal !== undefined && pattern.literal !== undefined) {
    if (pattern.kind === 'exact') return literal === pattern.literal ? YES : NO;
    if (!literal.startsWith(pattern.head)) return NO;
    if (pattern.kind === 'prefix') return YES;
    return globMatches(pattern.literal, literal) ? YES : NO;
  }
  return beginApart(pattern.head, subject.head) ? NO : matchesOpen(pattern, subject);
}

/** Both texts begin with something sure, and differently. */
export function beginApart(left: string, right: string): boolean {
  return left.length <= right.length ? !right.startsWith(left) : !left.startsWith(right);
}

function matchesOpen({ source, key, isPlain }: Pattern, { text, key: subject }: Subject): Tri {
  // Without wildcards only equal texts match surely, so that the cheaper question comes first.
  if (isPlain && key !== subject && namesAnother(source, text)) return NO;
  const tri = triOf(matchPattern(source, text));
  return tri === MAYBE && namesAnother(source, text) ? NO : tri;
}

/** Are two ARNs the same? There are no wildcards in either. */
export function sameArn(left: Subject, right: Subject): Tri {
  if (left.literal !== undefined && right.literal !== undefined) return left.literal === right.literal ? YES : NO;
  if (left.key === right.key) return YES;
  if (beginApart(left.head, right.head) || namesAnother(left.text, right.text)) return NO;
  return triOf(sameText(left.text, right.text));
}

const surrogate = /[\ud800-\udfff]/;

/** `*` is any run of characters, `?` any one character. Goes back to the last `*` only. */
export function globMatches(pattern: string, subject: string): boolean {
  // `?` is one character, also one that takes two places in a string.
  if (surrogate.test(subject) && pattern.includes('?')) return matchPattern([pattern], [subject]) === 'yes';
  let [p, s, star, resume] = [0, 0, -1, 0];
  while (s < subject.length) {
    const code = p < pattern.length ? pattern.charCodeAt(p) : -1;
    if (code === STAR) {
      star = p;
      resume = s;
      p += 1;
    } else if (code === QUESTION || (code >= 0 && code === subject.charCodeAt(s))) {
      p += 1;
      s += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      s = resume;
    } else return false;
  }
  while (pattern.charCodeAt(p) === STAR) p += 1;
  return p >= pattern.length;
}

const STAR = 42;
const QUESTION = 63;
