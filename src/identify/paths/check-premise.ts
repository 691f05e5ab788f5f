import type { CitedStatement } from '../../model/access.ts';
import type { PolicyChange, ProofItem } from '../../model/attack.ts';
import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/reach.ts';
import type { DeploymentRecord, Resource } from '../../model/resource.ts';
import type { StorePart } from '../../model/store-part.ts';
import { describeText, type Text, text, textKey } from '../../model/text.ts';
import { refsOf, type Value } from '../../model/value.ts';
import { conditionsHold, type Manner } from './check-condition.ts';
import { behindOf, isBelow, named, pathRead, readingByPath } from './check-named.ts';
import { matches, names, type RawStatement, statement, statementsIn, textsIn, valuesIn } from './raw-policy.ts';

/** What premises are derived from again: the resources, nothing that the engines made of them. */
export interface CheckContext {
  /** Of the path that is checked. */
  readonly guard: Guard;
  resource(id: string): Resource | undefined;
  accountOf(resource: string): string | undefined;
  /** What the tool that deployed a resource keeps of it. */
  recordOf(resource: string): DeploymentRecord | undefined;
  /** Is it the ARN of a resource? */
  taken(arn: string): boolean;
  withArn(arn: string): Resource | undefined;
  /** Resources that name the given one by reference, name or ARN. */
  naming(resource: Resource): readonly Resource[];
}

/** Who is said to be allowed what: a principal of the system, everybody, or a service or outside party by its name. */
interface Claim {
  readonly who: Resource | string;
  readonly action: string;
  readonly on: Resource | undefined;
  readonly taken: CheckContext['taken'];
  /** The principal and what speaks for it. */
  readonly speakers: readonly Resource[];
  readonly manner: Manner;
  readonly isSure: boolean;
  /** What is changed about its policies first. */
  readonly change: PolicyChange;
  /** The part of a store that it is about. */
  readonly part: StorePart | undefined;
  /** The path above a parameter that is read, as its ARN. */
  readonly path: string | undefined;
}

/** Derives one premise again; says what is wrong with it. */
export function premiseFault(item: ProofItem, context: CheckContext): string | undefined {
  const named = Object.entries(item).flatMap(([key, value]) =>
    !/^(by|who)$/.test(key) && /^[^ :]+\/[^ ]+$/.test(String(value)) ? [String(value)] : [],
  );
  if (!named.every((id) => exists(context.resource(id), context)))
    return `${named.join(' and ')} are not there together`;
  if (item.kind === 'assumed') return undefined;
  if (item.kind === 'setting') {
    const stated = item.property === '' || context.resource(item.resource)?.properties.entries.has(item.property);
    return stated ? undefined : `${item.resource} has no ${item.property}`;
  }
  if (item.kind === 'reachable') {
    const way = item.hops.length > 0 && item.hops.every((hop) => isPassed(hop, item.from === 'internet', context));
    return way ? undefined : `no such way leads to ${item.to}`;
  }
  if (item.kind === 'runs-as') {
    const runs = carriesRole(context.resource(item.workload), context.resource(item.role), context, 3);
    return runs ? undefined : `${item.workload} does not name ${item.role} as its role`;
  }
  return claimFault(item, context);
}

type Granted = Extract<ProofItem, { readonly decision: unknown }>;

/** Of what somebody is said to be allowed to do, or whom a role is said to trust. */
function claimFault(item: Granted, context: CheckContext): string | undefined {
  const isTrust = item.kind === 'trusted';
  const who = isTrust
    ? (context.resource(item.by) ?? item.by)
    : item.kind === 'allowed' || item.kind === 'supposed'
      ? (context.resource(item.principal) ?? '')
      : item.who;
  const on = context.resource(isTrust ? item.role : item.on);
  const change = item.kind === 'supposed' ? item.change : {};
  const joined = (change.joined ?? []).flatMap((group) => context.resource(group) ?? []);
  const own = typeof who === 'string' ? [] : [who, ...joined].flatMap((one) => speakersFor(one, context));
  const attached = (change.attached ?? []).flatMap(({ statedBy }) => statedBy ?? []);
  const speakers = [...own, ...attached.flatMap((policy) => context.resource(policy) ?? [])];
  const action = isTrust ? 'sts:AssumeRole' : item.action;
  const manner: Manner = {
    guard: context.guard,
    resource: context.resource,
    ...('session' in item && item.session !== undefined && { session: item.session }),
    ...('from' in item && item.from !== undefined && { from: item.from }),
  };
  const claim = {
    who,
    on,
    speakers,
    manner,
    isSure: item.decision.verdict === 'allow',
    change,
    taken: context.taken,
    action,
    part: 'part' in item ? item.part : undefined,
    path: pathRead(item),
  };
  const { allowedBy } = item.decision;
  if (action === readingByPath && !isBelow(on, claim.path)) return `${on?.id} is not below ${claim.path}`;
  if (isTrust && !allowedBy.some(({ policy }) => policy.statedBy === item.role))
    return `${item.role} trusts nobody here`;
  return isGranted(allowedBy, claim, context) ? undefined : `${action} is not allowed as said`;
}

function exists(resource: Resource | undefined, { guard }: CheckContext): boolean {
  return resource !== undefined && isPossible(and(guard, resource.guard));
}

/** Each cited statement is there, allows it and speaks for who asks; no plain Deny and no boundary stands against it. */
function isGranted(cited: readonly CitedStatement[], claim: Claim, context: CheckContext): boolean {
  const { who, on, speakers, change } = claim;
  // A policy that is rewritten denies nothing any more.
  const stated = on === undefined || change.opened === on.id ? [] : [on, ...context.naming(on)];
  const all = [...speakers, ...stated];
  const says = (by: Resource, effect: string) =>
    statementsOf(by, context).filter(
      (raw) => raw.effect === effect && fits(raw, claim) && means(raw, by, claim, context),
    );
  const isOpened = on !== undefined && change.opened === on.id;
  const gone = new Set(change.removed?.flatMap(({ document }) => document.statements.map(({ origin }) => origin)));
  const denies = (raw: RawStatement) => !gone.has(raw.origin) && (!raw.conditional || holds(raw, claim) === 'yes');
  if (all.some((by) => says(by, 'Deny').some(denies))) return false;
  // A user whom a policy names in person is not held back by what his boundary does not mention; one that he writes names him.
  const inPerson =
    isOpened ||
    cited.some((one) =>
      one.statement.principals?.some(
        ({ value }) => typeof who !== 'string' && [textKey(who.arn ?? who.name), '*'].includes(textKey(value)),
      ),
    );
  const limited = typeof who !== 'string' && !(inPerson && who.type === 'AWS::IAM::User') && change.unbounded !== true;
  const bound = limited ? namedBy(who.properties.entries.get('PermissionsBoundary'), context) : [];
  const lets = (policy: Resource) =>
    statementsOf(policy, context).some((raw) => raw.effect === 'Allow' && fits(raw, claim));
  const given = cited.length > 0 || isOpened || (change.granted === true && claim.action !== 'sts:AssumeRole');
  return given && bound.every(lets) && cited.every((one) => isThere(one, claim, context, says));
}

function isThere(
  { policy, statement: said }: CitedStatement,
  claim: Claim,
  context: CheckContext,
  says: (by: Resource, effect: string) => readonly RawStatement[],
): boolean {
  const by = policy.statedBy === undefined ? undefined : context.resource(policy.statedBy);
  if (by !== undefined)
    return said.effect === 'Allow' && says(by, 'Allow').some((raw) => raw.origin === said.origin && isMet(raw, claim));
  // A policy of AWS: its text is knowledge, that it is attached is not.
  const lists: Readonly<Record<string, readonly Text[] | undefined>> = {
    Action: said.actions,
    NotAction: said.notActions,
    Resource: said.resources,
    NotResource: said.notResources,
  };
  const attached = claim.speakers.flatMap((one) =>
    textsIn(one.properties.entries.get('ManagedPolicyArns'), context.guard),
  );
  const isNew = claim.change.attached?.some(({ kind, name }) => kind === 'aws-managed' && name === policy.name);
  const isAttached = isNew === true || attached.some((arn) => textKey(arn).endsWith(`/${policy.name}`));
  return isAttached && said.effect === 'Allow' && fits({ effect: 'Allow', said: (element) => lists[element] }, claim);
}

/** As far as session and place decide, which the checker judges for principals of the system alone. */
function holds({ value }: RawStatement, { who, manner }: Claim): ReturnType<typeof conditionsHold> {
  if (typeof who === 'string' || value.kind !== 'map') return 'other';
  return conditionsHold(value.entries.get('Condition'), manner);
}

/** What is called certain must not hang on a session or place that is not known. */
function isMet(raw: RawStatement, claim: Claim): boolean {
  const met = holds(raw, claim);
  return met !== 'no' && !(claim.isSure && met === 'loose');
}

/** Identity policies mean whoever they speak for; others name principals, or the account, or everybody. */
function means(raw: RawStatement, by: Resource, { who, speakers }: Claim, { guard, accountOf }: CheckContext): boolean {
  const named = raw.said('Principal');
  if (named === undefined) return raw.said('NotPrincipal') === undefined && speakers.includes(by);
  if (named.some((text) => textKey(text) === '*')) return true;
  const words = named.map(describeText);
  if (typeof who === 'string')
    return words.some((word) => who.endsWith(word) || word.includes(who.replace(/^.*\//, '')));
  if (who.type === 'AWS::Cognito::IdentityPool')
    return names(raw.value, who, guard) || words.includes('cognito-identity.amazonaws.com');
  const own = [textKey(who.arn ?? who.name), textKey(who.name), accountOf(who.id)];
  return named.some((text) => own.includes(textKey(text)) || textKey(text).endsWith(`::${accountOf(who.id)}:root`));
}

/** Do action and resource fit? For Deny everything claimed must be covered, for Allow something that the caller may choose. */
function fits({ effect, said }: Pick<RawStatement, 'effect' | 'said'>, claim: Claim): boolean {
  const { action, on, taken, part } = claim;
  const how = effect === 'Deny' ? 'surely' : 'possibly';
  const isNew = on === undefined;
  const arn = claim.path ?? (on?.arn === undefined ? '*' : named(textKey(on.arn), action));
  const behind = arn === '*' ? '' : behindOf(action, part);
  const acted =
    action === 'sts:AssumeRole' && said('Principal') !== undefined ? 'sts:assumerole*' : action.toLowerCase();
  const acts = (text: Text) => matches(textKey(text).toLowerCase(), acted, how);
  // Something new has a name of its own: only a pattern with room for it, or a name that is free, allows it.
  const isMeant = (text: Text) =>
    (!isNew || how === 'surely' || textKey(text).includes('*') || !taken(textKey(text))) &&
    matches(textKey(text).replace(/\$\$\{[^}]*\}/g, '*'), arn + behind, how);
  const either = (yes: string, no: string, test: (text: Text) => boolean) =>
    said(yes)?.some(test) ?? !said(no)?.some(test);
  return either('Action', 'NotAction', acts) && either('Resource', 'NotResource', isMeant);
}

/** The principal, its groups, and the policies that are attached to them, from either side. */
export function speakersFor(who: Resource, context: CheckContext): readonly Resource[] {
  const property = (by: Resource, key: string) => namedBy(by.properties.entries.get(key), context);
  const attachedTo = (owner: Resource) =>
    context
      .naming(owner)
      .filter(({ properties }) =>
        [...properties.entries].some(
          ([key, value]) => /^(User|Role|Group)(s|Name)$/.test(key) && names(value, owner, context.guard),
        ),
      );
  const memberships = attachedTo(who).filter(({ type }) => type === 'AWS::IAM::UserToGroupAddition');
  const owners = [who, ...property(who, 'Groups'), ...memberships.flatMap((by) => property(by, 'GroupName'))];
  return [...owners, ...owners.flatMap((owner) => [...attachedTo(owner), ...property(owner, 'ManagedPolicyArns')])];
}

/** Resources of the input that a value refers to. */
export function namedBy(value: Value | undefined, context: CheckContext): readonly Resource[] {
  const refs = [...valuesIn(value, context.guard)].flatMap(refsOf).map((ref): string => ref.resource);
  const arns = textsIn(value, context.guard).flatMap((text) => context.withArn(textKey(text)) ?? []);
  return [...new Set([...refs.flatMap((ref) => context.resource(ref) ?? []), ...arns])];
}

/** Statements that a resource states; a function permission and a public bucket ACL are statements in other words. */
function statementsOf(by: Resource, { guard, accountOf }: CheckContext): readonly RawStatement[] {
  const texts = (key: string) => textsIn(by.properties.entries.get(key), guard);
  const inWords = (said: RawStatement['said']) => ({ ...statement(by.properties, said), origin: by.origin });
  const stated = statementsIn(by.properties, guard);
  if (by.type === 'AWS::KMS::Key' && !by.properties.entries.has('KeyPolicy'))
    return [inWords((element) => leftToAccount(accountOf(by.id) ?? '')[element])];
  if (by.type === 'AWS::Lambda::Permission')
    return [inWords((element) => (/^(Principal|Action)$/.test(element) ? texts(element) : undefined))];
  const open = texts('AccessControl').some((text) => /^(Public|Authenticated)/.test(describeText(text)));
  return open ? [inWords((element) => (element === 'Principal' ? [['*']] : undefined)), ...stated] : stated;
}

/**
 * What a key without a policy says: everything is left to its account.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function leftToAccount(account: string): Readonly<Record<string, readonly Text[]>> {
  const [, symbol] = /^\$\{(.*)\}$/.exec(account) ?? [];
  const owner: Text[number] =
    symbol === undefined ? account : { symbol, kind: 'account', settledBy: 'the account of the key' };
  return { Principal: [text('arn:aws:iam::', owner, ':root')], Action: [['kms:*']], Resource: [['*']] };
}

/** A component is there; a rule that lets in from the internet names addresses of the internet. */
function isPassed(hop: Hop, fromInternet: boolean, context: CheckContext): boolean {
  const owner = hop.resource === undefined ? undefined : context.resource(hop.resource);
  if (hop.resource !== undefined && !exists(owner, context)) return false;
  if (owner === undefined || hop.component !== 'security-group' || !fromInternet) return true;
  const rules = [owner, ...context.naming(owner)].flatMap((one) => [...valuesIn(one.properties, context.guard)]);
  const rule = rules.find(
    (value) => value.kind === 'map' && value.origin === hop.origin && value.entries.has('CidrIp'),
  );
  const sources = rule?.kind === 'map' ? textsIn(rule.entries.get('CidrIp'), context.guard).map(textKey) : [];
  const isInside = (cidr: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(cidr) && !cidr.endsWith('/0');
  return sources.length === 0 || !sources.every(isInside);
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
