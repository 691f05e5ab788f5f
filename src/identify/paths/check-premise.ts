import type { ProofItem } from '../../model/attack.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { ResourceId } from '../../model/id.ts';
import type { CitedStatement, Decision, Hop } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { describeText, type Text, textKey } from '../../model/text.ts';
import { refsOf, type Value } from '../../model/value.ts';
import { matches, names, type RawStatement, statementsIn, textsIn, valuesIn } from './raw-policy.ts';

/** What premises are derived from again: the resources, nothing that the engines made of them. */
export interface CheckContext {
  /** Of the path that is checked. */
  readonly guard: Guard;
  resource(id: string): Resource | undefined;
  accountOf(resource: ResourceId): string | undefined;
  /** Resources that name the given one by reference, name or ARN. */
  naming(resource: Resource): readonly Resource[];
}

type Fault = string | undefined;
/** Who is said to be allowed what: a principal of the system, everybody, or a service or outside party by its name. */
type Claim = { readonly who: Resource | string; readonly action: string; readonly on: Resource | undefined };

/** Derives one premise again; says what is wrong with it. */
export function premiseFault(item: ProofItem, context: CheckContext): Fault {
  const named = Object.values({ ...item, by: undefined }).filter(
    (value) => typeof value === 'string' && /^[^ :]+\/[^ ]+$/.test(value),
  );
  if (!named.every((id) => exists(context.resource(id), context)))
    return `${named.join(' and ')} are not there together`;
  switch (item.kind) {
    case 'allowed':
    case 'open-to': {
      const who = item.kind === 'open-to' ? 'everybody' : (context.resource(item.principal) ?? '');
      return grantFault(item.decision, { who, action: item.action, on: context.resource(item.on) }, context);
    }
    case 'trusted': {
      const role = context.resource(item.role);
      const who = context.resource(item.by) ?? item.by;
      if (!item.decision.allowedBy.some(({ policy }) => policy.statedBy === item.role))
        return `${item.role} trusts nobody here`;
      return grantFault(item.decision, { who, action: 'sts:AssumeRole', on: role }, context);
    }
    case 'reachable':
      return item.hops.length === 0 ? 'no way is cited' : first(item.hops, (hop) => hopFault(hop, item.from, context));
    case 'runs-as': {
      const runs = carriesRole(context.resource(item.workload), context.resource(item.role), context, 3);
      return runs ? undefined : `${item.workload} does not name ${item.role} as its role`;
    }
    case 'setting': {
      const stated = item.property === '' || context.resource(item.resource)?.properties.entries.has(item.property);
      return stated ? undefined : `${item.resource} has no ${item.property}`;
    }
    case 'assumed':
      return undefined;
  }
}

export function first<T>(items: readonly T[], fault: (item: T) => Fault): Fault {
  for (const item of items) {
    const found = fault(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function exists(resource: Resource | undefined, { guard }: CheckContext): boolean {
  return resource !== undefined && isPossible(and(guard, resource.guard));
}

/** Each cited statement is there, allows it and speaks for who asks; no plain Deny and no boundary stands against it. */
function grantFault({ allowedBy }: Decision, claim: Claim, context: CheckContext): Fault {
  const { who, on, action } = claim;
  const speakers = typeof who === 'string' ? [] : speakersFor(who, context);
  const all = [...speakers, ...(on === undefined ? [] : [on, ...context.naming(on)])];
  const denied = all
    .flatMap((by) => statementsOf(by, context).map((raw) => ({ by, raw })))
    .some(
      ({ by, raw }) =>
        raw.effect === 'Deny' &&
        !raw.conditional &&
        says(raw, claim, 'surely') &&
        means(raw, by, claim, speakers, context),
    );
  if (denied) return `a Deny covers ${action}`;
  // A user whom a policy names in person is not held back by what his boundary does not mention.
  const inPerson = (one: CitedStatement) =>
    one.statement.principals?.some(
      ({ value }) => typeof who !== 'string' && [textKey(who.arn ?? who.name), '*'].includes(textKey(value)),
    );
  const limited = typeof who !== 'string' && !(who.type === 'AWS::IAM::User' && allowedBy.some(inPerson));
  const bound = limited ? namedBy(who.properties.entries.get('PermissionsBoundary'), context) : [];
  const lets = (policy: Resource) =>
    statementsOf(policy, context).some((raw) => raw.effect === 'Allow' && says(raw, claim, 'possibly'));
  if (!bound.every(lets)) return `the permissions boundary does not allow ${action}`;
  if (allowedBy.length === 0) return `no statement is cited for ${action}`;
  return first(allowedBy, (cited) =>
    isGood(cited, claim, speakers, context) ? undefined : `${cited.policy.name} does not allow ${action}`,
  );
}

function isGood(
  { policy, statement }: CitedStatement,
  claim: Claim,
  speakers: readonly Resource[],
  context: CheckContext,
): boolean {
  if (statement.effect !== 'Allow') return false;
  const by = policy.statedBy === undefined ? undefined : context.resource(policy.statedBy);
  if (by !== undefined) {
    const raws = statementsOf(by, context).filter(({ origin }) => origin === statement.origin);
    return raws.some(
      (raw) => raw.effect === 'Allow' && says(raw, claim, 'possibly') && means(raw, by, claim, speakers, context),
    );
  }
  // A policy of AWS: its text is knowledge, that it is attached is not.
  const lists = {
    Action: statement.actions,
    NotAction: statement.notActions,
    Resource: statement.resources,
    NotResource: statement.notResources,
  };
  const attached = speakers.flatMap((one) => textsIn(one.properties.entries.get('ManagedPolicyArns'), context.guard));
  const said = (element: string) => lists[element as keyof typeof lists];
  return attached.some((arn) => textKey(arn).endsWith(`/${policy.name}`)) && says({ said }, claim, 'possibly');
}

/** Identity policies mean whoever they speak for; others name principals, or the account, or everybody. */
function means(
  raw: RawStatement,
  by: Resource,
  { who }: Claim,
  speakers: readonly Resource[],
  context: CheckContext,
): boolean {
  const named = raw.said('Principal');
  if (named === undefined) return raw.said('NotPrincipal') === undefined && speakers.includes(by);
  if (named.some((text) => textKey(text) === '*')) return true;
  if (typeof who === 'string')
    return named.some(
      (text) => who.endsWith(describeText(text)) || describeText(text).includes(who.replace(/^.*\//, '')),
    );
  if (who.type === 'AWS::Cognito::IdentityPool')
    return names(raw.value, who, context.guard) || named.some((text) => /cognito-identity/.test(describeText(text)));
  const account = context.accountOf(who.id) ?? '';
  const own = [textKey(who.arn ?? who.name), textKey(who.name), account];
  return named.some((text) => own.includes(textKey(text)) || textKey(text).endsWith(`::${account}:root`));
}

/** Do action and resource fit? For Deny everything claimed must be covered, for Allow something that the caller may choose. */
function says({ said }: Pick<RawStatement, 'said'>, { action, on }: Claim, how: 'surely' | 'possibly'): boolean {
  const arn = on?.arn === undefined ? '*' : textKey(on.arn);
  const behind =
    on?.arn === undefined ? '' : /^(s3:.*object|es:)/i.test(action) ? '/*' : /^logs:/i.test(action) ? ':*' : '';
  const acted =
    action === 'sts:AssumeRole' && said('Principal') !== undefined ? 'sts:assumerole*' : action.toLowerCase();
  const acts = (text: Text) => matches(textKey(text).toLowerCase(), acted, how);
  // Something new has a name of its own: only a pattern with room for it allows it.
  const isThere = (text: Text) =>
    (on !== undefined || how === 'surely' || textKey(text).includes('*')) &&
    matches(textKey(text).replace(/\$\$\{[^}]*\}/g, '*'), arn + behind, how);
  const fits = (yes: string, no: string, test: (text: Text) => boolean) =>
    said(yes)?.some(test) ?? !(said(no)?.some(test) ?? false);
  return fits('Action', 'NotAction', acts) && fits('Resource', 'NotResource', isThere);
}

/** The principal, its groups, and the policies that are attached to them, from either side. */
function speakersFor(who: Resource, context: CheckContext): readonly Resource[] {
  const property = (by: Resource, key: string) => namedBy(by.properties.entries.get(key), context);
  const attachedTo = (owner: Resource) =>
    context
      .naming(owner)
      .filter(({ properties }) =>
        [...properties.entries].some(([key, value]) => attachments.test(key) && names(value, owner, context.guard)),
      );
  const memberships = attachedTo(who).filter(({ type }) => type === 'AWS::IAM::UserToGroupAddition');
  const owners = [who, ...property(who, 'Groups'), ...memberships.flatMap((by) => property(by, 'GroupName'))];
  return [...owners, ...owners.flatMap((owner) => [...attachedTo(owner), ...property(owner, 'ManagedPolicyArns')])];
}

const attachments = /^(User|Role|Group)(s|Name)$/;

function namedBy(value: Value | undefined, context: CheckContext): readonly Resource[] {
  const values = [...valuesIn(value, context.guard)];
  return values.flatMap((one) => refsOf(one).flatMap((ref) => context.resource(ref.resource) ?? []));
}

/** Statements that a resource states; a function permission and a public bucket ACL are statements in other words. */
function statementsOf(by: Resource, { guard }: CheckContext): readonly RawStatement[] {
  const { origin, properties } = by;
  const texts = (key: string) => textsIn(properties.entries.get(key), guard);
  const permission = by.type === 'AWS::Lambda::Permission';
  const open = texts('AccessControl').some((text) => /^(Public|Authenticated)/.test(describeText(text)));
  if (!permission && !open) return statementsIn(properties, guard);
  const lists = new Map<string, readonly Text[]>(
    permission
      ? [
          ['Principal', texts('Principal')],
          ['Action', texts('Action')],
        ]
      : [['Principal', [['*']]]],
  );
  const said = (element: string) => lists.get(element);
  return [{ origin, value: properties, effect: 'Allow', conditional: true, said }, ...statementsIn(properties, guard)];
}

/** A component is there; a rule that lets in from the internet names addresses of the internet. */
function hopFault(hop: Hop, from: 'internet' | ResourceId, context: CheckContext): Fault {
  const owner = hop.resource === undefined ? undefined : context.resource(hop.resource);
  if (hop.resource !== undefined && !exists(owner, context)) return `${hop.resource} is not on the way`;
  if (owner === undefined || hop.component !== 'security-group' || from !== 'internet') return undefined;
  const rules = [owner, ...context.naming(owner)].flatMap((one) => [...valuesIn(one.properties, context.guard)]);
  const rule = rules.find((value) => value.kind === 'map' && value.origin === hop.origin);
  if (rule?.kind !== 'map' || !rule.entries.has('CidrIp')) return undefined;
  const sources = textsIn(rule.entries.get('CidrIp'), context.guard).map(textKey);
  const isInside = (cidr: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(cidr) && !cidr.endsWith('/0');
  return sources.every(isInside) ? `${owner.id} lets nobody in from outside` : undefined;
}

/** Is the role named where the workload says what it acts as: directly, or through profile, template, task or settings? */
function carriesRole(
  by: Resource | undefined,
  role: Resource | undefined,
  context: CheckContext,
  depth: number,
): boolean {
  if (by === undefined || role === undefined || depth === 0) return false;
  const entries = [...valuesIn(by.properties, context.guard)].flatMap((one) =>
    one.kind === 'map' ? [...one.entries] : [],
  );
  if (entries.some(([key, value]) => /role|profile/i.test(key) && names(value, role, context.guard))) return true;
  const between = namedBy(by.properties, context).filter(({ type }) =>
    /InstanceProfile|Launch|TaskDefinition/.test(type),
  );
  return between.some((next) => carriesRole(next, role, context, depth - 1));
}
