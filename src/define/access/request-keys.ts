import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text, text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import type { AccessOptions } from './access-options.ts';
import type { Given } from './asked.ts';
import { controlOf, type KeyValue } from './condition-key.ts';
import { accountOf, type Subject } from './subject.ts';

/** What the keys of a request are read from. */
export interface KeySources {
  readonly given: Given;
  readonly subject: Subject;
  readonly on: Resource | undefined;
  readonly ownedBy: Text | undefined;
  /** The partition that the request is made in: callers are of the same one. */
  readonly partition: Text;
  readonly asOf: string;
  readonly options: AccessOptions;
}

const absent: KeyValue = { kind: 'absent' };
const one = (value: string | Text): KeyValue => ({
  kind: 'values',
  values: [typeof value === 'string' ? [value] : value],
});
const open = (key: string, present: 'yes' | 'maybe' = 'maybe'): KeyValue => ({
  kind: 'open',
  present,
  control: controlOf(key),
});

/**
 * What is known of a condition key: first what the request says, then what follows from who asks and for what.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html says of each global key when it is
 * in the request.
 */
export function keyOf(key: string, sources: KeySources): KeyValue {
  const name = key.toLowerCase();
  const chosen = sources.given.chosen.get(name);
  if (chosen !== undefined) return chosen === 'absent' ? absent : { kind: 'values', values: chosen };
  const said = contextValue(name, sources.given);
  if (said !== undefined) return said;
  return principalKey(name, sources) ?? placeKey(name, sources) ?? resourceKey(name, sources) ?? open(key);
}

function contextValue(name: string, { request }: Given): KeyValue | undefined {
  for (const [key, value] of request.context ?? []) {
    if (key.toLowerCase() !== name) continue;
    return value === 'absent' ? absent : { kind: 'values', values: value.map((item) => [item]) };
  }
  return undefined;
}

type PrincipalKey = (subject: Subject, sources: KeySources) => KeyValue | undefined;

/** Keys that tell who asks. Undefined leaves it open. */
const principalKeys: Readonly<Record<string, PrincipalKey>> = {
  'aws:principalarn': principalArn,
  // "Anonymous requests return anonymous."
  'aws:principalaccount': (subject) => (subject.kind === 'anonymous' ? one('anonymous') : accountKey(subject)),
  'kms:calleraccount': (subject) => accountKey(subject),
  'aws:principaltype': (subject) => {
    if (subject.kind === 'role') return one('AssumedRole');
    if (subject.kind === 'user') return one('User');
    return subject.kind === 'anonymous' ? one('Anonymous') : undefined;
  },
  'aws:principalisawsservice': (subject) => {
    if (subject.kind === 'service') return one('true');
    return subject.kind === 'anonymous' ? absent : one('false');
  },
  'aws:principalservicename': (subject) => (subject.kind === 'service' ? one(subject.service) : absent),
  'aws:principalorgid': organizationOfCaller,
  'aws:principalorgpaths': pathOfCaller,
  'aws:username': (subject) => {
    if (subject.kind === 'user') return one(subject.resource.name);
    return subject.kind === 'account' || subject.kind === 'any-aws-account' ? undefined : absent;
  },
  // Set only when a service calls on behalf of a resource; nobody who calls by himself has them.
  'aws:sourcearn': onBehalf,
  'aws:sourceaccount': onBehalf,
  'aws:sourceorgid': onBehalf,
  'aws:sourceorgpaths': onBehalf,
  'aws:sourceowner': (subject) => (subject.kind === 'service' ? undefined : accountKey(subject)),
  'aws:multifactorauthpresent': multiFactor,
  'aws:multifactorauthage': multiFactor,
  'aws:tokenissuetime': (subject) => (subject.kind === 'anonymous' ? absent : undefined),
};

function principalKey(name: string, sources: KeySources): KeyValue | undefined {
  const { subject } = sources;
  const known = Object.hasOwn(principalKeys, name) ? principalKeys[name] : undefined;
  if (known !== undefined) return known(subject, sources);
  if (!name.startsWith('aws:principaltag/')) return undefined;
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  // Whoever owns an account tags its principals.
  if (subject.kind === 'any-aws-account') return { kind: 'open', present: 'maybe', control: 'attacker' };
  if (subject.kind !== 'role' && subject.kind !== 'user') return undefined;
  const tag = tagOf(subject.resource, name.slice('aws:principaltag/'.length));
  // Sessions of a role may carry further tags.
  return tag ?? (subject.kind === 'user' ? absent : undefined);
}

/** For roles "the ARN of the role, not of the session". A stranger may name his principals as he likes. */
function principalArn(subject: Subject, { partition }: KeySources): KeyValue | undefined {
  if (subject.kind === 'role' || subject.kind === 'user') return one(subject.arn);
  if (subject.kind === 'anonymous') return absent;
  const account = accountOf(subject);
  if (account === undefined) return undefined;
  const chosen = {
    symbol: 'object:principal',
    kind: 'expression',
    settledBy: 'the name that the caller chose',
  } as const;
  return {
    kind: 'open',
    present: 'yes',
    control: 'attacker',
    shape: text('arn:', ...partition, ':iam::', ...account, ':', chosen),
  };
}

function accountKey(subject: Subject): KeyValue | undefined {
  const account = accountOf(subject);
  if (account !== undefined) return one(account);
  return subject.kind === 'anonymous' ? absent : undefined;
}

/** "Included only if the principal is a member of an organization"; a stranger is in none that a policy names. */
function organizationOfCaller(subject: Subject, { options }: KeySources): KeyValue | undefined {
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  if (subject.kind === 'any-aws-account') return one(elsewhere);
  return organizationOf(accountOf(subject), options);
}

/** What stands for any organization but the given one. */
const elsewhere = 'another-organization';

/** The given organization lists its accounts: one that is known and not among them is in another one, or in none. */
function organizationOf(account: Text | undefined, { organization }: AccessOptions): KeyValue | undefined {
  if (organization?.id === undefined || account === undefined) return undefined;
  if (organization.accounts.has(textKey(account))) return one(organization.id);
  return literalOf(account) === undefined ? undefined : one(elsewhere);
}

/** Where in the organization the caller's account stands, `o-…/r-…/ou-…/`. */
function pathOfCaller(subject: Subject, sources: KeySources): KeyValue | undefined {
  const organization = organizationOfCaller(subject, sources);
  if (organization?.kind !== 'values' || literalOf(organization.values[0] ?? []) === elsewhere) return organization;
  const account = accountOf(subject);
  const path = account === undefined ? undefined : sources.options.organization?.accounts.get(textKey(account))?.path;
  return path === undefined ? undefined : one(path);
}

function onBehalf(subject: Subject): KeyValue | undefined {
  return subject.kind === 'service' ? undefined : absent;
}

/** Strangers may well use a second factor, which is no hurdle for them. */
function multiFactor(subject: Subject): KeyValue | undefined {
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  return subject.kind === 'any-aws-account' ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
}

/** Keys about where and when. */
function placeKey(name: string, { subject, asOf }: KeySources): KeyValue | undefined {
  switch (name) {
    case 'aws:currenttime':
      return one(`${asOf}T00:00:00Z`);
    case 'aws:epochtime':
      return one(String(Date.parse(`${asOf}T00:00:00Z`) / 1000));
    case 'aws:securetransport':
      return open(name, 'yes');
    case 'aws:sourceip':
      // Absent for calls through a VPC endpoint; but whoever calls is free not to take one.
      return subject.kind === 'service'
        ? open(name)
        : { kind: 'open', present: 'yes', control: 'environment', fromInternet: true };
    default:
      return undefined;
  }
}

/** Keys about what is asked for. */
function resourceKey(name: string, { on, ownedBy, options }: KeySources): KeyValue | undefined {
  if (name === 'aws:resourceaccount') return ownedBy === undefined ? undefined : one(ownedBy);
  if (name === 'aws:resourceorgid') return organizationOf(ownedBy, options);
  const tag = /^[a-z0-9-]+:resourcetag\/(.*)$/.exec(name)?.[1];
  return tag === undefined || on === undefined ? undefined : (tagOf(on, tag) ?? absent);
}

/** A tag by name, without regard to case as keys are; undefined when it is not there, open when the tags are not known. */
function tagOf(resource: Resource, name: string): KeyValue | undefined {
  const tags = resource.properties.entries.get('Tags');
  if (tags === undefined || tags.kind === 'absent') return undefined;
  const unknown: KeyValue = { kind: 'open', present: 'maybe', control: 'topology' };
  const pairs = tags.kind === 'list' ? tags.items.map(pairOf) : tags.kind === 'map' ? [...tags.entries] : undefined;
  if (pairs === undefined) return unknown;
  let doubtful = (tags.kind === 'list' || tags.kind === 'map') && tags.open !== undefined;
  for (const pair of pairs) {
    if (pair === undefined) doubtful = true;
    else if (pair[0].toLowerCase() === name) {
      const value = textOf(pair[1]);
      return value === undefined ? unknown : one(value);
    }
  }
  return doubtful ? unknown : undefined;
}

function pairOf(item: Value): readonly [string, Value] | undefined {
  if (item.kind !== 'map') return undefined;
  const key = item.entries.get('Key');
  const value = item.entries.get('Value');
  const name = key === undefined ? undefined : literalOf(textOf(key) ?? []);
  return name === undefined || value === undefined ? undefined : [name, value];
}
