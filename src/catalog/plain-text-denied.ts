import { and, type Guard, or } from '../model/guard.ts';
import type { Statement } from '../model/policy.ts';
import type { ResourceView } from '../model/service.ts';
import { literalOf, type Text } from '../model/text.ts';
import { readPolicies } from './read-policy.ts';

/**
 * When does the resource policy at `path` refuse everybody who comes without TLS? That is: `Deny` for everybody, with
 * every action of the service, under the sole condition that the transport is not secure. `covers` says which resource of
 * a statement takes in all that there is to deny.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
 */
export function plainTextDenied(
  view: ResourceView,
  path: string,
  how: { readonly service: string; readonly covers?: (resource: Text) => boolean },
): Guard {
  const denials = readPolicies(view.read(path)).flatMap((document) =>
    document.statements
      .filter((statement) => deniesPlainText(statement, how.service))
      .filter(({ resources }) => how.covers === undefined || (resources ?? []).some(how.covers))
      .map((statement) => and(document.guard, statement.guard)),
  );
  return and(view.resource.guard, or(...denials));
}

function deniesPlainText(statement: Statement, service: string): boolean {
  const [condition, ...others] = statement.conditions;
  const allActions = new Set(['*', `${service}:*`]);
  return (
    statement.effect === 'Deny' &&
    statement.open === undefined &&
    others.length === 0 &&
    condition?.key.toLowerCase() === 'aws:securetransport' &&
    /^Bool(IfExists)?$/i.test(condition.operator) &&
    condition.values.some((value) => literalOf(value)?.toLowerCase() === 'false') &&
    (statement.principals ?? []).some(({ kind, value }) => /^(\*|AWS)$/.test(kind) && literalOf(value) === '*') &&
    (statement.actions ?? []).some((action) => allActions.has((literalOf(action) ?? '').toLowerCase()))
  );
}
