import { literalOf, matchPatternIgnoringCase, type Text, textKey } from '../../../model/text.ts';
import { onceForEqual } from './equal-lists.ts';
import { globMatches } from './pattern.ts';
import { MAYBE, NO, type Tri, YES } from './three-valued.ts';

/** An action as statements are asked about it. Case does not count. */
export interface ActionName {
  readonly given: string;
  readonly lower: string;
  /** `s3` of `s3:GetObject`. */
  readonly service: string;
}

export function actionName(given: string): ActionName {
  const lower = given.toLowerCase();
  return { given, lower, service: lower.slice(0, lower.indexOf(':')) };
}

/** The actions of a statement, lower-cased and sorted by how they are compared. */
export interface ActionMatcher {
  readonly everything: boolean;
  readonly exact: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  readonly globs: readonly string[];
  /** Patterns with holes. */
  readonly open: readonly Text[];
  /** Services that it speaks of; undefined when that may be any. */
  readonly services: ReadonlySet<string> | undefined;
  /** Equal for lists of the same patterns. */
  readonly key: string;
}

/**
 * One matcher for equal lists: most statements list what others list as well.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export const compileActions = onceForEqual(listKey, newMatcher);

function listKey(patterns: readonly Text[]): string {
  const [only] = patterns;
  return only !== undefined && patterns.length === 1 ? `1 ${textKey(only)}` : JSON.stringify(patterns.map(textKey));
}

function newMatcher(patterns: readonly Text[]): ActionMatcher {
  const exact = new Set<string>();
  const prefixes: string[] = [];
  const globs: string[] = [];
  const open: Text[] = [];
  for (const pattern of patterns) {
    const lower = literalOf(pattern)?.toLowerCase();
    if (lower === undefined) open.push(pattern);
    else if (!/[*?]/.test(lower)) exact.add(lower);
    else if (lower.search(/[*?]/) === lower.length - 1 && lower.endsWith('*')) prefixes.push(lower.slice(0, -1));
    else globs.push(lower);
  }
  const everything = prefixes.includes('');
  const services = everything || open.length > 0 ? undefined : servicesOf([...exact, ...prefixes, ...globs]);
  const key = [[...exact].sort(), [...prefixes].sort(), [...globs].sort(), open.map(textKey)].join(';');
  return { everything, exact, prefixes, globs, open, services, key };
}

function servicesOf(names: readonly string[]): ReadonlySet<string> | undefined {
  const services = names.map((name) => /^([^:*?]*):/.exec(name)?.[1]);
  return services.includes(undefined) ? undefined : new Set(services.flatMap((name) => name ?? []));
}

/** Does one of the patterns match? */
export function matchActions(matcher: ActionMatcher, { lower, given }: ActionName): Tri {
  if (matcher.everything || matcher.exact.has(lower)) return YES;
  for (const prefix of matcher.prefixes) if (lower.startsWith(prefix)) return YES;
  for (const glob of matcher.globs) if (globMatches(glob, lower)) return YES;
  let result: Tri = NO;
  for (const pattern of matcher.open) {
    const match = matchPatternIgnoringCase(pattern, [given]);
    if (match === 'yes') return YES;
    if (match === 'maybe') result = MAYBE;
  }
  return result;
}

/** The patterns that may match or not. */
export function doubtfulActions(matcher: ActionMatcher, { given }: ActionName): readonly Text[] {
  return matcher.open.filter((pattern) => matchPatternIgnoringCase(pattern, [given]) === 'maybe');
}
