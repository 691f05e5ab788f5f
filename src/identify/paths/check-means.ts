import type { CitedStatement } from '../../model/access.ts';
import type { AttackFact, Move, MoveInstance } from '../../model/attack.ts';
import type { Resource } from '../../model/resource.ts';
import { partKey, type StorePart } from '../../model/store-part.ts';
import { textKey } from '../../model/text.ts';
import { type CheckContext, namedBy } from './check-premise.ts';
import { matches, names, textsIn } from './raw-policy.ts';

/** The principals that a step needs the attacker to act as. */
export function principalsOf({ needs }: MoveInstance): readonly string[] {
  return needs.flatMap((need) => (need.kind === 'acts-as' ? [need.principal] : []));
}

/** Is one who is held allowed to do this? `*`: to something new. With a part: to that part of it. */
export function may(instance: MoveInstance, action: RegExp, on?: string, part?: StorePart): boolean {
  const principals = principalsOf(instance);
  return instance.proof.some(
    (item) =>
      item.kind === 'allowed' &&
      principals.includes(item.principal) &&
      action.test(item.action) &&
      item.on === (on ?? item.on) &&
      isAboutPart(item, part),
  );
}

/** Where a part is asked for, the premise must be about the same. */
export function isAboutPart(item: { readonly part?: StorePart }, part: StorePart | undefined): boolean {
  return part === undefined || (item.part !== undefined && partKey(item.part) === partKey(part));
}

/** Is one who is held allowed all that one of the ways of the move asks for? */
export function goesAWay(instance: MoveInstance, { ways = [] }: Move): boolean {
  const principals = principalsOf(instance);
  const held = instance.proof.flatMap((item) =>
    item.kind === 'allowed' && principals.includes(item.principal) ? [item.action] : [],
  );
  return ways.some((way) => way.every((action) => held.includes(action)));
}

/** Actions that end data for good, and those that end what sees and records. */
const losing: Readonly<Record<'destroys' | 'blinds', RegExp>> = {
  destroys:
    /^([\w-]+:(Delete|Purge|BatchDelete|Schedule)\w*|kms:PutKeyPolicy|s3:(PutObject|PutLifecycleConfiguration)|dynamodb:BatchWriteItem)$/,
  blinds: /^[\w-]+:((Stop|Delete|Disable)\w+|UpdateTrail|PutEventSelectors|UpdateDetector)$/,
};

/** Does the resource, or what configures it, name the key: itself, or by an alias? */
function isLockedWith(store: string, key: string, context: CheckContext): boolean {
  const [locked, lock] = [context.resource(store), context.resource(key)];
  if (locked === undefined || lock === undefined) return false;
  const near = new Set([lock, ...context.naming(lock)]);
  const naming = [...near].flatMap((one) => [one, ...context.naming(one)]);
  return naming.some((one) => one === locked || namedBy(one.properties, context).includes(locked));
}

/**
 * By a right to destroy or switch it off; or because its key is lost, or because whoever reads and writes it may leave it
 * encrypted.
 */
export function loses(
  instance: MoveInstance,
  { kind, resource }: Extract<AttackFact, { readonly kind: 'destroys' | 'blinds' }>,
  context: CheckContext,
): boolean {
  const { needs, proof } = instance;
  if (needs.some((need) => need.kind === 'acts-as')) return may(instance, losing[kind], resource);
  if (!proof.some((item) => item.kind === 'setting' && item.resource === resource)) return false;
  const isHeld = (what: AttackFact['kind']) =>
    needs.some((need) => need.kind === what && 'resource' in need && need.resource === resource);
  const keys = needs.flatMap((need) => (need.kind === 'destroys' ? [need.resource] : []));
  return (isHeld('reads') && isHeld('writes')) || keys.some((key) => isLockedWith(resource, key, context));
}

const signingIn =
  /^(rds-db:connect|redshift:(GetClusterCredentials(WithIAM)?|ModifyCluster)|rds:ModifyDB(Instance|Cluster))$/;
const copying = /^(ec2:Create(Snapshot|Image)|rds:CreateDB(Cluster)?Snapshot|redshift:CreateClusterSnapshot)$/;
const takingCopy =
  /^(ram:CreateResourceShare|ec2:Modify(Snapshot|Image)Attribute|rds:ModifyDB(Cluster)?SnapshotAttribute|redshift:(AuthorizeSnapshotAccess|RestoreFromClusterSnapshot)|ebs:GetSnapshotBlock|rds:RestoreDB(InstanceFromDB|ClusterFrom)Snapshot)$/;

/** By a copy that is shared or read, or by a sign-in that the API gives. `isAbout`: a premise tells of the store's copies. */
export function mayOtherwise(
  instance: MoveInstance,
  gives: Extract<AttackFact, { readonly kind: 'reads' | 'writes' }>,
  isAbout: boolean,
): boolean {
  if (may(instance, signingIn, gives.resource)) return instance.certainty !== 'certain';
  const isCopied = may(instance, copying, gives.resource) || (isAbout && instance.certainty !== 'certain');
  return gives.kind === 'reads' && isCopied && may(instance, takingCopy, '*');
}

/** Does somebody who is held write the policy of the function, or the rules of a group that the resource wears? */
export function opens(instance: MoveInstance, what: string, context: CheckContext): boolean {
  if (may(instance, /^lambda:(AddPermission|PutResourcePolicy)$/, what)) return true;
  const target = context.resource(what);
  const groups = instance.proof.flatMap((item) =>
    item.kind === 'allowed' && /^ec2:(AuthorizeSecurityGroupIngress|ModifySecurityGroupRules)$/.test(item.action)
      ? (context.resource(item.on) ?? [])
      : [],
  );
  return target !== undefined && groups.some((group) => isWorn(group, target, context, 3));
}

/** Does a resource name the group, itself or by what it is made from? */
function isWorn(group: Resource, by: Resource, context: CheckContext, depth: number): boolean {
  const named = namedBy(by.properties, context);
  return named.includes(group) || (depth > 1 && named.some((next) => isWorn(group, next, context, depth - 1)));
}

/** Does somebody who is held decide whom the party vouches for, or whom another vouches for that the party names? */
export function vouches(instance: MoveInstance, party: string, context: CheckContext): boolean {
  const action =
    /^(iam:UpdateSAMLProvider|cognito-idp:AdminSetUserPassword|cognito-identity:GetOpenIdTokenForDeveloperIdentity|eks:CreateAccessEntry)$/;
  if (may(instance, action, party) || startsPodsIn(instance, party, context)) return true;
  return instance.proof.some((item) => {
    const pool = item.kind === 'allowed' && item.on !== '*' ? context.resource(item.on) : undefined;
    const names = pool !== undefined && context.naming(pool).some(({ id }) => id === party);
    return names && may(instance, action, pool.id);
  });
}

/** Is the role one of a permission set that somebody who is held assigns? */
export function isAssigned(instance: MoveInstance, role: Resource | undefined): boolean {
  return role?.dependsOn.some((set) => may(instance, /^sso:CreateAccountAssignment$/, set)) === true;
}

const founding = [
  /^iam:Create(User|Role)$/,
  /^iam:(Attach|Put)(User|Role|Group)Policy$/,
  /^iam:(CreateAccessKey|CreateLoginProfile|(Attach|Put)RolePolicy)$/,
];
/** What besides makes rights of a new group those of a new user. */
const founded = /^iam:((Attach|Put)(User|Role)Policy|AddUserToGroup)$/;
/** A new permission set with every right, which somebody assigns to himself. */
const assigning = [
  /^sso:CreatePermissionSet$/,
  /^sso:(AttachManagedPolicy|PutInlinePolicy)ToPermissionSet$/,
  /^sso:CreateAccountAssignment$/,
];

/**
 * An administrator is made from nothing: a user or role of the account, by one who may now or once policies are changed; or a
 * permission set for an account that IAM Identity Center makes roles in; or one of AWS's for a stack set; or the role that an
 * organization has in the account is taken. Or somebody takes any
 * role that the account may have, or holds the rights of an administrator as far as guardrails leave them.
 */
export function makesAdministrator(instance: MoveInstance, account: string, context: CheckContext): boolean {
  const all = (actions: readonly RegExp[]) => actions.every((action) => may(instance, action, '*'));
  const isReached = instance.proof.some(
    (item) => item.kind === 'setting' && context.accountOf(item.resource) === account,
  );
  const isOwn = principalsOf(instance).some((id) => context.accountOf(id) === account);
  const takesAny = instance.certainty !== 'certain' && may(instance, /^iam:UpdateAssumeRolePolicy$/, '*');
  const isMade = isOwn && (all([...founding, founded]) || takesAny || hasEverything(instance));
  const isOfOrganization = isReached && takesRoleOfOrganization(instance, account, context);
  return isMade || isOfOrganization || (isReached && all(assigning)) || deploysAsAdministrator(instance, context);
}

/**
 * May somebody of another account take the role there that an organization makes in its accounts, which an account that is given as
 * a whole does not have? What it trusts is never certain.
 */
function takesRoleOfOrganization(instance: MoveInstance, account: string, context: CheckContext): boolean {
  const isRole = (arn: string) => arn.endsWith(`::${account}:role/OrganizationAccountAccessRole`);
  const covers = ({ statement }: CitedStatement) =>
    statement.resources?.some((one) => {
      const pattern = textKey(one);
      return (
        isRole(pattern) || matches(pattern, `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`, 'surely')
      );
    }) ?? statement.notResources !== undefined;
  return (
    instance.certainty !== 'certain' &&
    instance.proof.some(
      (item) =>
        item.kind === 'allowed' &&
        item.action === 'sts:AssumeRole' &&
        principalsOf(instance).includes(item.principal) &&
        context.accountOf(item.principal) !== account &&
        item.decision.allowedBy.some(covers),
    )
  );
}

/** Is a stack set changed with permissions that AWS manages? In which accounts it deploys is never certain. */
function deploysAsAdministrator({ needs, proof, certainty }: MoveInstance, context: CheckContext): boolean {
  const changed = needs.flatMap((need) => (need.kind === 'writes' ? [need.resource] : []));
  return (
    certainty !== 'certain' &&
    proof.some((item) => {
      const set =
        item.kind === 'setting' && changed.includes(item.resource) ? context.resource(item.resource) : undefined;
      const models = set === undefined ? [] : textsIn(set.properties.entries.get('PermissionModel'), context.guard);
      return models.some((model) => textKey(model) === 'SERVICE_MANAGED');
    })
  );
}

/** Does an access entry that names somebody who is held let him into the cluster that the workload is part of, or signs tokens for? */
export function startsPodsIn(instance: MoveInstance, workload: string, context: CheckContext): boolean {
  const held = principalsOf(instance).flatMap((id) => context.resource(id) ?? []);
  const entries = instance.proof.flatMap((item) =>
    item.kind === 'setting' ? (context.resource(item.resource) ?? []) : [],
  );
  const entered = entries.filter(
    ({ type, properties }) =>
      type === 'AWS::EKS::AccessEntry' && held.some((who) => names(properties, who, context.guard)),
  );
  const clusters = entered.flatMap(({ properties }) => namedBy(properties, context));
  return clusters.some((cluster) => context.naming(cluster).some(({ id }) => id === workload));
}

/** Does somebody who is held have an identity pool that the role trusts hand the role out? */
export function handsOut(instance: MoveInstance, role: string): boolean {
  const setting = /^cognito-identity:SetIdentityPoolRoles$/;
  return (
    may(instance, /^iam:PassRole$/, role) &&
    instance.proof.some((item) => item.kind === 'trusted' && item.role === role && may(instance, setting, item.by))
  );
}

/**
 * Is the role one for pods of a cluster, by an association or a provider that names it, and runs code on a node of it? Whose
 * pods run on the node is never certain.
 */
export function isOfPod({ needs, proof, certainty }: MoveInstance, role: string, context: CheckContext): boolean {
  const nodes = needs.flatMap((need) => (need.kind === 'runs-code' ? [need.resource as string] : []));
  const givers = proof.flatMap((item) => {
    if (item.kind === 'trusted') return item.role === role ? [item.by] : [];
    return item.kind === 'runs-as' && item.role === role ? [item.workload as string] : [];
  });
  return (
    certainty !== 'certain' &&
    proof.some((item) => {
      const cluster = item.kind === 'setting' ? context.resource(item.resource) : undefined;
      if (cluster?.type !== 'AWS::EKS::Cluster') return false;
      const parts = context.naming(cluster).map(({ id }): string => id);
      return nodes.some((node) => parts.includes(node)) && givers.some((giver) => parts.includes(giver));
    })
  );
}

/** Several services' calls, on everything and without a condition, and the word of the step that no other is missing. */
function hasEverything(instance: MoveInstance): boolean {
  const [own, ...others] = principalsOf(instance);
  const isToldOf = instance.proof.some((item) => item.kind === 'setting' && item.resource === own);
  const services = instance.proof.flatMap((item) =>
    item.kind === 'allowed' && item.principal === own && item.on === '*' ? [item.action.split(':')[0]] : [],
  );
  return others.length === 0 && isToldOf && new Set(services).size > 1;
}
