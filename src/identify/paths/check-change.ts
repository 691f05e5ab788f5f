import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import type { PolicySource } from '../../model/policy.ts';
import { textKey } from '../../model/text.ts';
import { type CheckContext, namedBy, speakersFor } from './check-premise.ts';
import { statementsIn } from './raw-policy.ts';

type Supposed = Extract<ProofItem, { kind: 'supposed' }>;

const giving =
  /^(iam:((Put|Attach)(User|Role|Group)Policy|CreatePolicyVersion)|sso:(PutInlinePolicy|AttachManagedPolicy)ToPermissionSet)$/;
const taking =
  /^iam:((Put|Delete|Detach)(User|Role|Group)Policy|RemoveUserFromGroup|CreatePolicyVersion|SetDefaultPolicyVersion)$/;

const opening =
  /^[\w-]+:(Put\w*Policy|Set\w*(Policy|Attributes)|AddPermission|PutPermission|CreateGrant|Update(Elasticsearch)?DomainConfig)$/;

/** The step with what somebody may do once his policies are changed as what he may do. */
export function asAllowed(instance: MoveInstance): MoveInstance {
  const proof = instance.proof.map((item): ProofItem => {
    if (item.kind !== 'supposed') return item;
    const { change: _, ...said } = item;
    return { ...said, kind: 'allowed' };
  });
  return { ...instance, proof };
}

/** A change of policies that the step supposes and nobody who is held may make; undefined when there is none. */
export function unpermittedChange(instance: MoveInstance, context: CheckContext): string | undefined {
  const wrong = instance.proof.find((item) => item.kind === 'supposed' && !isPermitted(item, instance, context));
  return wrong === undefined ? undefined : 'it supposes a change that nobody here may make';
}

function isPermitted({ principal, change }: Supposed, instance: MoveInstance, context: CheckContext): boolean {
  const { needs, proof, certainty } = instance;
  const held = needs.flatMap((need) => (need.kind === 'acts-as' ? [need.principal] : []));
  const who = context.resource(principal);
  // What an identity has is up to the administrator of its account; what others' policies say is not.
  const isRuled = needs.some((need) => need.kind === 'administrates' && need.account === context.accountOf(principal));
  if (isRuled) return change.opened === undefined && change.unguarded !== true;
  if (who === undefined || !held.includes(principal)) return false;
  const may = (action: RegExp, on: readonly string[]) =>
    proof.some(
      (item) =>
        item.kind === 'allowed' && held.includes(item.principal) && action.test(item.action) && on.includes(item.on),
    );
  // A permission set speaks for the roles that are made of it.
  const speaking = [...speakersFor(who, context).map(({ id }) => id), ...who.dependsOn];
  const bounds = namedBy(who.properties.entries.get('PermissionsBoundary'), context).map(({ id }) => id);
  const restores = (policy: string) => certainty !== 'certain' || hadEverything(policy, context);
  const joining = change.joined ?? [];
  const isJoinedNew =
    may(/^iam:(Put|Attach)GroupPolicy$/, ['*', ...joining]) && may(/^iam:AddUserToGroup$/, ['*', ...joining]);
  const isGiven =
    may(giving, speaking) || isJoinedNew || may(/^iam:SetDefaultPolicyVersion$/, speaking.filter(restores));
  return (
    (change.granted !== true || isGiven) &&
    (change.attached ?? []).every((policy) => isAttached(policy, { instance, speaking, context })) &&
    joining.every((group) => may(/^iam:AddUserToGroup$/, [group])) &&
    (change.removed === undefined || may(taking, speaking)) &&
    (change.unbounded !== true ||
      may(/^iam:(Put|Delete)(User|Role)PermissionsBoundary$/, [principal]) ||
      may(/^sso:(Put|Delete)PermissionsBoundary(To|From)PermissionSet$/, who.dependsOn) ||
      may(/^iam:CreatePolicyVersion$/, bounds)) &&
    (change.opened === undefined || may(opening, [change.opened])) &&
    (change.unguarded !== true || proof.some((item) => frees(item, principal, context)))
  );
}

/** Does a right to attach name the policy, by which it comes to speak for whoever is held? */
function isAttached(
  { statedBy, name }: PolicySource,
  of: { readonly instance: MoveInstance; readonly speaking: readonly string[]; readonly context: CheckContext },
): boolean {
  const policy = statedBy === undefined ? undefined : of.context.resource(statedBy);
  return of.instance.proof.some((item) => {
    if (item.kind !== 'allowed' || !/^iam:Attach(User|Role|Group)Policy$/.test(item.action)) return false;
    const said = item.request?.context?.get('iam:PolicyARN');
    const arns =
      said === undefined || said === 'absent' ? [] : said.map((one) => (typeof one === 'string' ? one : textKey(one)));
    const isNamed = (arn: string) =>
      policy === undefined
        ? arn.startsWith('arn:aws:iam::aws:') && arn.endsWith(`/${name}`)
        : arn === textKey(policy.arn ?? policy.name);
    return of.speaking.includes(item.on) && arns.some(isNamed);
  });
}

/** Is one of the versions that are not in force known to allow everything? */
function hadEverything(policy: string, context: CheckContext): boolean {
  const versions = context.resource(policy)?.properties.entries.get('OtherVersions');
  return statementsIn(versions, context.guard).some(({ effect, conditional, said }) => {
    const isAll = (element: string) => said(element)?.some((one) => textKey(one) === '*') === true;
    return effect === 'Allow' && !conditional && isAll('Action') && isAll('Resource');
  });
}

const freeing =
  /^organizations:(DetachPolicy|UpdatePolicy|DisablePolicyType|MoveAccount|RemoveAccountFromOrganization)$/;

/** A call after which policies of the organization limit the principal no more. */
function frees(item: ProofItem, principal: string, { accountOf }: CheckContext): boolean {
  if (item.kind !== 'allowed') return false;
  const isOwn = accountOf(item.principal) === accountOf(principal);
  return freeing.test(item.action) || (isOwn && item.action === 'organizations:LeaveOrganization');
}
