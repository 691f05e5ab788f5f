import type { PolicyChange } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import { isAlways } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { PolicySource, Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text } from '../../model/text.ts';
import { readPolicies } from '../read-policy.ts';
import { sourceKey } from './policy-change.ts';
import { groupsOf, membersOf, principalsBoundBy, principalsUnder, rolesOfSet } from './policy-holders.ts';

/** `rewrite`: gives rights. `join`: takes those of a group. `loosen`: lifts what limits. `restore`: brings back an older policy. */
export type ToolKind = 'rewrite' | 'join' | 'loosen' | 'restore';

/** A principal whose policies a call changes, and how. */
export interface Effect {
  readonly principal: Resource;
  readonly change: PolicyChange;
  /** What the input does not show and must hold. */
  readonly provided?: string;
}

/** A call that changes the policies of somebody. */
export interface PolicyTool {
  readonly action: string;
  readonly kind: ToolKind;
  /** What it is done to. */
  readonly type: string;
  /** Calls on the same thing without which it has no effect. */
  readonly besides?: readonly string[];
  effects(ask: Questions, target: Resource): readonly Effect[];
}

/** `User`, `Role`, `Group`: each kind of identity has its own calls. */
function tool(kind: ToolKind, call: string, word: string, effects: PolicyTool['effects']): PolicyTool {
  return { kind, action: `iam:${call.replace('*', word)}`, type: `AWS::IAM::${word}`, effects };
}

const ofIdentity = (['User', 'Role'] as const).flatMap((word) => [
  tool('rewrite', 'Put*Policy', word, (ask, principal) => [
    { principal, change: { granted: true, ...without(inline(ask, principal)) } },
  ]),
  tool('rewrite', 'Attach*Policy', word, (_, principal) => [{ principal, change: { granted: true } }]),
  tool('loosen', 'Delete*Policy', word, (ask, principal) => loosened(principal, inline(ask, principal))),
  tool('loosen', 'Detach*Policy', word, (ask, principal) => loosened(principal, attached(ask, principal))),
  ...['Delete*PermissionsBoundary', 'Put*PermissionsBoundary'].map((call) =>
    tool('loosen', call, word, (ask, principal) =>
      isBounded(ask, principal) ? [{ principal, change: { unbounded: true } }] : [],
    ),
  ),
]);

const ofGroup = [
  tool('rewrite', 'Put*Policy', 'Group', (ask, group) =>
    membersOf(ask, group).map((principal) => ({
      principal,
      change: { granted: true, ...without(inline(ask, group)) },
    })),
  ),
  tool('rewrite', 'Attach*Policy', 'Group', (ask, group) =>
    membersOf(ask, group).map((principal) => ({ principal, change: { granted: true } })),
  ),
  tool('loosen', 'Delete*Policy', 'Group', (ask, group) =>
    membersOf(ask, group).flatMap((principal) => loosened(principal, inline(ask, group))),
  ),
  tool('loosen', 'Detach*Policy', 'Group', (ask, group) =>
    membersOf(ask, group).flatMap((principal) => loosened(principal, attached(ask, group))),
  ),
  // Who leaves a group loses what it allows as well.
  tool('loosen', 'RemoveUserFrom*', 'Group', (ask, group) => {
    const all = ask.access.policiesOf(group.id);
    return all.some(denies) ? membersOf(ask, group).map((principal) => ({ principal, change: { removed: all } })) : [];
  }),
  tool('join', 'AddUserTo*', 'Group', (ask, group) => {
    const members = new Set(membersOf(ask, group));
    const users = ask.system.ofType('AWS::IAM::User').filter((user) => !members.has(user));
    return users.map((principal) => ({ principal, change: { joined: [group.id] } }));
  }),
  // Who writes the policies of a group that he can join need not be in it yet.
  ...['Put', 'Attach'].map(
    (verb): PolicyTool => ({
      action: 'iam:AddUserToGroup',
      kind: 'join',
      type: 'AWS::IAM::Group',
      besides: [`iam:${verb}GroupPolicy`],
      effects: (ask, group) => {
        const members = new Set(membersOf(ask, group));
        const users = ask.system.ofType('AWS::IAM::User').filter((user) => !members.has(user));
        return users.map((principal) => ({ principal, change: { granted: true, joined: [group.id] } }));
      },
    }),
  ),
];

const ofPolicy: readonly PolicyTool[] = [
  {
    action: 'iam:CreatePolicyVersion',
    kind: 'rewrite',
    type: 'AWS::IAM::ManagedPolicy',
    effects: (ask, policy) => [
      ...principalsUnder(ask, policy).map((principal) => ({
        principal,
        change: { granted: true, ...without(statedBy(ask, principal, policy.id)) } as const,
      })),
    ],
  },
  {
    action: 'iam:CreatePolicyVersion',
    kind: 'loosen',
    type: 'AWS::IAM::ManagedPolicy',
    effects: (ask, policy) => [
      ...principalsUnder(ask, policy).flatMap((principal) => loosened(principal, statedBy(ask, principal, policy.id))),
      ...principalsBoundBy(ask, policy).map((principal) => ({ principal, change: { unbounded: true } as const })),
    ],
  },
  {
    // Up to five versions of a policy are kept, also those that were in force before.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
    action: 'iam:SetDefaultPolicyVersion',
    kind: 'restore',
    type: 'AWS::IAM::ManagedPolicy',
    effects: (ask, policy) =>
      !mayHaveOthers(ask, policy)
        ? []
        : principalsUnder(ask, policy).map((principal) => ({
            principal,
            change: { granted: true, ...without(statedBy(ask, principal, policy.id)) },
            ...(!hasWideVersion(policy) && {
              provided: `another version of ${policy.address} allows more than the one in force`,
            }),
          })),
  },
];

/**
 * Permission sets become roles; a change reaches those that are there when it is provisioned.
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html
 */
function ofSet(kind: ToolKind, call: string, change: PolicyChange): PolicyTool {
  return {
    action: `sso:${call}`,
    kind,
    type: 'AWS::SSO::PermissionSet',
    besides: ['sso:ProvisionPermissionSet'],
    effects: (ask, set) => rolesOfSet(ask, set).map((principal) => ({ principal, change })),
  };
}

const ofPermissionSet: readonly PolicyTool[] = [
  ofSet('rewrite', 'PutInlinePolicyToPermissionSet', { granted: true }),
  ofSet('rewrite', 'AttachManagedPolicyToPermissionSet', { granted: true }),
  ofSet('loosen', 'DeletePermissionsBoundaryFromPermissionSet', { unbounded: true }),
  ofSet('loosen', 'PutPermissionsBoundaryToPermissionSet', { unbounded: true }),
];

/** Calls by which policies that hold for principals are changed. */
export const policyTools: readonly PolicyTool[] = [...ofIdentity, ...ofGroup, ...ofPolicy, ...ofPermissionSet];

/** Code does not show the versions that a policy has had; an account that is given as a whole lists them. */
function mayHaveOthers(ask: Questions, { id, properties }: Resource): boolean {
  return ask.system.deploymentOf(id).completeness !== 'complete' || properties.entries.has('OtherVersions');
}

/** Did an earlier version, whose document the account shows, allow everything? Then nothing is left to suppose. */
function hasWideVersion({ properties }: Resource): boolean {
  const others = properties.entries.get('OtherVersions');
  return (others?.kind === 'list' ? others.items : []).some((version) =>
    readPolicies(version.kind === 'map' ? version.entries.get('PolicyDocument') : undefined).some(
      ({ statements }) => statements.every(({ effect }) => effect === 'Allow') && statements.some(allowsEverything),
    ),
  );
}

function allowsEverything({ actions = [], resources = [], conditions, guard, open }: Statement): boolean {
  const isAll = (one: Text) => literalOf(one) === '*';
  return (
    actions.some(isAll) && resources.some(isAll) && conditions.length === 0 && isAlways(guard) && open === undefined
  );
}

/** Without those of the policies that deny something: the others limit nobody. */
function without(policies: readonly PolicySource[]): PolicyChange {
  const removed = policies.filter(denies);
  return removed.length === 0 ? {} : { removed };
}

function loosened(principal: Resource, policies: readonly PolicySource[]): readonly Effect[] {
  const change = without(policies);
  return change.removed === undefined ? [] : [{ principal, change }];
}

function denies({ document }: PolicySource): boolean {
  return document.statements.some(({ effect }) => effect === 'Deny');
}

/** Policies of its own, which deletion ends; those of its groups stay. */
function inline(ask: Questions, owner: Resource): readonly PolicySource[] {
  return own(ask, owner).filter(({ kind }) => kind === 'inline');
}

function attached(ask: Questions, owner: Resource): readonly PolicySource[] {
  return own(ask, owner).filter(({ kind }) => kind === 'managed' || kind === 'aws-managed');
}

function own(ask: Questions, owner: Resource): readonly PolicySource[] {
  const ofGroups = new Set(groupsOf(ask, owner.id).flatMap((group) => ask.access.policiesOf(group).map(sourceKey)));
  return ask.access.policiesOf(owner.id).filter((source) => !ofGroups.has(sourceKey(source)));
}

function statedBy(ask: Questions, principal: Resource, policy: ResourceId): readonly PolicySource[] {
  return ask.access.policiesOf(principal.id).filter((source) => source.statedBy === policy);
}

function isBounded(ask: Questions, { id }: Resource): boolean {
  return casesOf(ask.system.fact(id, 'permissionsBoundary')).some(
    ({ fact }) => fact.kind === 'unknown' || fact.value.length > 0,
  );
}
