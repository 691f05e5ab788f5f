import type { CitedStatement } from '../../model/access.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Trial } from '../../model/choke-points.ts';
import type { ResourceId } from '../../model/id.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { type ChangeContext, type Granted, keyOfPlace, statedAt } from './change-context.ts';
import { findStated, type Stated } from './stated.ts';

/** The premises of attack paths that one statement of the user's own grants. */
export interface StatementUses {
  readonly key: string;
  /** The resource that states it, and the statement, as they are. */
  readonly holder: Resource;
  readonly stated: Stated;
  readonly policy: PolicySource;
  readonly items: readonly Granted[];
}

/** The premises that rest on one policy as it is attached to one principal. */
export interface AttachmentUses {
  readonly policy: PolicySource;
  readonly principal: ResourceId;
  readonly items: readonly Granted[];
}

/** A premise with the model that it was found in. */
export interface FoundPremise {
  readonly item: ProofItem;
  readonly trial: Trial;
}

/** Premises by the statement that grants them; statements that a change put there are left out. */
export function usesByStatement(premises: readonly FoundPremise[], context: ChangeContext): readonly StatementUses[] {
  const groups = new Map<string, StatementUses & { readonly items: Granted[] }>();
  for (const { item, cited, trial } of citations(premises)) {
    const by = cited.policy.statedBy;
    const changed = by === undefined ? undefined : trial.ask.system.resource(by);
    const found = changed === undefined ? undefined : findStated(changed, cited.statement);
    if (by === undefined || found === undefined) continue;
    const key = keyOfPlace(by, found.place);
    const holder = context.resource(by);
    const stated = statedAt(holder, found.place);
    if (holder === undefined || stated === undefined) continue;
    const group = groups.get(key) ?? { key, holder, stated, policy: cited.policy, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Premises by principal and attached policy. */
export function usesByAttachment(premises: readonly FoundPremise[]): readonly AttachmentUses[] {
  const groups = new Map<string, AttachmentUses & { readonly items: Granted[] }>();
  for (const { item, cited } of citations(premises)) {
    const { policy } = cited;
    const principal = 'principal' in item ? item.principal : undefined;
    if (principal === undefined || (policy.statedBy !== undefined && policy.kind !== 'managed')) continue;
    const key = `${principal} ${policy.statedBy ?? policy.name}`;
    const group = groups.get(key) ?? { policy, principal, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function* citations(
  premises: readonly FoundPremise[],
): Generator<{ readonly item: Granted; readonly cited: CitedStatement; readonly trial: Trial }> {
  for (const { item, trial } of premises)
    if ('decision' in item) for (const cited of item.decision.allowedBy) yield { item, cited, trial };
}
