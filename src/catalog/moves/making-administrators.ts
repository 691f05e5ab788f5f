import type { PolicyChange, ProofItem } from '../../model/attack.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { attachablePolicies } from './attachable-policies.ts';
import { boundaryPolicies } from './boundary-policies.ts';
import { limitsLet } from './limits.ts';
import { type Making, makesNew, namesFor, newArn } from './new-things.ts';
import { type Context, isSure, mayBeUsable, type Wish } from './permission.ts';
import { type Supposed, supposed, suppositionOf } from './policy-change.ts';
import { remembered } from './remembered.ts';

/** The policy that gives everything, and no permissions boundary: what somebody would attach who wants it all. */
export const everything: NonNullable<Context> = attaching(['arn:aws:iam::aws:policy/AdministratorAccess']);

function attaching(policy: Text): NonNullable<Context> {
  return new Map<string, readonly Text[] | 'absent'>([
    ['iam:PolicyARN', [policy]],
    ['iam:PermissionsBoundary', 'absent'],
  ]);
}

/** A new user or role, with rights of its own or of a new group: by policies that are attached or written into it. */
const attached: readonly Making[] = [
  [
    ['iam:CreateUser', 'user/'],
    ['iam:AttachUserPolicy', 'user/'],
  ],
  [
    ['iam:CreateUser', 'user/'],
    ['iam:AddUserToGroup', 'group/'],
    ['iam:CreateGroup', 'group/'],
    ['iam:AttachGroupPolicy', 'group/'],
  ],
];
const written: readonly Making[] = [
  [
    ['iam:CreateUser', 'user/'],
    ['iam:PutUserPolicy', 'user/'],
  ],
  [
    ['iam:CreateUser', 'user/'],
    ['iam:AddUserToGroup', 'group/'],
    ['iam:CreateGroup', 'group/'],
    ['iam:PutGroupPolicy', 'group/'],
  ],
];
const newGroup: readonly Making[] = ['iam:AttachGroupPolicy', 'iam:PutGroupPolicy'].map((giving) => [
  ['iam:CreateGroup', 'group/'],
  [giving, 'group/'],
  ['iam:AddUserToGroup', 'group/'],
]);
/** By which somebody signs in as a new user. */
const signingIn: readonly Making[] = [[['iam:CreateAccessKey', 'user/']], [['iam:CreateLoginProfile', 'user/']]];
const attachedRole: Making = [
  ['iam:CreateRole', 'role/'],
  ['iam:AttachRolePolicy', 'role/'],
];
const writtenRole: Making = [
  ['iam:CreateRole', 'role/'],
  ['iam:PutRolePolicy', 'role/'],
];
const takingIt: Making = [['sts:AssumeRole', 'role/']];

/** What it takes to make an administrator, with a role or without. */
interface Ways {
  readonly users: readonly Making[];
  readonly roles: readonly Making[];
}

function withSignIn(users: readonly Making[]): readonly Making[] {
  return users.flatMap((user) => signingIn.map((signIn) => [...user, ...signIn]));
}

const all: Ways = { users: withSignIn([...attached, ...written]), roles: [attachedRole, writtenRole] };
const byAttaching: Ways = { users: withSignIn(attached), roles: [attachedRole] };

/**
 * Principals that can make an administrator of their own out of nothing: a user with a key or password, or a role that they
 * take. That is what administration comes down to, whatever the words of the policy; boundaries, guardrails and Deny count.
 */
export const makers = remembered((ask): ReadonlyMap<ResourceId, readonly ProofItem[]> => {
  const found = new Map<ResourceId, readonly ProofItem[]>();
  const asked = new Set(['iam:CreateUser', 'iam:CreateRole'].flatMap((action) => ask.access.candidates(action)));
  for (const principal of asked) {
    const proof = makesNew(ask, principal, waysOf(ask, principal, all), everything);
    const isKnown = proof?.every((item) => item.kind === 'allowed' && isSure(item)) === true;
    const made = isKnown ? proof : (makesWithPolicy(ask, principal) ?? proof);
    if (made !== undefined) found.set(principal.id, made);
  }
  for (const principal of ask.access.candidates('iam:CreateGroup')) {
    const proof = found.has(principal.id) ? undefined : joinsNewGroup(ask, principal);
    if (proof !== undefined) found.set(principal.id, proof);
  }
  return found;
});

/** A user may found a group, give it every right and join it, as far as its own boundary and Deny leave that of use. */
function joinsNewGroup(ask: Questions, principal: Resource): readonly ProofItem[] | undefined {
  if (principal.type !== 'AWS::IAM::User') return undefined;
  const proof = makesNew(ask, principal, newGroup, everything);
  const made = proof === undefined ? undefined : wouldMake(ask, principal, { granted: true });
  return proof === undefined || made === undefined ? undefined : [...proof, ...made];
}

/** A role whose trust policy the caller wrote takes him without any right of his own, unless something forbids it. */
function waysOf(ask: Questions, principal: Resource, { users, roles }: Ways): readonly Making[] {
  return limitsLet(ask, principal, takingIt) === 'yes' ? [...users, ...roles] : users;
}

/** The same with a policy that the principal writes itself, where conditions let it attach such ones only. */
function makesWithPolicy(ask: Questions, principal: Resource): readonly ProofItem[] | undefined {
  for (const { arn, change, rightOf } of attachablePolicies(ask)) {
    const writing = change.granted === true ? rightOf(principal) : undefined;
    const proof =
      writing === undefined ? undefined : makesNew(ask, principal, waysOf(ask, principal, byAttaching), attaching(arn));
    if (writing !== undefined && proof !== undefined) return [...writing, ...proof];
  }
  return undefined;
}

/** Actions of all ways to make one. */
export const makingActions: readonly string[] = [
  ...new Set([...all.users, ...all.roles, takingIt].flat().map(([action]) => action)),
];

/**
 * The rights by which a principal would make an administrator once its policies are changed. A new role is of use if nothing
 * forbids to take it: it trusts its maker.
 */
export function wouldMake(ask: Questions, principal: Resource, change: PolicyChange): readonly Supposed[] | undefined {
  const { identity = [], boundary = boundaryPolicies(ask, principal) } = suppositionOf(ask, principal, change);
  let open: readonly Supposed[] | undefined;
  for (const way of [...all.users, ...all.roles])
    for (const name of namesFor([...identity, ...boundary], way)) {
      const proof = allSupposed(ask, principal, { way, name, change });
      const isRole = all.roles.includes(way);
      const taken = isRole ? wouldTake(ask, principal, { name, change }) : undefined;
      if (proof === undefined || (isRole && taken === undefined)) continue;
      const whole = taken === undefined || isSure(taken) ? proof : [...proof, taken];
      if (whole.every(isSure)) return whole;
      open ??= whole;
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
