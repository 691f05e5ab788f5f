import type { ProofItem } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Value } from '../../model/value.ts';
import { type ChangeContext, changeOfPart } from './change-context.ts';
import { partAt } from './stated.ts';
import type { FoundPremise } from './statement-uses.ts';

/**
 * What follows `policy/` in the ARN of the policy that is tried as a boundary: everything but identities, the organization
 * and the account itself. AWS keeps it in every account, so that one property is all there is to change.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html
 */
export const boundaryPolicy = 'PowerUserAccess';

const outsideOf = /^(iam|organizations|account):/i;
const bounded: ReadonlySet<string> = new Set(['AWS::IAM::User', 'AWS::IAM::Role']);

/** Identities that paths use rights over identities of, and that have no boundary yet, get one: all of these rights at once. */
export function boundaryChanges(premises: readonly FoundPremise[], context: ChangeContext): readonly Change[] {
  const principals = new Set(premises.flatMap(({ item }) => (isOutside(item) ? [item.principal] : [])));
  return [...principals].flatMap((id) => {
    const principal = context.resource(id);
    if (principal === undefined || !bounded.has(principal.type)) return [];
    if (isMeantTo(id, context)) return [];
    if (partAt(principal.properties, ['PermissionsBoundary']) !== undefined) return [];
    const change = changeOfPart(context, {
      control: 'permissions-boundary',
      title: `Bound ${principal.address} by ${boundaryPolicy}`,
      resource: principal,
      place: ['PermissionsBoundary'],
      value: `arn:aws:iam::aws:policy/${boundaryPolicy}`,
      loss: 6,
      hits: (item) => isOutside(item) && item.principal === id,
      edit: ({ origin }): Value => ({ kind: 'literal', value: `arn:aws:iam::aws:policy/${boundaryPolicy}`, origin }),
    });
    return change === undefined ? [] : [change];
  });
}

/** Who administers, or has to create identities for the system, keeps his rights over them. */
function isMeantTo(id: ResourceId, { needs }: ChangeContext): boolean {
  return needs.some(({ right }) => right?.principal === id && (right.action === '*' || outsideOf.test(right.action)));
}

/** Is it a right over identities, the organization or the account? */
export function isOutside(item: ProofItem): item is Extract<ProofItem, { readonly kind: 'allowed' | 'supposed' }> {
  return (item.kind === 'allowed' || item.kind === 'supposed') && outsideOf.test(item.action);
}
