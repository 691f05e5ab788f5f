import { and, type Guard, or } from '../model/guard.ts';
import type { Statement } from '../model/policy.ts';
import type { ResourceView } from '../model/service.ts';
import { literalOf, matchPatternIgnoringCase, type Text } from '../model/text.ts';
import { readPolicies } from './read-policy.ts';

/** What a denial of plain text must take in to count. */
export interface PlainTextDenial {
  readonly service: string;
  /** Actions that carry data; all of the service when they are not given. */
  readonly actions?: readonly string[];
  /** What there is to deny: some resource of the statement must take in each of these; any will do when not given. */
  readonly covers?: readonly ((resource: Text) => boolean)[];
}

/**
 * When does the resource policy at `path` refuse everybody who comes without TLS? That is: `Deny` for everybody, with
 * every action that carries data, under the sole condition that the transport is not secure.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
 */
export function plainTextDenied(view: ResourceView, path: string, how: PlainTextDenial): Guard {
  const denials = readPolicies(view.read(path)).flatMap((document) =>
    document.statements
      .filter((statement) => deniesPlainText(statement, how.actions ?? [`${how.service}:*`]))
      .filter(({ resources }) => (how.covers ?? []).every((takesIn) => (resources ?? []).some(takesIn)))
      .map((statement) => and(document.guard, statement.guard)),
  );
  return and(view.resource.guard, or(...denials));
}

function deniesPlainText(statement: Statement, needed: readonly string[]): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    statement.effect === 'Deny' &&
    statement.open === undefined &&
    others.length === 0 &&
    condition?.key.toLowerCase() === 'aws:securetransport' &&
    /^Bool(IfExists)?$/i.test(condition.operator) &&
    condition.values.some((value) => literalOf(value)?.toLowerCase() === 'false') &&
    (statement.principals ?? []).some(({ kind, value }) => /^(\*|AWS)$/.test(kind) && literalOf(value) === '*') &&
    needed.every((action) =>
      (statement.actions ?? []).some((pattern) => matchPatternIgnoringCase(pattern, [action]) === 'yes'),
    )
  );
}
