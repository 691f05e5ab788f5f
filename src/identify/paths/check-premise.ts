import type { ProofItem } from '../../model/attack.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { CitedStatement, Hop } from '../../model/questions.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { textKey } from '../../model/text.ts';
import { refsOf, type Value } from '../../model/value.ts';
import { covers, names, overlaps, type RawStatement, statementsUnder, stringsIn, valuesIn } from './raw-policy.ts';

/** What the checker is given: the resources with their resolved properties, and nothing that the engines made of them. */
export interface ProofSystem {
  readonly resources: readonly Resource[];
  readonly deployments: readonly Deployment[];
}

/** The system with an index, and the guard of the path that is being checked. */
export interface CheckContext {
  readonly guard: Guard;
  resource(id: ResourceId): Resource | undefined;
  deploymentOf(resource: Resource): Deployment | undefined;
  /** IAM resources that name the given one by reference, name or ARN. */
  naming(resource: Resource): readonly Resource[];
}

type Fault = string | undefined;

/** Derives one premise again from the resources; says what is wrong with it. */
export function premiseFault(item: ProofItem, context: CheckContext): Fault {
  for (const id of mentioned(item)) {
    const resource = context.resource(id);
    if (resource === undefined) return `there is no resource ${id}`;
    if (!isPossible(and(context.guard, resource.guard))) return `${id} does not exist together with the rest`;
  }
  switch (item.kind) {
    case 'allowed': {
      const on = item.on === '*' ? undefined : context.resource(item.on);
      return grantFault(
        item.decision.allowedBy,
        { action: item.action, on, who: context.resource(item.principal) },
        context,
      );
    }
    case 'open-to':
      return grantFault(
        item.decision.allowedBy,
        { action: item.action, on: context.resource(item.on), who: 'everybody' },
        context,
      );
    case 'trusted':
      return trustFault(item, context);
    case 'reachable':
      return item.hops.length === 0 ? 'no way is cited' : first(item.hops, (hop) => hopFault(hop, item.from, context));
    case 'runs-as':
      return carriesRole(context.resource(item.workload), context.resource(item.role), context, 3)
        ? undefined
        : `${item.workload} does not name ${item.role} as its role`;
    case 'setting': {
      const owner = context.resource(item.resource);
      const [top = ''] = item.property.split('.');
      return item.property === '' || owner?.properties.entries.has(top) ? undefined : `${item.resource} has no ${top}`;
    }
    case 'assumed':
      return undefined;
  }
}

function mentioned(item: ProofItem): readonly ResourceId[] {
  const ids = [
    'principal' in item ? item.principal : undefined,
    'on' in item && item.on !== '*' ? item.on : undefined,
    'role' in item ? item.role : undefined,
    'workload' in item ? item.workload : undefined,
    'resource' in item ? item.resource : undefined,
    item.kind === 'reachable' && item.from !== 'internet' ? item.from : undefined,
    item.kind === 'reachable' ? item.to : undefined,
  ];
  return ids.filter((id) => id !== undefined);
}

export function first<T>(items: readonly T[], fault: (item: T) => Fault): Fault {
  for (const item of items) {
    const found = fault(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Claim {
  readonly action: string;
  /** Undefined: something new, whose name the caller chooses. */
  readonly on: Resource | undefined;
  readonly who: Resource | 'everybody' | undefined;
}

/** Every cited statement is there, allows the action on the thing, and speaks for who asks; no plain Deny says otherwise. */
function grantFault(cited: readonly CitedStatement[], claim: Claim, context: CheckContext): Fault {
  if (cited.length === 0) return `no statement is cited for ${claim.action}`;
  const { who, on } = claim;
  const own = who === 'everybody' || who === undefined ? [] : speakersFor(who, context);
  const all = [...own, ...(on === undefined ? [] : [on, ...context.naming(on)])];
  const denial = all
    .flatMap((by) => statementsOf(by, context))
    .find(
      (raw) => raw.effect === 'Deny' && !raw.conditional && says(raw, claim, 'surely') && isFor(raw, claim, context),
    );
  if (denial !== undefined) return `a Deny covers ${claim.action}`;
  return (
    first(cited, (one) => citationFault(one, claim, { own, context })) ??
    (who === 'everybody' || who === undefined ? undefined : boundaryFault(who, claim, context))
  );
}

function citationFault(
  { policy, statement }: CitedStatement,
  claim: Claim,
  { own, context }: { readonly own: readonly Resource[]; readonly context: CheckContext },
): Fault {
  if (policy.statedBy === undefined) {
    const attached = own.some((by) => managedNames(by, context).some((arn) => arn.endsWith(`/${policy.name}`)));
    const allows = statement.effect === 'Allow' && says(ofCited(statement), claim, 'possibly');
    return attached && allows ? undefined : `${policy.name} is not attached or does not allow ${claim.action}`;
  }
  const by = context.resource(policy.statedBy);
  if (by === undefined) return `there is no policy ${policy.statedBy}`;
  const raw = statementsOf(by, context).filter(({ origin }) => origin === statement.origin);
  const fits = raw.some((one) => one.effect === 'Allow' && says(one, claim, 'possibly'));
  if (!fits) return `no statement of ${by.id} allows ${claim.action} there`;
  if (own.includes(by) && raw.every((one) => one.strings('Principal') === undefined)) return undefined;
  const speaks = raw.some((one) => isFor(one, claim, context));
  return speaks ? undefined : `${by.id} does not speak for who asks`;
}

/** Does the statement mean who asks? Identity policies mean whoever they are attached to. */
function isFor(raw: RawStatement, { who }: Claim, context: CheckContext): boolean {
  const named = raw.strings('Principal');
  if (named === undefined) return raw.strings('NotPrincipal') === undefined;
  if (named.includes('*')) return true;
  if (who === 'everybody' || who === undefined) return false;
  const deployment = context.deploymentOf(who);
  const account = textKey(deployment?.account ?? []);
  return named.some((one) => one === textKey(who.arn ?? []) || one === account || one.endsWith(`::${account}:root`));
}

/** `surely` for Deny: everything that is claimed is covered; `possibly` for Allow: something that the caller may choose is. */
function says(raw: RawStatement, { action, on }: Claim, how: 'surely' | 'possibly'): boolean {
  const match = how === 'surely' ? covers : overlaps;
  const subject = subjectOf(action, on);
  const inList = (element: string, one: (pattern: string) => boolean) => raw.strings(element)?.some(one);
  const acts = (pattern: string) => covers(pattern.toLowerCase(), action.toLowerCase());
  const acted = inList('Action', acts) ?? !(inList('NotAction', acts) ?? true);
  const isThere = (pattern: string) => match(pattern.replace(/\$\{aws:[^}]*\}/g, '*'), subject);
  const excluded = raw.strings('NotResource')?.some((pattern) => covers(pattern, subject));
  return acted && (inList('Resource', isThere) ?? (excluded === undefined || !excluded));
}

/** The thing as a key; `*` where the caller chooses: an object of a bucket, the name of something new. */
function subjectOf(action: string, on: Resource | undefined): string {
  if (on === undefined || on.arn === undefined) return '*';
  const arn = textKey(on.arn);
  if (/^s3:.*object/i.test(action) || /^es:/i.test(action)) return `${arn}/*`;
  return /^logs:/i.test(action) ? `${arn}:*` : arn;
}

function ofCited(statement: CitedStatement['statement']): RawStatement {
  const lists = {
    Action: statement.actions,
    NotAction: statement.notActions,
    Resource: statement.resources,
    NotResource: statement.notResources,
  };
  return {
    origin: statement.origin,
    effect: statement.effect,
    conditional: statement.conditions.length > 0,
    strings: (element) => lists[element as keyof typeof lists]?.map(textKey),
  };
}

function boundaryFault(who: Resource, claim: Claim, context: CheckContext): Fault {
  const bound = who.properties.entries.get('PermissionsBoundary');
  const [policy] = [...valuesIn(bound, context.guard)].flatMap((one) =>
    refsOf(one).flatMap((ref) => context.resource(ref.resource) ?? []),
  );
  if (policy === undefined) return undefined;
  const lets = statementsOf(policy, context).some((raw) => raw.effect === 'Allow' && says(raw, claim, 'possibly'));
  return lets ? undefined : `the permissions boundary of ${who.id} does not allow ${claim.action}`;
}

/** The principal, its groups, and the policies that name them or that they name. */
function speakersFor(who: Resource, context: CheckContext): readonly Resource[] {
  const named = context.naming(who);
  const memberships = named.filter(({ type }) => type === 'AWS::IAM::UserToGroupAddition');
  const groups = [who, ...memberships].flatMap((by) =>
    namedBy([by.properties.entries.get('Groups'), by.properties.entries.get('GroupName')], context),
  );
  const owners = [who, ...groups];
  return [
    ...owners,
    ...owners.flatMap((owner) => [
      ...context.naming(owner),
      ...namedBy([owner.properties.entries.get('ManagedPolicyArns')], context),
    ]),
  ];
}

function namedBy(values: readonly (Value | undefined)[], context: CheckContext): readonly Resource[] {
  return values.flatMap((value) =>
    [...valuesIn(value, context.guard)].flatMap((one) =>
      refsOf(one).flatMap((ref) => context.resource(ref.resource) ?? []),
    ),
  );
}

function managedNames(by: Resource, { guard }: CheckContext): readonly string[] {
  return stringsIn(by.properties.entries.get('ManagedPolicyArns'), guard);
}

/** Statements that a resource states; a function permission and a public bucket ACL are statements in other words. */
function statementsOf(by: Resource, { guard }: CheckContext): readonly RawStatement[] {
  const { entries, origin } = { ...by.properties, origin: by.origin };
  const said = (strings: Readonly<Record<string, readonly string[]>>, conditional: boolean): RawStatement => ({
    origin,
    effect: 'Allow',
    conditional,
    strings: (element) => strings[element],
  });
  if (by.type === 'AWS::Lambda::Permission') {
    const [Principal, Action] = [stringsIn(entries.get('Principal'), guard), stringsIn(entries.get('Action'), guard)];
    return [said({ Principal, Action }, entries.has('SourceArn') || entries.has('SourceAccount'))];
  }
  const acl = stringsIn(entries.get('AccessControl'), guard).join();
  const canned = /^(Public|Authenticated)/.test(acl) ? [said({ Principal: ['*'], Action: ['s3:*'] }, false)] : [];
  return [...canned, ...statementsUnder(by.properties, guard)];
}

/** The role's trust policy names who takes it; and whoever it names only by account is allowed to by his own policies. */
function trustFault(item: Extract<ProofItem, { kind: 'trusted' }>, context: CheckContext): Fault {
  const role = context.resource(item.role);
  if (role === undefined) return `there is no role ${item.role}`;
  const by = context.resource(item.by as ResourceId);
  const trust = statementsUnder(role.properties.entries.get('AssumeRolePolicyDocument'), context.guard);
  const cited = item.decision.allowedBy.filter(({ policy }) => policy.statedBy === role.id && policy.kind === 'trust');
  const own = item.decision.allowedBy.filter((one) => !cited.includes(one));
  const trusts = trust.some((raw) => {
    const named = raw.strings('Principal') ?? [];
    const direct = named.some(
      (one) => one === '*' || item.by === one || item.by.endsWith(`/${one}`) || namesParty(one, item.by),
    );
    const takes = raw.strings('Action')?.some((pattern) => overlaps(pattern.toLowerCase(), 'sts:assumerole*')) ?? true;
    const isCited = cited.some(({ statement }) => statement.origin === raw.origin);
    const claim: Claim = { action: 'sts:AssumeRole', on: role, who: by };
    return (
      isCited &&
      raw.effect === 'Allow' &&
      takes &&
      (direct || (by !== undefined && isFor(raw, claim, context)) || isProvider(role, by, context))
    );
  });
  if (!trusts) return `the trust policy of ${role.id} does not name ${item.by}`;
  return own.length === 0 || by === undefined
    ? undefined
    : grantFault(own, { action: 'sts:AssumeRole', on: role, who: by }, context);
}

/** `external/aws-account/111122223333` is named by any ARN of that account. */
function namesParty(named: string, party: string): boolean {
  const name = party.slice(party.lastIndexOf('/') + 1);
  return name !== '' && party.startsWith('external/') && describeKey(named).includes(name);
}

function describeKey(key: string): string {
  return key.replace(/\$\{(?:[^}]*\/)?([^}/]*)\}/g, '<$1>');
}

function isProvider(role: Resource, by: Resource | undefined, { guard }: CheckContext): boolean {
  const isOne = by !== undefined && /^AWS::(IAM::(OIDC|SAML)Provider|Cognito::IdentityPool)$/.test(by.type);
  return isOne && names(role.properties.entries.get('AssumeRolePolicyDocument'), by, guard);
}

/** A cited component exists; a rule that lets in from outside names addresses of the internet. */
function hopFault(hop: Hop, from: 'internet' | ResourceId, context: CheckContext): Fault {
  if (hop.resource === undefined) return undefined;
  const owner = context.resource(hop.resource);
  if (owner === undefined) return `there is no ${hop.resource} on the way`;
  if (!isPossible(and(context.guard, owner.guard))) return `${hop.resource} does not exist together with the rest`;
  if (hop.component !== 'security-group' || from !== 'internet' || !/ from /.test(hop.because)) return undefined;
  const rules = [owner, ...context.naming(owner)].flatMap((one) => [...valuesIn(one.properties, context.guard)]);
  const rule = rules.find((value) => value.kind === 'map' && value.origin === hop.origin);
  if (rule?.kind !== 'map') return undefined;
  const sources = ['CidrIp', 'CidrIpv6', 'SourcePrefixListId'].flatMap((key) =>
    stringsIn(rule.entries.get(key), context.guard),
  );
  const outside = sources.some((cidr) => !/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/.test(cidr));
  return outside || rule.entries.has('SourceSecurityGroupId')
    ? undefined
    : `${hop.resource} lets nobody in from outside`;
}

/** Is the role named where the workload says what it acts as: directly, or through profile, template, task or settings? */
function carriesRole(
  workload: Resource | undefined,
  role: Resource | undefined,
  context: CheckContext,
  depth: number,
): boolean {
  if (workload === undefined || role === undefined || depth === 0) return false;
  const { guard } = context;
  const roleProperties = [...valuesIn(workload.properties, guard)].flatMap((value) =>
    value.kind === 'map'
      ? [...value.entries].filter(([key]) => /role|profile/i.test(key)).map(([, inner]) => inner)
      : [],
  );
  if (roleProperties.some((value) => names(value, role, guard))) return true;
  return namedBy([workload.properties], context).some(
    (next) =>
      /InstanceProfile|LaunchTemplate|LaunchConfiguration|TaskDefinition/.test(next.type) &&
      carriesRole(next, role, context, depth - 1),
  );
}
