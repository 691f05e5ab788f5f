import type { NearMiss } from '../../../src/model/access.ts';
import type { KeyValue } from '../../../src/model/caller.ts';
import { and, isPossible } from '../../../src/model/guard.ts';
import type { PolicySource, Statement } from '../../../src/model/policy.ts';
import { describeText, literalOf, type Text } from '../../../src/model/text.ts';
import type { Asked } from './asked.ts';
import { anyWay, meantBy } from './match-principal.ts';
import { failingCondition, matchStatement } from './match-statement.ts';
import type { PoliciesInPlay } from './policies-in-play.ts';

/** Allow statements that mean the caller, the action and the resource, and whose condition never holds for the request. */
export function nearMisses(asked: Asked, policies: PoliciesInPlay): readonly NearMiss[] {
  const sources = [
    ...policies.identity,
    ...policies.resource,
    ...(policies.boundary ?? []),
    ...(policies.session ?? []),
    ...(policies.endpoint?.sources ?? []),
    ...policies.serviceControl.flat(),
  ];
  return sources.flatMap((policy) =>
    policy.document.statements.flatMap((statement) =>
      missOf(policy, statement, asked, policies.boundary !== undefined),
    ),
  );
}

function missOf(policy: PolicySource, statement: Statement, asked: Asked, bounded: boolean): readonly NearMiss[] {
  if (statement.effect !== 'Allow' || !isPossible(and(policy.document.guard, statement.guard))) return [];
  const cited = { policy, statement };
  if (anyWay(meantBy(statement, asked.subject, bounded)) !== 'no') {
    const condition = failingCondition(statement, policy.document, asked);
    return condition === undefined ? [] : [{ cited, condition, because: described(asked.keyOf(condition.key)) }];
  }
  const [gone] = (statement.principals ?? []).flatMap(({ value }) => deletedPrincipal(value));
  if (gone === undefined || matchStatement(statement, policy.document, asked).match === 'no') return [];
  return [{ cited, because: `it names ${gone}, a principal that was deleted` }];
}

/**
 * "The ARN in the policy is replaced with the unique id" of a role or user when it is deleted; one made anew under the same
 * name is another. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function deletedPrincipal(value: Text): readonly string[] {
  const literal = literalOf(value);
  return literal !== undefined && /^A(ROA|IDA|GPA|NPA)[A-Z0-9]{6,}$/.test(literal) ? [literal] : [];
}

function described(known: KeyValue): string {
  switch (known.kind) {
    case 'absent':
      return 'the request does not have the key';
    case 'values':
      return `it is ${known.values.map(describeText).join(', ')}`;
    case 'open':
      return known.shape === undefined ? 'it is another value' : `it is something like ${describeText(known.shape)}`;
  }
}
