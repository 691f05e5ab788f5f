import type { PolicyChange, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { limitsLet } from './limits.ts';
import { type Making, makesNew, namesFor, newArn } from './new-things.ts';
import { type Context, isSure, mayBeUsable, type Wish } from './permission.ts';
import { type Supposed, supposed, suppositionOf } from './policy-change.ts';
import { remembered } from './remembered.ts';

/** The policy that gives everything, and no permissions boundary: what somebody would attach who wants it all. */
export const everything: NonNullable<Context> = new Map<string, readonly string[] | 'absent'>([
  ['iam:PolicyARN', ['arn:aws:iam::aws:policy/AdministratorAccess']],
  ['iam:PermissionsBoundary', 'absent'],
]);

const newUser: Making = [
  ['iam:CreateUser', 'user/'],
  ['iam:AttachUserPolicy', 'user/'],
  ['iam:CreateAccessKey', 'user/'],
];
const newRole: Making = [
  ['iam:CreateRole', 'role/'],
  ['iam:AttachRolePolicy', 'role/'],
];
const takingIt: Making = [['sts:AssumeRole', 'role/']];

/**
 * Principals that can make an administrator of their own out of nothing: a user with a key, or a role that they take. That
 * is what administration comes down to, whatever the words of the policy; boundaries, guardrails and Deny count.
 */
export const makers = remembered((ask): ReadonlyMap<ResourceId, readonly ProofItem[]> => {
  const found = new Map<ResourceId, readonly ProofItem[]>();
  const asked = new Set(['iam:CreateUser', 'iam:CreateRole'].flatMap((action) => ask.access.candidates(action)));
  for (const principal of asked) {
    const proof = makesNew(ask, principal, waysOf(ask, principal), everything);
    if (proof !== undefined) found.set(principal.id, proof);
  }
  return found;
});

/** A role whose trust policy the caller wrote takes him without any right of his own, unless something forbids it. */
function waysOf(ask: Questions, principal: Resource): readonly Making[] {
  return limitsLet(ask, principal, takingIt) === 'yes' ? [newUser, newRole] : [newUser];
}

/** Actions of all ways to make one. */
export const makingActions: readonly string[] = [...newUser, ...newRole, ...takingIt].map(([action]) => action);

/**
 * The rights by which a principal would make an administrator once its policies are changed. A new role is of use if nothing
 * forbids to take it: it trusts its maker.
 */
export function wouldMake(ask: Questions, principal: Resource, change: PolicyChange): readonly Supposed[] | undefined {
  const { identity = [], boundary = boundaryOf(ask, principal) } = suppositionOf(ask, principal, change);
  let open: readonly Supposed[] | undefined;
  for (const way of [newUser, newRole])
    for (const name of namesFor([...identity, ...boundary], way)) {
      const proof = allSupposed(ask, principal, { way, name, change });
      const taken = way === newUser ? undefined : wouldTake(ask, principal, { name, change });
      if (proof === undefined || (way === newRole && taken === undefined)) continue;
      const all = taken === undefined || isSure(taken) ? proof : [...proof, taken];
      if (all.every(isSure)) return all;
      open ??= all;
    }
  return open;
}

/** The premise that it could take a role of this name that trusts it, once its policies are changed. */
export function wouldTake(
  ask: Questions,
  principal: Resource,
  { name, change }: { readonly name: Text; readonly change: PolicyChange },
): Supposed | undefined {
  const action = 'sts:AssumeRole';
  const resource = newArn(ask, principal, { action, kind: 'role/', name });
  const supposing = suppositionOf(ask, principal, { ...change, opened: principal.id });
  const request = { caller: { kind: 'resource', resource: principal.id }, action, resource, supposing } as const;
  const decision = { ...ask.access.decide(request), allowedBy: [] };
  if (!mayBeUsable(decision)) return undefined;
  return {
    kind: 'supposed',
    principal: principal.id,
    action,
    on: '*',
    change: { ...change, granted: true },
    decision,
    request,
  };
}

/** The policies of its permissions boundary, as far as they are known. */
export function boundaryOf(ask: Questions, { id }: Resource): readonly PolicySource[] {
  return casesOf(ask.system.fact(id, 'permissionsBoundary')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value,
  );
}

function allSupposed(
  ask: Questions,
  principal: Resource,
  { way, name, change }: { readonly way: Making; readonly name: Text; readonly change: PolicyChange },
): readonly Supposed[] | undefined {
  const found: Supposed[] = [];
  for (const [action, kind] of way) {
    const resource = newArn(ask, principal, { action, kind, name });
    const wish: Wish = { action, on: '*', resource, context: everything };
    const item = supposed(ask, principal, { wish, change });
    if (item === undefined) return undefined;
    found.push(item);
  }
  return found;
}
