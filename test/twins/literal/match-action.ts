import { literalOf, type Match, matchPatternIgnoringCase, type Text } from '../../../src/model/text.ts';

/**
 * Does a pattern match an action? Case does not count. Patterns for another service, by far the most, are told apart by
 * their beginning. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function matchAction(pattern: Text, action: string): Match {
  const literal = literalOf(pattern);
  if (literal === undefined) return matchPatternIgnoringCase(pattern, [action]);
  const fixed = literal.search(/[*?]/);
  if (fixed < 0)
    return literal.length === action.length && literal.toLowerCase() === action.toLowerCase() ? 'yes' : 'no';
  if (action.slice(0, fixed).toLowerCase() !== literal.slice(0, fixed).toLowerCase()) return 'no';
  return matchPatternIgnoringCase(pattern, [action]);
}
