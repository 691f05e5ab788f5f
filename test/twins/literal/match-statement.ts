import type { OpenCondition } from '../../../src/model/access.ts';
import type { KeyValue } from '../../../src/model/caller.ts';
import type { PolicyCondition, PolicyDocument, Statement } from '../../../src/model/policy.ts';
import type { Match, Text } from '../../../src/model/text.ts';
import { type Asked, openPart } from './asked.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { bothMatch, eitherMatches, opposite } from './holds.ts';
import { matchAction } from './match-action.ts';
import { chosenHoles, matchArn } from './match-arn.ts';
import { withVariables } from './policy-variables.ts';

/** Does a statement speak about the request, and if that hangs on something: on what? Principals are not looked at here. */
export interface StatementMatch {
  readonly match: Match;
  readonly open: readonly OpenCondition[];
}

const not: StatementMatch = { match: 'no', open: [] };

/**
 * Action, resource and conditions must all fit.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function matchStatement(statement: Statement, document: PolicyDocument, asked: Asked): StatementMatch {
  const action = matchActions(statement, asked);
  if (action.match === 'no') return not;
  // Version 2008-10-17, which is also what a document without one has, knows no policy variables.
  const variables = document.version === '2012-10-17';
  const resource = matchResource(statement, asked, variables);
  if (resource.match === 'no') return not;
  const conditions = matchConditions(statement, asked, variables);
  if (conditions.match === 'no') return not;
  const rest: StatementMatch =
    statement.open === undefined
      ? { match: 'yes', open: [] }
      : { match: 'maybe', open: [openPart('Statement', [[statement.open]])] };
  return [action, resource, conditions, rest].reduce((left, right) => ({
    match: bothMatch(left.match, right.match),
    open: [...left.open, ...right.open],
  }));
}

/** The first condition that does not hold, of a statement whose action and resource fit; undefined when none or they do not. */
export function failingCondition(
  statement: Statement,
  document: PolicyDocument,
  asked: Asked,
): PolicyCondition | undefined {
  const variables = document.version === '2012-10-17';
  if (matchActions(statement, asked).match === 'no' || matchResource(statement, asked, variables).match === 'no')
    return undefined;
  return statement.conditions.find((condition) => matchCondition(condition, asked, variables).match === 'no');
}

/** Actions are compared without regard to case. */
function matchActions({ actions, notActions }: Statement, asked: Asked): StatementMatch {
  if (actions !== undefined) return oneOf('Action', actions, (pattern) => matchAction(pattern, asked.action));
  if (notActions !== undefined) return noneOf('NotAction', notActions, (pattern) => matchAction(pattern, asked.action));
  return not;
}

/** A statement without resource (trust policies, some resource policies) speaks of what it is attached to. */
function matchResource(
  { effect, resources, notResources }: Statement,
  asked: Asked,
  variables: boolean,
): StatementMatch {
  const filled = (pattern: Text) => (variables ? withVariables(pattern, asked.keyOf) : pattern);
  const matchOne = (pattern: Text): Match => {
    const whole = filled(pattern);
    const match = whole === undefined ? 'no' : matchArn(whole, asked.resource);
    if (match === 'maybe' && effect === 'Allow' && whole !== undefined && chosenHoles(asked.resource).length > 0)
      asked.narrower.push(whole);
    return match;
  };
  if (resources !== undefined) return oneOf('Resource', resources, matchOne);
  if (notResources !== undefined) return noneOf('NotResource', notResources, matchOne);
  return { match: 'yes', open: [] };
}

function oneOf(what: string, patterns: readonly Text[], matchOne: (pattern: Text) => Match): StatementMatch {
  const each = patterns.map((pattern) => ({ pattern, match: matchOne(pattern) }));
  const match = eitherMatches(each.map((one) => one.match));
  if (match !== 'maybe') return { match, open: [] };
  const doubtful = each.filter((one) => one.match === 'maybe').map(({ pattern }) => pattern);
  return { match, open: [openPart(what, doubtful)] };
}

function noneOf(what: string, patterns: readonly Text[], matchOne: (pattern: Text) => Match): StatementMatch {
  const { match, open } = oneOf(what, patterns, matchOne);
  return { match: opposite(match), open };
}

/** All conditions must be met. */
function matchConditions(statement: Statement, asked: Asked, variables: boolean): StatementMatch {
  const open: OpenCondition[] = [];
  let result: Match = 'yes';
  for (const stated of statement.conditions) {
    const { match, wanted, known } = matchCondition(stated, asked, variables);
    if (match === 'no') return not;
    if (match === 'maybe') {
      const control = known.kind === 'open' ? known.control : 'unknown';
      const condition: OpenCondition = { key: stated.key, operator: stated.operator, values: wanted, control };
      open.push(condition);
      if (control === 'attacker') note(asked, condition);
    }
    result = bothMatch(result, match);
  }
  return { match: result, open };
}

interface ConditionMatch {
  readonly match: Match;
  readonly wanted: readonly Text[];
  readonly known: KeyValue;
}

function matchCondition({ operator, key, values }: PolicyCondition, asked: Asked, variables: boolean): ConditionMatch {
  const known = asked.keyOf(key);
  const wanted = variables && takesVariables(operator) ? values.flatMap((value) => filledValue(value, asked)) : values;
  return { match: evaluateCondition(operator, wanted, known), wanted, known };
}

/** "You can use a policy variable for string and ARN operators", not for numbers, dates, booleans, addresses or Null. */
function takesVariables(operator: string): boolean {
  return /(^|:)(String|Arn)/i.test(operator);
}

/** None when a variable in it has no value: such a value matches nothing. */
function filledValue(value: Text, asked: Asked): readonly Text[] {
  const filled = withVariables(value, asked.keyOf);
  return filled === undefined ? [] : [filled];
}

function note(asked: Asked, condition: OpenCondition): void {
  const name = condition.key.toLowerCase();
  const before = asked.choices.get(name);
  if (before === undefined) asked.choices.set(name, [condition]);
  else before.push(condition);
}
