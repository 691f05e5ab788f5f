import type { AttackPath } from '../../model/attack.ts';
import type { Change, Trial } from '../../model/choke-points.ts';
import type { MitigationId, ResourceId } from '../../model/id.ts';
import { attachmentChanges } from './attachment-changes.ts';
import { boundaryChanges } from './boundary-changes.ts';
import type { ChangeContext } from './change-context.ts';
import { conditionChanges } from './condition-changes.ts';
import { doorChanges } from './door-changes.ts';
import { guardrailChanges } from './guardrail-changes.ts';
import { otherChanges } from './other-changes.ts';
import { principalChanges } from './principal-changes.ts';
import { resourceGuardrailChanges } from './resource-guardrail-changes.ts';
import { rightChanges } from './right-changes.ts';
import { type FoundPremise, type StatementUses, usesByAttachment, usesByStatement } from './statement-uses.ts';

/** A path with the model that it was found in. */
export interface FoundPath {
  readonly path: AttackPath;
  readonly trial: Trial;
}

/**
 * Every change that may take a premise of one of the paths away, each once, by id. A change of a statement takes out all
 * that these paths use of it, so that what is one edit for its reader is one change here.
 */
export function changesFor(found: readonly FoundPath[], context: ChangeContext): readonly Change[] {
  const premises = found.flatMap(({ path, trial }) =>
    path.steps.flatMap(({ instance }) => instance.proof.map((item): FoundPremise => ({ item, trial }))),
  );
  const changes = [
    ...usesByStatement(premises, context).flatMap((uses) => statementChanges(uses, context)),
    ...usesByAttachment(premises).flatMap((uses) => attachmentChanges(uses, context)),
    ...boundaryChanges(premises, context),
    ...guardrailChanges(premises, context),
    ...resourceGuardrailChanges(premises, context),
    ...doorChanges(premises, context),
    ...found.flatMap(({ path }) =>
      path.steps.flatMap(({ move, instance }) => instance.proof.flatMap((item) => otherChanges(item, move, context))),
    ),
  ];
  const byId = new Map<MitigationId, Change>();
  for (const change of changes) if (!byId.has(change.id)) byId.set(change.id, change);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function statementChanges(uses: StatementUses, context: ChangeContext): readonly Change[] {
  switch (uses.policy.kind) {
    case 'inline':
    case 'managed':
      return rightChanges(uses, context);
    case 'trust':
      return [...principalChanges(uses, context), ...conditionChanges(uses, context)];
    case 'resource':
      return principalChanges(uses, context);
    default:
      return [];
  }
}

/** Does the change take a premise of the path away? Never no when it does. */
export function cuts(change: Change, path: AttackPath): boolean {
  return path.steps.some(({ instance }) => instance.proof.some((item) => change.hits(item)));
}

interface Made<R> {
  readonly resource: string;
  apply(resource: R): R | undefined;
}

/** The resources that a change is about. */
export function changedBy({ resource, also = [] }: Pick<Change, 'resource' | 'also'>): readonly ResourceId[] {
  return [resource, ...also.map((one) => one.resource)];
}

/** The resources with all of the changes made, in the order of their ids. */
export function withChanges<R extends { readonly id: string }>(
  resources: readonly R[],
  changes: readonly (Made<R> & { readonly also?: readonly Made<R>[] })[],
): readonly R[] {
  const byResource = new Map<string, Made<R>[]>();
  for (const change of changes.flatMap((one) => [one, ...(one.also ?? [])]))
    byResource.set(change.resource, [...(byResource.get(change.resource) ?? []), change]);
  return resources.flatMap((resource) => {
    const own = byResource.get(resource.id);
    if (own === undefined) return [resource];
    const changed = own.reduce<R | undefined>((one, change) => one && change.apply(one), resource);
    return changed === undefined ? [] : [changed];
  });
}
