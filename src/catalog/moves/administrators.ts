import type { ProofItem } from '../../model/attack.ts';
import { and, guardKey } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import { limitsLet } from './limits.ts';
import { type Making, makesNew } from './new-things.ts';
import { type Allowed, type Context, isSure } from './permission.ts';
import { remembered } from './remembered.ts';

/** The policy that gives everything, and no permissions boundary: what somebody would attach who wants it all. */
export const everything: NonNullable<Context> = new Map<string, readonly string[] | 'absent'>([
  ['iam:PolicyARN', ['arn:aws:iam::aws:policy/AdministratorAccess']],
  ['iam:PermissionsBoundary', 'absent'],
]);

/**
 * Principals that can make an administrator of their own out of nothing: a user with a key, or a role that they take. That
 * is what administration comes down to, whatever the words of the policy; boundaries, guardrails and Deny count.
 */
const administrators = remembered((ask) => {
  const found = new Map<ResourceId, readonly ProofItem[]>();
  const asked = new Set(['iam:CreateUser', 'iam:CreateRole'].flatMap((action) => ask.access.candidates(action)));
  for (const principal of asked) {
    const proof = makesNew(ask, principal, waysOf(ask, principal), everything);
    if (proof !== undefined) found.set(principal.id, proof);
  }
  return found;
});

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

/** A role whose trust policy the caller wrote takes him without any right of his own, unless something forbids it. */
function waysOf(ask: Questions, principal: Resource): readonly Making[] {
  return limitsLet(ask, principal, takingIt) === 'yes' ? [newUser, newRole] : [newUser];
}

/** The rights that make a principal an administrator; undefined when it is none, or only if a certain name is still free. */
export function administration(ask: Questions, principal: Resource): readonly Allowed[] | undefined {
  const proof = administrators(ask).get(principal.id);
  const rights = proof?.filter((item) => item.kind === 'allowed');
  return rights?.length === proof?.length ? rights : undefined;
}

/** All of them, in the order of the system. */
export function administratorsOf(
  ask: Questions,
): readonly { readonly principal: Resource; readonly proof: readonly ProofItem[] }[] {
  return [...administrators(ask)].flatMap(([id, proof]) => {
    const principal = ask.system.resource(id);
    return principal === undefined ? [] : [{ principal, proof }];
  });
}

/** Surely, and whenever it exists. */
export function isAdministrator(ask: Questions, principal: Resource): boolean {
  const proof = administration(ask, principal);
  if (proof === undefined || !proof.every(isSure)) return false;
  const guard = and(...proof.map(({ decision }) => decision.guard));
  return guardKey(and(guard, principal.guard)) === guardKey(principal.guard);
}

/** Key of the account that a resource belongs to. */
export function accountKey(ask: Questions, resource: Resource): string {
  return textKey(ask.system.deploymentOf(resource.id).account);
}
