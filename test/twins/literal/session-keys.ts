import { isPrincipal, type Subject } from '../../../src/define/access/subject.ts';
import type { KeyValue, Session } from '../../../src/model/caller.ts';
import { absent, type KeySources, one, open } from './key-sources.ts';

type Reader = (session: Session) => KeyValue | undefined;

/**
 * Keys that tell how the caller came to his credentials.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Properties of a role session"
 */
const readers: Readonly<Record<string, Reader>> = {
  // "Present in the request context only when the principal uses temporary credentials": never with a user's own key.
  'aws:tokenissuetime': ({ obtained }) => (obtained.kind === 'user-key' ? absent : open('aws:tokenissuetime', 'yes')),
  'aws:multifactorauthpresent': secondFactor,
  'aws:multifactorauthage': (session) => {
    const shown = secondFactor(session);
    return shown?.kind === 'values' && shown.values[0]?.[0] === 'true'
      ? open('aws:multifactorauthage', 'yes')
      : shown === undefined
        ? undefined
        : absent;
  },
  'aws:sourceidentity': ({ sourceIdentity, obtained }) => {
    if (obtained.kind === 'user-key' || sourceIdentity === 'absent') return absent;
    return sourceIdentity === undefined ? undefined : one(sourceIdentity);
  },
  'aws:federatedprovider': ({ obtained }) =>
    obtained.kind === 'web-identity' || obtained.kind === 'saml' ? one(obtained.provider) : absent,
  'aws:ec2instancesourcevpc': ofWorkload,
  'aws:ec2instancesourceprivateipv4': ofWorkload,
  'ec2:sourceinstancearn': ofWorkload,
  'ec2:roledelivery': ofWorkload,
  'lambda:sourcefunctionarn': ofWorkload,
};

/** What a session tells of a key, by lower-case name; undefined when it tells nothing, or there is none. */
export function sessionKey(name: string, { subject }: KeySources): KeyValue | undefined {
  if (!isPrincipal(subject)) return withoutSession(name, subject);
  const { session } = subject;
  if (session === undefined)
    // A role has temporary credentials only.
    return name === 'aws:tokenissuetime' && subject.kind === 'role' ? open(name, 'yes') : undefined;
  if (Object.hasOwn(readers, name)) return readers[name]?.(session);
  const tag = /^aws:principaltag\/(.*)$/.exec(name)?.[1];
  if (tag === undefined) return undefined;
  // "Session tags override tags of the same key": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
  for (const [key, { value }] of session.tags ?? []) if (key.toLowerCase() === tag) return one(value);
  return session.chosenTags === true ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
}

/** Strangers may well use a second factor and any kind of credentials, which is no hurdle for them. */
function withoutSession(name: string, { kind }: Subject): KeyValue | undefined {
  if (!/^aws:(multifactorauth(present|age)|tokenissuetime)$/.test(name)) return undefined;
  if (kind === 'anonymous') return absent;
  if (kind === 'service' && name !== 'aws:tokenissuetime') return absent;
  return kind === 'any-aws-account' ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
}

/**
 * "Not present when a principal uses long-term credentials", and in credentials from a token or a service at most `false`:
 * no second factor of AWS is part of how they are made. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function secondFactor({ obtained, multiFactor }: Session): KeyValue | undefined {
  switch (obtained.kind) {
    case 'user-key':
    case 'federation-token':
      return absent;
    case 'web-identity':
    case 'saml':
    case 'workload':
      return { kind: 'open', present: 'maybe', control: 'environment', shape: ['false'] };
    case 'assume-role':
      if (multiFactor === false) return { kind: 'open', present: 'maybe', control: 'environment', shape: ['false'] };
  }
  return multiFactor === undefined ? open('aws:multifactorauthpresent', 'yes') : one(multiFactor ? 'true' : 'false');
}

/** Open for the credentials of code; nobody else's have it. */
function ofWorkload({ obtained }: Session): KeyValue | undefined {
  return obtained.kind === 'workload' ? undefined : absent;
}
