import { type KeyValue, strangersAccount } from '../../../model/caller.ts';
import { type Text, text } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { accountField } from '../compile/arn-fields.ts';
import { accountOf, chosenName, isPrincipal, type Subject, sessionArn } from '../subject.ts';
import {
  absent,
  type KeyRule,
  type KeyScope,
  type KeySources,
  one,
  organizationOf,
  otherOrganization,
  pathOf,
} from './key-rule.ts';
import { tagOf } from './tags.ts';

/** Keys that tell who asks, by lower-case name. */
export const callerRules: Readonly<Record<string, KeyRule>> = {
  'aws:principalarn': { scope: 'principal', value: principalArn },
  'aws:userid': { scope: 'principal', value: ({ subject }) => userId(subject) },
  'aws:username': { scope: 'principal', value: ({ subject }) => userName(subject) },
  'aws:principaltype': ofSubject(principalType),
  // "Anonymous requests return anonymous."
  'aws:principalaccount': ofSubject((subject) => (subject.kind === 'anonymous' ? one('anonymous') : account(subject))),
  'kms:calleraccount': ofSubject(account),
  'aws:principalisawsservice': ofSubject(({ kind }) =>
    kind === 'anonymous' ? absent : one(kind === 'service' ? 'true' : 'false'),
  ),
  'aws:principalservicename': ofSubject(serviceName),
  'aws:principalservicenameslist': ofSubject(serviceName),
  'aws:principalorgid': { scope: 'standing', value: (sources) => inOrganization(sources, organizationOf) },
  'aws:principalorgpaths': { scope: 'standing', value: (sources) => inOrganization(sources, pathOf) },
  'aws:sourcearn': ofSubject((subject) => (subject.kind === 'service' ? given(subject.onBehalfOf?.arn) : absent)),
  'aws:sourceaccount': ofSubject((subject) => (subject.kind === 'service' ? given(sourceAccount(subject)) : absent)),
  'aws:sourceowner': ofSubject((subject) =>
    subject.kind === 'service' ? given(sourceAccount(subject)) : account(subject),
  ),
  'aws:sourceorgid': { scope: 'standing', value: (sources) => sourceOrganization(sources, organizationOf) },
  'aws:sourceorgpaths': { scope: 'standing', value: (sources) => sourceOrganization(sources, pathOf) },
};

function ofSubject(value: (subject: Subject) => KeyValue | undefined): KeyRule {
  return { scope: 'standing' satisfies KeyScope, value: ({ subject }) => value(subject) };
}

function given(value: Text | undefined): KeyValue | undefined {
  return value === undefined ? undefined : one(value);
}

/** `aws:PrincipalTag/…`. Whoever owns an account tags its principals; sessions of a role may carry further tags. */
export function principalTagRule(tag: string): KeyRule {
  return {
    scope: 'principal',
    value({ subject }) {
      // Roles Anywhere tells of the certificate: https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
      if (subject.kind === 'service' && subject.service === 'rolesanywhere.amazonaws.com' && tag.startsWith('x509'))
        return { kind: 'open', present: 'maybe', control: 'environment' };
      if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
      if (subject.kind === 'any-aws-account') return { kind: 'open', present: 'maybe', control: 'attacker' };
      if (!isPrincipal(subject)) return undefined;
      const all = subject.kind === 'user' || subject.session?.tags !== undefined;
      return tagOf(subject.resource, tag) ?? (all ? absent : undefined);
    },
  };
}

/**
 * For roles the ARN of the role, not of the session; for federated users that of the session. A stranger may name his principals
 * as he likes. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
function principalArn({ subject, partition }: KeySources): KeyValue | undefined {
  if (isPrincipal(subject)) return one((subject.kind === 'user' && sessionArn(subject)) || subject.arn);
  if (subject.kind === 'anonymous') return absent;
  const owner = accountOf(subject);
  if (owner === undefined) return undefined;
  const shape = text('arn:', ...partition, ':iam::', ...owner, ':', ownName);
  return { kind: 'open', present: 'yes', control: 'attacker', shape };
}

const ownName = {
  symbol: 'object:principal',
  kind: 'expression',
  settledBy: 'the name that the caller chose',
} as const;

/**
 * The unique id of the user or role, for a role with the name of the session.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html, "The principal table"
 */
function userId(subject: Subject): KeyValue | undefined {
  if (subject.kind === 'anonymous') return one('anonymous');
  if (!isPrincipal(subject)) return undefined;
  const { kind, resource, session } = subject;
  const sessionName: Text = session?.name ?? [chosenName];
  if (kind === 'user' && session?.obtained.kind === 'federation-token')
    return one(text(...subject.account, ':', ...sessionName));
  const attribute = kind === 'role' ? 'RoleId' : 'UserId';
  // What was read of an account tells it.
  const told = resource.properties.entries.get(attribute);
  const unique: Text = (told && textOf(told)) ?? [
    {
      symbol: `attribute:${resource.id}.${attribute}`,
      kind: 'attribute',
      settledBy: `the ${attribute} of ${resource.address}`,
    },
  ];
  return one(kind === 'role' ? text(...unique, ':', ...sessionName) : unique);
}

function userName(subject: Subject): KeyValue | undefined {
  if (subject.kind === 'account' || subject.kind === 'any-aws-account') return undefined;
  const isUser = subject.kind === 'user' && subject.session?.obtained.kind !== 'federation-token';
  return isUser ? one(subject.resource.name) : absent;
}

function principalType(subject: Subject): KeyValue | undefined {
  switch (subject.kind) {
    case 'user':
      return one(subject.session?.obtained.kind === 'federation-token' ? 'FederatedUser' : 'User');
    case 'role':
      return one('AssumedRole');
    case 'anonymous':
      return one('Anonymous');
    default:
      return undefined;
  }
}

function account(subject: Subject): KeyValue | undefined {
  return subject.kind === 'anonymous' ? absent : given(accountOf(subject));
}

function serviceName(subject: Subject): KeyValue {
  return subject.kind === 'service' ? one(subject.service) : absent;
}

type InOrganization = typeof organizationOf;

/** "Included only if the principal is a member of an organization"; a stranger is in none that a policy names. */
function inOrganization({ subject, options }: KeySources, read: InOrganization): KeyValue | undefined {
  if (subject.kind === 'anonymous' || subject.kind === 'service') return absent;
  return subject.kind === 'any-aws-account' ? otherOrganization : read(accountOf(subject), options);
}

/** Set only when a service calls for a resource. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
function sourceOrganization({ subject, options }: KeySources, read: InOrganization): KeyValue | undefined {
  if (subject.kind !== 'service') return absent;
  const source = sourceAccount(subject);
  return source?.[0] === strangersAccount ? otherOrganization : read(source, options);
}

function sourceAccount({ onBehalfOf }: Extract<Subject, { kind: 'service' }>): Text | undefined {
  return onBehalfOf?.account ?? (onBehalfOf?.arn === undefined ? undefined : accountField(onBehalfOf.arn));
}
