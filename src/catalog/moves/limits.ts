import { casesOf } from '../../model/fact.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Match, matchPattern, matchPatternIgnoringCase, type Text } from '../../model/text.ts';

/**
 * Would the action go through if the principal's policies allowed everything? Its permissions boundary must allow it and
 * no Deny of its policies may cover it: both stay when one policy is rewritten or a new trust names the principal.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function limitsLet(ask: Questions, principal: Resource, action: string, resource: Text): Match {
  const boundary = casesOf(ask.system.fact(principal.id, 'permissionsBoundary')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value,
  );
  const covers = (statement: Statement) => coversIt(statement, action, resource);
  const denied = anyOf([...ask.access.policiesOf(principal.id), ...boundary], 'Deny', covers);
  if (denied === 'yes') return 'no';
  const open = boundary.some(({ document }) => document.open !== undefined);
  const allowed = boundary.length === 0 ? 'yes' : anyOf(boundary, 'Allow', covers);
  if (allowed === 'no') return open ? 'maybe' : 'no';
  return denied === 'maybe' ? 'maybe' : allowed;
}

function anyOf(
  policies: readonly PolicySource[],
  effect: Statement['effect'],
  covers: (statement: Statement) => Match,
): Match {
  const matches = policies
    .flatMap(({ document }) => document.statements)
    .filter((statement) => statement.effect === effect)
    .map(covers);
  return matches.includes('yes') ? 'yes' : matches.includes('maybe') ? 'maybe' : 'no';
}

function coversIt(statement: Statement, action: string, resource: Text): Match {
  const acts = inList(statement.actions, statement.notActions, (one) => matchPatternIgnoringCase(one, [action]));
  const isThere = inList(statement.resources, statement.notResources, (one) => matchPattern(one, resource));
  if (acts === 'no' || isThere === 'no') return 'no';
  return acts === 'yes' && isThere === 'yes' && statement.conditions.length === 0 ? 'yes' : 'maybe';
}

function inList(
  list: readonly Text[] | undefined,
  notList: readonly Text[] | undefined,
  match: (pattern: Text) => Match,
): Match {
  const best = (patterns: readonly Text[]): Match => {
    const each = patterns.map(match);
    return each.includes('yes') ? 'yes' : each.includes('maybe') ? 'maybe' : 'no';
  };
  if (list !== undefined) return best(list);
  const excluded = best(notList ?? []);
  return excluded === 'maybe' ? 'maybe' : excluded === 'yes' ? 'no' : 'yes';
}
