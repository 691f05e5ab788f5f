import type { AccessRequest, Cell, Decision } from '../../model/access.ts';
import { casesOf } from '../../model/fact.ts';
import type { PolicyPrincipal, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import { literalOf, matchPattern, matchPatternIgnoringCase, type Text, textKey } from '../../model/text.ts';
import { isAdministrator } from './administrators.ts';
import { type Allowed, arnOf, type Context, mayBeUsable, saidOf } from './permission.ts';
import { remembered } from './remembered.ts';

/** Who may do something to one of several resources. */
export interface Question {
  readonly action: string;
  readonly targets: readonly Portion[];
  /** What the action names: the resource's own ARN when not given. One function for equal names. */
  readonly arn?: (target: Resource) => Text;
  readonly context?: Context;
  /** Administrators too: what they may do themselves goes without saying, what is done with their rights does not. */
  readonly administrators?: true;
}

export interface Permission {
  readonly principal: Resource;
  readonly target: Portion;
  readonly item: Allowed;
}

/** Some principals each of whom may do it to each of some targets, all under the same conditions. */
export interface PermissionBlock extends Pick<Cell, 'verdict' | 'conditions' | 'guard'> {
  /** Positions in `access.principals()`, ascending. */
  readonly by: Uint32Array;
  /** Positions in the list of targets, ascending. */
  readonly on: Uint32Array;
  /** The permission of one principal on one target, by position; its statements are cited when somebody looks at them. */
  permission(by: number, on: number): Permission;
}

/**
 * Who may do it to what. Administrators are left out: one step makes them administrators, and everything follows from that.
 * What policies give to everybody in an account or organization is among it: as one block it costs nothing.
 */
export function permissionBlocks(ask: Questions, question: Question): readonly PermissionBlock[] {
  const { action, targets, context } = question;
  if (targets.length === 0) return [];
  const arn = question.arn ?? arnOf;
  const cells = ask.access.whoMay({ action, on: targets, arn, ...(context !== undefined && { context }) });
  return cells.filter(mayBeUsable).flatMap((cell) => {
    const by = question.administrators === true ? cell.principals : withoutAdministrators(ask, cell.principals);
    const { verdict, conditions, guard, resources } = cell;
    const permission = permissionOn(ask, { ...question, arn }, cell);
    return by.length === 0 ? [] : [{ by, on: resources, verdict, conditions, guard, permission }];
  });
}

/**
 * The pairs of a principal and a target where a statement of the principal's own, or one that names it, lets it through. What
 * principals may by their own policies comes first, in the order of principals and of the names of targets.
 */
export function permissions(ask: Questions, question: Question): readonly Permission[] {
  const named = { ...question, arn: question.arn ?? arnOf };
  const { targets } = named;
  const places = placesByName(targets, named.arn);
  const open = openPositions(ask, targets);
  const found: { readonly at: number; readonly permission: Permission }[] = [];
  for (const block of permissionBlocks(ask, question))
    for (const who of block.by)
      for (const what of block.on) {
        const permission = block.permission(who, what);
        if (open.has(what) && !isTold(ask, named, permission)) continue;
        found.push({ at: who * targets.length + (places[what] ?? 0), permission });
      }
  return found.sort((left, right) => left.at - right.at).map(({ permission }) => permission);
}

type Named = Question & { readonly arn: (target: Resource) => Text };

/** The permissions of a cell, by position of principal and target. */
export function permissionOn(ask: Questions, question: Named, cell: Cell): PermissionBlock['permission'] {
  const principals = ask.access.principals();
  return (who, what) => {
    const [principal, target] = [principals[who], question.targets[what]];
    if (principal === undefined || target === undefined) throw new Error('it is not in the cell');
    const { action } = question;
    const request = requestOf(question, principal, target);
    const decision = citedLate(cell, who, what);
    return {
      principal,
      target,
      item: { kind: 'allowed', principal: principal.id, action, ...saidOf(target), decision, request },
    };
  };
}

function requestOf({ action, arn, context }: Named, principal: Resource, target: Resource): AccessRequest {
  return {
    caller: { kind: 'resource', resource: principal.id },
    action,
    resource: arn(target),
    on: target.id,
    ...(context !== undefined && { context }),
  };
}

/** Only what ends up in a path that is told needs its statements: finding them is a decision of its own. */
function citedLate(cell: Cell, who: number, what: number): Decision {
  let allowedBy: Decision['allowedBy'] | undefined;
  const { verdict, conditions, guard } = cell;
  return {
    verdict,
    conditions,
    guard,
    get allowedBy() {
      allowedBy ??= cell.decision(who, what).allowedBy;
      return allowedBy;
    },
    blockedBy: [],
  };
}

const administratorPositions = remembered((ask): ReadonlySet<number> => {
  const positions = ask.access.principals().flatMap((principal, at) => (isAdministrator(ask, principal) ? [at] : []));
  return new Set(positions);
});

function withoutAdministrators(ask: Questions, principals: Uint32Array): Uint32Array {
  const administrators = administratorPositions(ask);
  return principals.some((at) => administrators.has(at))
    ? principals.filter((at) => !administrators.has(at))
    : principals;
}

const admitting = remembered((_ask) => new WeakMap<readonly Resource[], ReadonlySet<number>>());

/** Positions of targets whose own policies let in everybody, behind whatever gate. */
function openPositions(ask: Questions, targets: readonly Resource[]): ReadonlySet<number> {
  const known = admitting(ask);
  const before = known.get(targets);
  if (before !== undefined) return before;
  const found = new Set(targets.flatMap((target, at) => (admitsEverybody(ask, target) ? [at] : [])));
  known.set(targets, found);
  return found;
}

function admitsEverybody(ask: Questions, target: Resource): boolean {
  return (['resourcePolicy', 'trustPolicy'] as const).some((dimension) =>
    casesOf(ask.system.fact(target.id, dimension)).some(
      ({ fact }) =>
        fact.kind === 'known' &&
        fact.value.some(({ document }) => document.statements.some((statement) => meansAnybody(statement))),
    ),
  );
}

function meansAnybody({ effect, principals, notPrincipals }: Statement): boolean {
  return effect === 'Allow' && (notPrincipals !== undefined || principals?.some(meansEverybody) === true);
}

/** Is it more than what everybody may? */
function isTold(ask: Questions, { action, arn }: Named, { principal, target, item }: Permission): boolean {
  const { allowedBy } = item.decision;
  if (allowedBy.length === 0) return false;
  return (
    allowedBy.some(({ statement }) => statement.principals === undefined && statement.notPrincipals === undefined) ||
    allowedBy.some(({ statement: { principals } }) => principals?.some((one) => !meansEverybody(one)) === true) ||
    speaksForHim(ask, principal, { action, names: [arn(target), arnOf(target)] })
  );
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

/** Does it mean everybody, whatever else a statement asks? */
export function meansEverybody({ kind, value }: PolicyPrincipal): boolean {
  return kind === '*' || (kind === 'AWS' && literalOf(value) === '*');
}
