import type { OpenCondition } from '../../../model/access.ts';
import type { Hole, Text } from '../../../model/text.ts';
import { doubtfulActions, matchActions } from '../compile/action-matcher.ts';
import { type ConditionCode, meets } from '../compile/condition-code.ts';
import { compilePattern, matches } from '../compile/pattern.ts';
import type { ResourceCode, StatementCode } from '../compile/policy-code.ts';
import { greatest, least, MAYBE, NO, opposite, type Tri, YES } from '../compile/three-valued.ts';
import { filledFor, openPart, type Request } from './request.ts';

/** Does a statement speak about a request, and what does that hang on? Whom it means is looked at elsewhere. */
export interface Fit {
  readonly fits: Tri;
  readonly open: readonly OpenCondition[];
}

/** The operator of an open condition on what a statement says besides what is known of it. */
export const restHolds = 'holds with';

const nothing: readonly OpenCondition[] = [];
const unfit: Fit = { fits: NO, open: nothing };
const wholly: Fit = { fits: YES, open: nothing };

/**
 * Action, resource and conditions must all fit, and are looked at in that order.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function fitOf(code: StatementCode, request: Request): Fit {
  const action = fitAction(code, request);
  if (action.fits === NO) return unfit;
  const resource = fitResource(code, request);
  if (resource.fits === NO) return unfit;
  const conditions = fitConditions(code.conditions, request);
  if (conditions.fits === NO) return unfit;
  const { open } = code.statement;
  if (open === undefined && action === wholly && resource === wholly) return conditions;
  const rest = open === undefined ? nothing : [restOf(code, open)];
  return {
    fits: least(least(action.fits, resource.fits), open === undefined ? conditions.fits : MAYBE),
    open: [...action.open, ...resource.open, ...conditions.open, ...rest],
  };
}

/**
 * What a statement says besides what is known of it is a condition on whom and what it names; one that says nothing of
 * these may mean anything.
 */
function restOf({ resources, notResources, principals, notPrincipals }: StatementCode, open: Hole): OpenCondition {
  const names = [resources, notResources, principals, notPrincipals].some((one) => one !== undefined);
  return names
    ? { key: 'Statement', operator: restHolds, values: [[open]], control: 'unknown' }
    : openPart('Statement', [[open]]);
}

function fitAction({ actions, notActions }: StatementCode, { action }: Request): Fit {
  const matcher = actions ?? notActions;
  if (matcher === undefined) return unfit;
  const tri = matchActions(matcher, action);
  if (tri === MAYBE)
    return {
      fits: MAYBE,
      open: [openPart(actions === undefined ? 'NotAction' : 'Action', doubtfulActions(matcher, action))],
    };
  return (tri === YES) === (actions !== undefined) ? wholly : unfit;
}

/** A statement without resource (trust policies, some resource policies) speaks of what it is attached to. */
function fitResource(code: StatementCode, request: Request): Fit {
  const patterns = code.resources ?? code.notResources;
  if (patterns === undefined) return wholly;
  const negated = code.resources === undefined;
  const doubtful: Text[] = [];
  let tri: Tri = NO;
  // Every pattern is looked at when some of them may say which things the caller can pick.
  const all = request.isChosen && code.effect === 'Allow';
  for (const pattern of patterns) {
    const one = matchPattern(pattern, request, all);
    if (one === MAYBE) doubtful.push(pattern.source);
    tri = greatest(tri, one);
    if (tri === YES && !all) break;
  }
  if (tri === MAYBE) return { fits: MAYBE, open: [openPart(negated ? 'NotResource' : 'Resource', doubtful)] };
  return (negated ? opposite(tri) : tri) === YES ? wholly : unfit;
}

function matchPattern({ pattern, template }: ResourceCode, request: Request, note: boolean): Tri {
  const source = template === undefined ? pattern.source : filledFor(template, request);
  if (source === undefined) return NO;
  const tri = matches(template === undefined ? pattern : compilePattern(source), request.resource);
  if (tri === MAYBE && note) request.partial.push(source);
  return tri;
}

/** Are all conditions met? Those behind one that is not are not looked at. */
export function fitConditions(conditions: readonly ConditionCode[], request: Request): Fit {
  if (conditions.length === 0) return wholly;
  const open: OpenCondition[] = [];
  for (const code of conditions) {
    const { key, operator } = code.condition;
    const value = request.keyOf(code.name, key);
    const wanted = wantedBy(code, request);
    const tri = meets(code.operator, wanted, value);
    if (tri === NO) return unfit;
    if (tri === YES) continue;
    const control = value.kind === 'open' ? value.control : 'unknown';
    const condition: OpenCondition = { key, operator, values: wanted, control };
    open.push(condition);
    if (control === 'attacker') note(request, code.name, condition);
  }
  return open.length === 0 ? wholly : { fits: MAYBE, open };
}

/** The first condition that does not hold of a statement whose action and resource fit; undefined where there is none. */
export function failingCondition(code: StatementCode, request: Request): ConditionCode | undefined {
  if (fitAction(code, request).fits === NO || fitResource(code, request).fits === NO) return undefined;
  return code.conditions.find((one) => {
    const value = request.keyOf(one.name, one.condition.key);
    return meets(one.operator, wantedBy(one, request), value) === NO;
  });
}

/** The values of a condition; one whose variable has no value matches nothing. */
function wantedBy({ condition, templates }: ConditionCode, request: Request): readonly Text[] {
  if (templates === undefined) return condition.values;
  return condition.values.flatMap((value, at) => {
    const template = templates[at];
    const filled = template === undefined ? value : filledFor(template, request);
    return filled === undefined ? [] : [filled];
  });
}

function note({ writable }: Request, name: string, condition: OpenCondition): void {
  const before = writable.get(name);
  if (before === undefined) writable.set(name, [condition]);
  else before.push(condition);
}
