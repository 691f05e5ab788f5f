import type { CitedStatement } from '../../model/access.ts';
import type { ResourceId } from '../../model/id.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { keyOfPlace } from '../choke/change-context.ts';
import { findStated, type Stated } from '../choke/stated.ts';

/** An Allow statement of the user's own, and everybody for whom it speaks. */
export interface HeldStatement {
  readonly key: string;
  readonly holder: Resource;
  readonly stated: Stated;
  readonly cited: CitedStatement;
  readonly principals: readonly Resource[];
}

/** A policy that AWS manages, as attached to one principal. */
export interface HeldPolicy {
  readonly policy: PolicySource;
  readonly principal: Resource;
}

/** What gives principals of the subject their rights. */
export interface Held {
  readonly principals: readonly Resource[];
  readonly statements: readonly HeldStatement[];
  readonly managed: readonly HeldPolicy[];
}

/** Statements by where they stand, so that one that many share is judged once, and attached policies of AWS. */
export function heldBy(ask: Questions): Held {
  const { system, access } = ask;
  const principals = access.principals().filter(({ id }) => system.deploymentOf(id).role === 'subject');
  const statements = new Map<string, HeldStatement & { readonly principals: Resource[] }>();
  const managed: HeldPolicy[] = [];
  for (const principal of principals)
    for (const policy of access.policiesOf(principal.id)) {
      if (policy.kind === 'aws-managed') managed.push({ policy, principal });
      for (const one of ownStatements(policy, (id) => system.resource(id))) {
        const group = statements.get(one.key) ?? { ...one, principals: [] };
        if (!group.principals.includes(principal)) group.principals.push(principal);
        statements.set(one.key, group);
      }
    }
  return { principals, statements: [...statements.values()], managed };
}

function ownStatements(
  policy: PolicySource,
  resource: (id: ResourceId) => Resource | undefined,
): readonly Omit<HeldStatement, 'principals'>[] {
  const holder = policy.statedBy === undefined ? undefined : resource(policy.statedBy);
  if (holder === undefined || (policy.kind !== 'inline' && policy.kind !== 'managed')) return [];
  return policy.document.statements.flatMap((statement) => {
    const stated = statement.effect === 'Allow' ? findStated(holder, statement) : undefined;
    if (stated === undefined) return [];
    return [{ key: keyOfPlace(holder.id, stated.place), holder, stated, cited: { policy, statement } }];
  });
}
