import type { Resource } from '../../../model/resource.ts';
import { literalOf, type Text, text, textKey } from '../../../model/text.ts';
import type { AccessOptions } from '../access-options.ts';
import { controlOf, type KeyValue } from '../condition-key.ts';
import { accountOf, type Subject } from '../subject.ts';
import { tagOf } from './tags.ts';

/** What the values of condition keys are read from. */
export interface KeySources {
  readonly subject: Subject;
  readonly on: Resource | undefined;
  readonly ownedBy: Text | undefined;
  /** The partition that the request is made in: callers are of the same one. */
  readonly partition: Text;
  /** Day of the request, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly options: AccessOptions;
}

/**
 * What tells the value of a condition key: nothing but the question (`request`), the caller's account, the caller itself,
 * or what is asked for.
 */
export type KeyScope = 'request' | 'account' | 'principal' | 'resource';

interface KeyRule {
  readonly scope: KeyScope;
  /** Undefined leaves it open. */
  readonly value: (sources: KeySources) => KeyValue | undefined;
}

const absent: KeyValue = { kind: 'absent' };

function one(value: string | Text): KeyValue {
  return { kind: 'values', values: [typeof value === 'string' ? [value] : value] };
}

/** Set only when a service calls on behalf of a resource; nobody who calls by himself has them. */
const onBehalf: KeyRule = {
  scope: 'request',
  value: ({ subject }) => (subject.kind === 'service' ? undefined : absent),
};

const secondFactor: KeyRule = {
  scope: 'request',
  value({ subject }) {
    if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
    // Strangers may well use one, which is no hurdle for them.
    return subject.kind === 'any-aws-account' ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
  },
};

/**
 * When each key is in a request, and with what value.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const rules: ReadonlyMap<string, KeyRule> = new Map<string, KeyRule>([
  ['aws:principalarn', { scope: 'principal', value: principalArn }],
  ['aws:principalaccount', { scope: 'account', value: principalAccount }],
  ['kms:calleraccount', { scope: 'account', value: ({ subject }) => accountValue(subject) }],
  ['aws:principaltype', { scope: 'principal', value: ({ subject }) => principalType(subject) }],
  ['aws:principalisawsservice', { scope: 'request', value: ({ subject }) => isService(subject) }],
  [
    'aws:principalservicename',
    { scope: 'request', value: ({ subject }) => (subject.kind === 'service' ? one(subject.service) : absent) },
  ],
  ['aws:principalorgid', { scope: 'account', value: callerOrganization }],
  ['aws:principalorgpaths', { scope: 'account', value: callerPath }],
  ['aws:username', { scope: 'principal', value: ({ subject }) => userName(subject) }],
  ['aws:sourcearn', onBehalf],
  ['aws:sourceaccount', onBehalf],
  ['aws:sourceorgid', onBehalf],
  ['aws:sourceorgpaths', onBehalf],
  [
    'aws:sourceowner',
    { scope: 'account', value: ({ subject }) => (subject.kind === 'service' ? undefined : accountValue(subject)) },
  ],
  ['aws:multifactorauthpresent', secondFactor],
  ['aws:multifactorauthage', secondFactor],
  [
    'aws:tokenissuetime',
    { scope: 'request', value: ({ subject }) => (subject.kind === 'anonymous' ? absent : undefined) },
  ],
  ['aws:currenttime', { scope: 'request', value: ({ asOf }) => one(`${asOf}T00:00:00Z`) }],
  ['aws:epochtime', { scope: 'request', value: ({ asOf }) => one(String(Date.parse(`${asOf}T00:00:00Z`) / 1000)) }],
  [
    'aws:securetransport',
    { scope: 'request', value: () => ({ kind: 'open', present: 'yes', control: controlOf('aws:securetransport') }) },
  ],
  ['aws:sourceip', { scope: 'request', value: sourceAddress }],
  ['aws:resourceaccount', { scope: 'resource', value: ({ ownedBy }) => (ownedBy === undefined ? undefined : one(ownedBy)) }],
  ['aws:resourceorgid', { scope: 'resource', value: ({ ownedBy, options }) => organizationOf(ownedBy, options) }],
]);

const principalTag = 'aws:principaltag/';

function ruleFor(name: string): KeyRule | undefined {
  const rule = rules.get(name);
  if (rule !== undefined) return rule;
  if (name.startsWith(principalTag)) {
    const tag = name.slice(principalTag.length);
    return { scope: 'principal', value: ({ subject }) => tagOfPrincipal(subject, tag) };
  }
  const tag = /^[a-z0-9-]+:resourcetag\/(.*)$/.exec(name)?.[1];
  return tag === undefined
    ? undefined
    : { scope: 'resource', value: ({ on }) => (on === undefined ? undefined : (tagOf(on, tag) ?? absent)) };
}

/** The value of a key that the request itself does not give. `key` as written, `name` in lower case. */
export function valueOfKey(name: string, key: string, sources: KeySources): KeyValue {
  return ruleFor(name)?.value(sources) ?? { kind: 'open', present: 'maybe', control: controlOf(key) };
}

export function scopeOfKey(name: string): KeyScope {
  return ruleFor(name)?.scope ?? 'request';
}

/** For roles "the ARN of the role, not of the session". A stranger may name his principals as he likes. */
function principalArn({ subject, partition }: KeySources): KeyValue | undefined {
  if (subject.kind === 'role' || subject.kind === 'user') return one(subject.arn);
  if (subject.kind === 'anonymous') return absent;
  const account = accountOf(subject);
  if (account === undefined) return undefined;
  const shape = text('arn:', ...partition, ':iam::', ...account, ':', chosenName);
  return { kind: 'open', present: 'yes', control: 'attacker', shape };
}

const chosenName = { symbol: 'object:principal', kind: 'expression', settledBy: 'the name that the caller chose' } as const;

/** "Anonymous requests return anonymous." */
function principalAccount({ subject }: KeySources): KeyValue | undefined {
  return subject.kind === 'anonymous' ? one('anonymous') : accountValue(subject);
}

function accountValue(subject: Subject): KeyValue | undefined {
  if (subject.kind === 'anonymous') return absent;
  const account = accountOf(subject);
  return account === undefined ? undefined : one(account);
}

function principalType({ kind }: Subject): KeyValue | undefined {
  const types: Partial<Record<Subject['kind'], string>> = { role: 'AssumedRole', user: 'User', anonymous: 'Anonymous' };
  const type = types[kind];
  return type === undefined ? undefined : one(type);
}

function isService({ kind }: Subject): KeyValue {
  if (kind === 'anonymous') return absent;
  return one(kind === 'service' ? 'true' : 'false');
}

function userName(subject: Subject): KeyValue | undefined {
  if (subject.kind === 'user') return one(subject.resource.name);
  return subject.kind === 'account' || subject.kind === 'any-aws-account' ? undefined : absent;
}

/** Stands for every organization but the given one. */
const elsewhere = 'another-organization';

/** "Included only if the principal is a member of an organization"; a stranger is in none that a policy names. */
function callerOrganization({ subject, options }: KeySources): KeyValue | undefined {
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  return subject.kind === 'any-aws-account' ? one(elsewhere) : organizationOf(accountOf(subject), options);
}

/** An organization lists its accounts: one that is known and not among them is in another, or in none. */
function organizationOf(account: Text | undefined, { organization }: AccessOptions): KeyValue | undefined {
  if (organization?.id === undefined || account === undefined) return undefined;
  if (organization.accounts.has(textKey(account))) return one(organization.id);
  return literalOf(account) === undefined ? undefined : one(elsewhere);
}

function callerPath(sources: KeySources): KeyValue | undefined {
  const organization = callerOrganization(sources);
  const isOurs = organization?.kind === 'values' && literalOf(organization.values[0] ?? []) !== elsewhere;
  if (!isOurs) return organization;
  const account = accountOf(sources.subject);
  const path = account && sources.options.organization?.accounts.get(textKey(account))?.path;
  return path === undefined ? undefined : one(path);
}

/** Absent for calls through a VPC endpoint; but whoever calls is free not to take one. */
function sourceAddress({ subject }: KeySources): KeyValue {
  return subject.kind === 'service'
    ? { kind: 'open', present: 'maybe', control: controlOf('aws:sourceip') }
    : { kind: 'open', present: 'yes', control: 'environment', fromInternet: true };
}

/** Whoever owns an account tags its principals; sessions of a role may carry further tags. */
function tagOfPrincipal(subject: Subject, tag: string): KeyValue | undefined {
  switch (subject.kind) {
    case 'anonymous':
    case 'service':
      return absent;
    case 'any-aws-account':
      return { kind: 'open', present: 'maybe', control: 'attacker' };
    case 'user':
      return tagOf(subject.resource, tag) ?? absent;
    case 'role':
      return tagOf(subject.resource, tag);
    default:
      return undefined;
  }
}
