import { and, isPossible } from '../../model/guard.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { KeyValue, NearMiss } from '../../model/questions.ts';
import { describeText } from '../../model/text.ts';
import type { Asked } from './asked.ts';
import { anyWay, meantBy } from './match-principal.ts';
import { failingCondition } from './match-statement.ts';
import type { PoliciesInPlay } from './policies-in-play.ts';

/** Allow statements that mean the caller, the action and the resource, and whose condition never holds for the request. */
export function nearMisses(asked: Asked, policies: PoliciesInPlay): readonly NearMiss[] {
  const sources = [
    ...policies.identity,
    ...policies.resource,
    ...(policies.boundary ?? []),
    ...(policies.session ?? []),
    ...(policies.endpoint ?? []),
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
  if (anyWay(meantBy(statement, asked.subject, bounded)) === 'no') return [];
  const condition = failingCondition(statement, policy.document, asked);
  if (condition === undefined) return [];
  return [{ cited: { policy, statement }, condition, instead: described(asked.keyOf(condition.key)) }];
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
