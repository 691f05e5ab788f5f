import { casesOf } from '../../model/fact.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { matchPatternIgnoringCase, type Text } from '../../model/text.ts';
import { isAdministrator } from './administrators.ts';
import { type Allowed, allowed, arnOf, type Context } from './permission.ts';
import { createTargetIndex } from './target-index.ts';

/** Who may do something to one of several resources. */
export interface Question {
  readonly action: string;
  readonly targets: readonly Resource[];
  /** What the action names: the resource's own ARN when not given. */
  readonly arn?: (target: Resource) => Text;
  readonly context?: Context;
  /** Policies of the target that may name principals. */
  readonly policies?: 'resourcePolicy' | 'trustPolicy';
}

export interface Permission {
  readonly principal: Resource;
  readonly target: Resource;
  readonly item: Allowed;
}

/**
 * All pairs of a principal and a target that some statement names, and that the access engine lets through. Pairs come from
 * statements, never from comparing everybody with everything. Administrators are left out: one step makes them
 * administrators, and everything follows from that.
 */
export function permissions(ask: Questions, question: Question): readonly Permission[] {
  const { action, targets, context } = question;
  if (targets.length === 0) return [];
  const arn = question.arn ?? arnOf;
  return pairs(ask, question).flatMap(({ principal, target }) => {
    const item = allowed(ask, principal, {
      action,
      on: target,
      resource: arn(target),
      ...(context !== undefined && { context }),
    });
    return item === undefined ? [] : [{ principal, target, item }];
  });
}

function pairs(ask: Questions, { action, targets, policies }: Question): readonly Omit<Permission, 'item'>[] {
  const index = createTargetIndex(targets);
  const result: Omit<Permission, 'item'>[] = [];
  const seen = new Set<string>();
  const add = (principal: Resource, target: Resource) => {
    const key = `${principal.id} ${target.id}`;
    if (seen.has(key) || isAdministrator(ask, principal)) return;
    seen.add(key);
    result.push({ principal, target });
  };
  for (const principal of ask.access.candidates(action)) {
    for (const statement of statementsOf(ask.access.policiesOf(principal.id))) {
      if (!speaksOf(statement, action)) continue;
      const named =
        statement.resources === undefined ? targets : statement.resources.flatMap((pattern) => index.near(pattern));
      for (const target of named) add(principal, target);
    }
  }
  for (const target of targets) {
    for (const principal of namedPrincipals(ask, target, policies ?? 'resourcePolicy')) add(principal, target);
  }
  return result;
}

function statementsOf(policies: readonly PolicySource[]): readonly Statement[] {
  return policies.flatMap(({ document }) => document.statements).filter(({ effect }) => effect === 'Allow');
}

function speaksOf({ actions, notActions }: Statement, action: string): boolean {
  const fits = (pattern: Text) => matchPatternIgnoringCase(pattern, [action]) !== 'no';
  return actions?.some(fits) ?? notActions !== undefined;
}

/** Principals of the system that a resource's own policies name one by one. */
function namedPrincipals(
  ask: Questions,
  target: Resource,
  policies: 'resourcePolicy' | 'trustPolicy',
): readonly Resource[] {
  return casesOf(ask.system.fact(target.id, policies)).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : statementsOf(fact.value).flatMap(({ principals = [], origin }) =>
          principals
            .filter(({ kind }) => kind === 'AWS')
            .flatMap(({ value }) => ask.system.resolve({ kind: 'text', text: value, origin }, target.id, identityTypes))
            .flatMap((end) => (end.kind === 'resource' ? [end.resource] : [])),
        ),
  );
}

const identityTypes: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User'];
