import type { PolicyPrincipal } from '../../model/policy.ts';
import type { Cell, Decision, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, matchPattern, matchPatternIgnoringCase, type Text, textKey } from '../../model/text.ts';
import { isAdministrator } from './administrators.ts';
import { type Allowed, arnOf, type Context, isUsable } from './permission.ts';

/** Who may do something to one of several resources. */
export interface Question {
  readonly action: string;
  readonly targets: readonly Resource[];
  /** What the action names: the resource's own ARN when not given. */
  readonly arn?: (target: Resource) => Text;
  readonly context?: Context;
}

export interface Permission {
  readonly principal: Resource;
  readonly target: Resource;
  readonly item: Allowed;
}

/**
 * All pairs of a principal and a target where a statement of the principal's own, or one that names it, lets it through: what
 * everybody may is told of strangers. Administrators are left out: one step makes them administrators, and everything follows
 * from that. What principals may by their own policies comes first, in the order of principals and of the names of targets.
 */
export function permissions(ask: Questions, question: Question): readonly Permission[] {
  const { action, targets, context } = question;
  if (targets.length === 0) return [];
  const arn = question.arn ?? arnOf;
  const principals = ask.access.principals();
  const places = placesByName(targets, arn);
  const isLeftOut: (boolean | undefined)[] = [];
  const leftOut = (who: number, principal: Resource) => {
    isLeftOut[who] ??= isAdministrator(ask, principal);
    return isLeftOut[who] === true;
  };
  const found: { readonly at: number; readonly permission: Permission }[] = [];
  const add = (cell: Cell, [who, what]: readonly [number, number], principal: Resource) => {
    const target = targets[what];
    const decision = cell.decision(who, what);
    if (target === undefined || !isUsable(decision)) return;
    const isOwn = isByOwn(decision) || speaksForHim(ask, principal, { action, names: [arn(target), arnOf(target)] });
    if (!isOwn && !isNamed(decision)) return;
    const item: Allowed = { kind: 'allowed', principal: principal.id, action, on: target.id, decision };
    const row = isOwn ? who * targets.length + (places[what] ?? 0) : (principals.length + what) * targets.length;
    found.push({ at: row, permission: { principal, target, item } });
  };
  for (const cell of ask.access.whoMay({ action, on: targets, arn, ...(context !== undefined && { context }) }))
    for (const who of cell.principals) {
      const principal = principals[who];
      if (principal === undefined || leftOut(who, principal)) continue;
      for (const what of cell.resources) add(cell, [who, what], principal);
    }
  return found.sort((left, right) => left.at - right.at).map(({ permission }) => permission);
}

function isByOwn({ allowedBy }: Decision): boolean {
  return allowedBy.some(({ statement }) => statement.principals === undefined && statement.notPrincipals === undefined);
}

/** Does a policy of the principal allow the action on the target, if only under conditions? */
function speaksForHim(
  ask: Questions,
  principal: Resource,
  { action, names }: { readonly action: string; readonly names: readonly Text[] },
): boolean {
  return ask.access.policiesOf(principal.id).some(({ document }) =>
    document.statements.some(({ effect, actions, notActions, resources }) => {
      if (effect !== 'Allow') return false;
      const acts = actions?.some((one) => matchPatternIgnoringCase(one, [action]) !== 'no') ?? notActions !== undefined;
      const means = (one: Text) => names.some((name) => matchPattern(one, name) !== 'no');
      return acts && (resources?.some(means) ?? true);
    }),
  );
}

/** Where each target stands when they are sorted by what an action names in them. */
function placesByName(targets: readonly Resource[], arn: (target: Resource) => Text): readonly number[] {
  const keys = targets.map((target) => textKey(arn(target)));
  const sorted = targets.map((_, at) => at).sort((left, right) => ((keys[left] ?? '') < (keys[right] ?? '') ? -1 : 1));
  const places: number[] = [];
  sorted.forEach((at, place) => {
    places[at] = place;
  });
  return places;
}

/** Does a statement that names somebody allow it, rather than one for everybody? */
function isNamed({ allowedBy }: Decision): boolean {
  return allowedBy.some(({ statement: { principals } }) => principals?.some((one) => !meansEverybody(one)) === true);
}

function meansEverybody({ kind, value }: PolicyPrincipal): boolean {
  return kind === '*' || (kind === 'AWS' && literalOf(value) === '*');
}
