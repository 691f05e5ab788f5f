import { accountOf, chosenName, isPrincipal, type Subject } from '../../../src/define/access/subject.ts';
import { type KeyValue, strangersAccount } from '../../../src/model/caller.ts';
import { type Text, text } from '../../../src/model/text.ts';
import { textOf } from '../../../src/model/value.ts';
import { absent, elsewhere, type KeyReader, type KeySources, one, organizationOf, pathOf } from './key-sources.ts';
import { accountOfArn } from './match-arn.ts';
import { tagOf } from './resource-tag.ts';

/** Keys that tell who asks, by lower-case name. Undefined leaves one open. */
const readers: Readonly<Record<string, KeyReader>> = {
  'aws:principalarn': principalArn,
  // "Anonymous requests return anonymous."
  'aws:principalaccount': ({ subject }) => (subject.kind === 'anonymous' ? one('anonymous') : accountKey(subject)),
  'kms:calleraccount': ({ subject }) => accountKey(subject),
  'aws:principaltype': ({ subject }) => principalType(subject),
  'aws:principalisawsservice': ({ subject }) => {
    if (subject.kind === 'service') return one('true');
    return subject.kind === 'anonymous' ? absent : one('false');
  },
  'aws:principalservicename': ({ subject }) => (subject.kind === 'service' ? one(subject.service) : absent),
  'aws:principalservicenameslist': ({ subject }) => (subject.kind === 'service' ? one(subject.service) : absent),
  'aws:principalorgid': organizationOfCaller,
  'aws:principalorgpaths': pathOfCaller,
  'aws:username': ({ subject }) => {
    if (subject.kind === 'user' && subject.session?.obtained.kind !== 'federation-token')
      return one(subject.resource.name);
    return subject.kind === 'account' || subject.kind === 'any-aws-account' ? undefined : absent;
  },
  'aws:userid': ({ subject }) => userId(subject),
  // Set only when a service calls on behalf of a resource; nobody who calls by himself has them.
  'aws:sourcearn': ({ subject }) => onBehalf(subject, ({ arn }) => arn),
  'aws:sourceaccount': ({ subject }) => onBehalf(subject, sourceAccount),
  'aws:sourceorgid': (sources) => sourceOrganization(sources, organizationOf),
  'aws:sourceorgpaths': (sources) => sourceOrganization(sources, pathOf),
  'aws:sourceowner': ({ subject }) =>
    subject.kind === 'service' ? onBehalf(subject, sourceAccount) : accountKey(subject),
};

/** What is known of a key about the caller, by lower-case name. */
export function callerKey(name: string, sources: KeySources): KeyValue | undefined {
  const { subject } = sources;
  if (Object.hasOwn(readers, name)) return readers[name]?.(sources);
  if (!name.startsWith('aws:principaltag/')) return undefined;
  // Roles Anywhere tells of the certificate: https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
  if (subject.kind === 'service' && subject.service === 'rolesanywhere.amazonaws.com' && name.includes('/x509'))
    return { kind: 'open', present: 'maybe', control: 'environment' };
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  // Whoever owns an account tags its principals.
  if (subject.kind === 'any-aws-account') return { kind: 'open', present: 'maybe', control: 'attacker' };
  if (!isPrincipal(subject)) return undefined;
  const tag = tagOf(subject.resource, name.slice('aws:principaltag/'.length));
  // Sessions of a role may carry further tags, unless it is known which.
  return tag ?? (subject.kind === 'user' || subject.session?.tags !== undefined ? absent : undefined);
}

/** "The principal table", https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function principalType(subject: Subject): KeyValue | undefined {
  switch (subject.kind) {
    case 'role':
      return one('AssumedRole');
    case 'user':
      return one(subject.session?.obtained.kind === 'federation-token' ? 'FederatedUser' : 'User');
    case 'anonymous':
      return one('Anonymous');
    default:
      return undefined;
  }
}

/** The unique id of the user or role, for roles with the name of the session. The same page. */
function userId(subject: Subject): KeyValue | undefined {
  if (subject.kind === 'anonymous') return one('anonymous');
  if (!isPrincipal(subject)) return undefined;
  const { kind, resource, session, account } = subject;
  const attribute = kind === 'role' ? 'RoleId' : 'UserId';
  const symbol = `attribute:${resource.id}.${attribute}`;
  const hole: Text = [{ symbol, kind: 'attribute', settledBy: `the ${attribute} of ${resource.address}` }];
  // Accounts that were read tell it.
  const said = resource.properties.entries.get(attribute);
  const unique = said === undefined ? hole : (textOf(said) ?? hole);
  if (kind === 'role') return one(text(...unique, ':', ...(session?.name ?? [chosenName])));
  return session?.obtained.kind === 'federation-token'
    ? one(text(...account, ':', ...(session.name ?? [chosenName])))
    : one(unique);
}

/** For roles "the ARN of the role, not of the session". A stranger may name his principals as he likes. */
function principalArn({ subject, partition }: KeySources): KeyValue | undefined {
  if (isPrincipal(subject)) {
    const { kind, session, account, partition: own } = subject;
    // "AWS STS federated user session": `arn:aws:sts::123456789012:federated-user/user-name`.
    if (kind === 'user' && session?.obtained.kind === 'federation-token')
      return one(text('arn:', ...own, ':sts::', ...account, ':federated-user/', ...(session.name ?? [chosenName])));
    return one(subject.arn);
  }
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
function organizationOfCaller({ subject, options }: KeySources): KeyValue | undefined {
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  if (subject.kind === 'any-aws-account') return one(elsewhere);
  return organizationOf(accountOf(subject), options);
}

function pathOfCaller({ subject, options }: KeySources): KeyValue | undefined {
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  if (subject.kind === 'any-aws-account') return one(elsewhere);
  return pathOf(accountOf(subject), options);
}

type Source = NonNullable<Extract<Subject, { kind: 'service' }>['onBehalfOf']>;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
function onBehalf(subject: Subject, read: (source: Source) => Text | undefined): KeyValue | undefined {
  if (subject.kind !== 'service') return absent;
  const value = subject.onBehalfOf === undefined ? undefined : read(subject.onBehalfOf);
  return value === undefined ? undefined : one(value);
}

function sourceAccount({ account, arn }: Source): Text | undefined {
  return account ?? (arn === undefined ? undefined : accountOfArn(arn));
}

function sourceOrganization(
  { subject, options }: KeySources,
  of: (account: Text | undefined, options: KeySources['options']) => KeyValue | undefined,
): KeyValue | undefined {
  if (subject.kind !== 'service') return absent;
  const account = subject.onBehalfOf === undefined ? undefined : sourceAccount(subject.onBehalfOf);
  return account !== undefined && account[0] === strangersAccount ? one(elsewhere) : of(account, options);
}
