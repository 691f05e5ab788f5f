import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Match, matchPattern, matchPatternIgnoringCase, type Text } from '../../model/text.ts';
import { boundaryPolicies } from './boundary-policies.ts';
import { type Making, namesFor, newArn } from './new-things.ts';

/**
 * Would these actions on something new go through if the principal's policies allowed everything? Its permissions boundary
 * must allow them and no Deny of its policies may cover them: both stay when one policy is rewritten or a new trust names
 * the principal. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function limitsLet(ask: Questions, principal: Resource, way: Making): Match {
  const boundary = boundaryPolicies(ask, principal);
  const policies = ask.access.policiesOf(principal.id);
  const each = namesFor(boundary, way).map((name) =>
    worst(
      way.map(([action, kind]) => {
        const resource = newArn(ask, principal, { action, kind, name });
        return lets(policies, boundary, (statement) => coversIt(statement, action, resource));
      }),
    ),
  );
  return best(each);
}

function lets(
  policies: readonly PolicySource[],
  boundary: readonly PolicySource[],
  covers: (statement: Statement) => Match,
): Match {
  const denied = anyOf([...policies, ...boundary], 'Deny', covers);
  if (denied === 'yes') return 'no';
  const allowed = boundary.length === 0 ? 'yes' : anyOf(boundary, 'Allow', covers);
  if (allowed === 'no') return boundary.some(({ document }) => document.open !== undefined) ? 'maybe' : 'no';
  return denied === 'maybe' ? 'maybe' : allowed;
}

function worst(matches: readonly Match[]): Match {
  return matches.includes('no') ? 'no' : matches.includes('maybe') ? 'maybe' : 'yes';
}

function best(matches: readonly Match[]): Match {
  return matches.includes('yes') ? 'yes' : matches.includes('maybe') ? 'maybe' : 'no';
}

function anyOf(
  policies: readonly PolicySource[],
  effect: Statement['effect'],
  covers: (statement: Statement) => Match,
): Match {
  return best(
    policies
      .flatMap(({ document }) => document.statements)
      .filter((statement) => statement.effect === effect)
      .map(covers),
  );
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
  if (list !== undefined) return best(list.map(match));
  const excluded = best((notList ?? []).map(match));
  return excluded === 'maybe' ? 'maybe' : excluded === 'yes' ? 'no' : 'yes';
}
