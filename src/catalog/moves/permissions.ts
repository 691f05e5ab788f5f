import type { PolicyPrincipal } from '../../model/policy.ts';
import type { CitedStatement, Decision, Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text } from '../../model/text.ts';
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
 * from that. In the order of principals and targets.
 */
export function permissions(ask: Questions, question: Question): readonly Permission[] {
  const { action, targets, context } = question;
  if (targets.length === 0) return [];
  const principals = ask.access.principals();
  const isLeftOut: (boolean | undefined)[] = [];
  const found: { readonly at: number; readonly permission: Permission }[] = [];
  for (const cell of ask.access.whoMay({
    action,
    on: targets,
    arn: question.arn ?? arnOf,
    ...(context !== undefined && { context }),
  })) {
    for (const who of cell.principals) {
      const principal = principals[who];
      if (principal === undefined) continue;
      isLeftOut[who] ??= isAdministrator(ask, principal);
      if (isLeftOut[who]) continue;
      for (const what of cell.resources) {
        const target = targets[what];
        const decision = cell.decision(who, what);
        if (target === undefined || !isUsable(decision) || !isForHimself(decision)) continue;
        const item: Allowed = { kind: 'allowed', principal: principal.id, action, on: target.id, decision };
        found.push({ at: who * targets.length + what, permission: { principal, target, item } });
      }
    }
  }
  return found.sort((left, right) => left.at - right.at).map(({ permission }) => permission);
}

/** Does a statement of the principal's own allow it, or one that does not mean everybody? */
function isForHimself({ allowedBy }: Decision): boolean {
  return allowedBy.some(({ statement }: CitedStatement) => {
    const { principals, notPrincipals } = statement;
    if (principals === undefined) return notPrincipals === undefined;
    return principals.some((principal) => !meansEverybody(principal));
  });
}

function meansEverybody({ kind, value }: PolicyPrincipal): boolean {
  return kind === '*' || (kind === 'AWS' && literalOf(value) === '*');
}
