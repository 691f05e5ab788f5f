import type { AccessRequest, Decision, Supposition } from '../../model/access.ts';
import type { PolicyChange, ProofItem } from '../../model/attack.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { anything, lettingIn } from '../written-policy.ts';
import { isUsable, saidOf, type Wish } from './permission.ts';
import { remembered } from './remembered.ts';

export type Supposed = Extract<ProofItem, { kind: 'supposed' }>;

/** All of these changes together. */
export function together(changes: readonly PolicyChange[]): PolicyChange {
  const joined = [...new Set(changes.flatMap((change) => change.joined ?? []))];
  const attached = new Map(changes.flatMap((change) => change.attached ?? []).map((one) => [sourceKey(one), one]));
  const removed = new Map(changes.flatMap((change) => change.removed ?? []).map((one) => [sourceKey(one), one]));
  return {
    ...(changes.some(({ granted }) => granted) && { granted: true }),
    ...(joined.length > 0 && { joined }),
    ...(attached.size > 0 && { attached: [...attached.values()] }),
    ...(removed.size > 0 && { removed: [...removed.values()] }),
    ...(changes.some(({ unbounded }) => unbounded) && { unbounded: true }),
    ...(changes.some(({ unguarded }) => unguarded) && { unguarded: true }),
  };
}

const changeKeys = new WeakMap<PolicyChange, string>();

/** Equal for changes that come to the same. */
export function changeKey(change: PolicyChange): string {
  const known = changeKeys.get(change);
  if (known !== undefined) return known;
  const made = keyOf(change);
  changeKeys.set(change, made);
  return made;
}

function keyOf(change: PolicyChange): string {
  const { granted, joined = [], attached = [], removed = [], unbounded, unguarded, opened } = change;
  const lists = [[...joined].sort(), attached.map(sourceKey).sort(), removed.map(sourceKey).sort()];
  return JSON.stringify([granted, unbounded, unguarded, opened, ...lists]);
}

/** Equal for the same policy, however it was read. */
export function sourceKey({ kind, statedBy, name }: PolicySource): string {
  return `${kind} ${statedBy ?? ''} ${name}`;
}

/** What the engine is asked to suppose; the same object for the same change of the same principal. */
export function suppositionOf(ask: Questions, principal: Resource, change: PolicyChange): Supposition {
  const known = suppositions(ask);
  const key = `${principal.id} ${changeKey(change)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = suppose(ask, principal, change);
  known.set(key, made);
  return made;
}

const suppositions = remembered((): Map<string, Supposition> => new Map());

function suppose(ask: Questions, principal: Resource, change: PolicyChange): Supposition {
  const gone = new Set(change.removed?.map(sourceKey));
  const own = ask.access.policiesOf(principal.id).filter((source) => !gone.has(sourceKey(source)));
  const joined = (change.joined ?? []).flatMap((group) => ask.access.policiesOf(group));
  const attached = change.attached ?? [];
  return {
    identity: [...own, ...joined, ...attached, ...(change.granted === true ? [anything(principal)] : [])],
    ...(change.opened !== undefined && { target: lettingIn(principal) }),
    ...(change.unbounded === true && { boundary: [] }),
    ...(change.unguarded === true && { unguarded: true }),
  };
}

/** The premise that the principal may do something once its policies are changed; undefined when even then it may not. */
export function supposed(
  ask: Questions,
  principal: Resource,
  { wish, change }: { readonly wish: Wish; readonly change: PolicyChange },
): Supposed | undefined {
  const { action, on, resource, context } = wish;
  // What is opened says nothing of the others that a step uses: the key of a bucket.
  const isElsewhere = change.opened !== undefined && (on === '*' || on.id !== change.opened);
  const { opened: _, ...others } = change;
  const supposing = suppositionOf(ask, principal, isElsewhere ? others : change);
  const request: AccessRequest = {
    caller: { kind: 'resource', resource: principal.id },
    action,
    resource,
    ...(on !== '*' && { on: on.id }),
    ...(context !== undefined && { context }),
    supposing,
  };
  const decision = ask.access.decide(request);
  if (!isUsable(decision)) return undefined;
  return {
    kind: 'supposed',
    principal: principal.id,
    action,
    ...saidOf(on),
    change,
    decision: withoutWritten(decision, { change, on: on === '*' ? on : on.id }),
    request,
  };
}

/** The decision without the statements that the attacker writes himself: they are not in the input, so nothing cites them. */
export function withoutWritten(decision: Decision, { change, on }: Pick<Supposed, 'change' | 'on'>): Decision {
  if (change.opened !== undefined && change.opened === on) return { ...decision, allowedBy: [] };
  if (change.granted !== true) return decision;
  // Where his policy allows everything, those of the resource are all that has a say besides.
  const allowedBy = decision.allowedBy.filter(
    ({ statement }) => statement.principals !== undefined || statement.notPrincipals !== undefined,
  );
  return { ...decision, allowedBy };
}
