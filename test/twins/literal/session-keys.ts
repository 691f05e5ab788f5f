import { isPrincipal, type Subject } from '../../../src/define/access/subject.ts';
import type { KeyValue, Session } from '../../../src/model/caller.ts';
import { absent, type KeySources, one, open } from './key-sources.ts';

type Reader = (session: Session, asOf: string) => KeyValue | undefined;

/**
 * Keys that tell how the caller came to his credentials.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Properties of a role session"
 */
const readers: Readonly<Record<string, Reader>> = {
  // "Present in the request context only when the principal uses temporary credentials": never with a user's own key.
  'aws:tokenissuetime': ({ obtained }, asOf) => (obtained.kind === 'user-key' ? absent : issued('yes', asOf)),
  'aws:multifactorauthpresent': secondFactor,
  'aws:multifactorauthage': (session) => {
    const shown = secondFactor(session);
    return shown?.kind === 'values' && shown.values[0]?.[0] === 'true'
      ? {
          kind: 'open',
          present: 'yes',
          control: 'environment',
          range: { kind: 'number', least: 0, greatest: Number.MAX_VALUE },
        }
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
export function sessionKey(name: string, { subject, system: { asOf } }: KeySources): KeyValue | undefined {
  if (!isPrincipal(subject)) return withoutSession(name, subject, asOf);
  const { session } = subject;
  if (session === undefined)
    // A role has temporary credentials only.
    return name === 'aws:tokenissuetime' ? issued(subject.kind === 'role' ? 'yes' : 'maybe', asOf) : undefined;
  if (Object.hasOwn(readers, name)) return readers[name]?.(session, asOf);
  const tag = /^aws:principaltag\/(.*)$/.exec(name)?.[1];
  if (tag === undefined) return undefined;
  // "Session tags override tags of the same key": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
  for (const [key, { value }] of session.tags ?? []) if (key.toLowerCase() === tag) return one(value);
  return session.chosenTags === true ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
}

/**
 * "Acceptable durations for IAM user sessions range from 900 seconds (15 minutes) to 129,600 seconds (36 hours)", and nothing
 * lasts longer: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
function issued(present: 'yes' | 'maybe', asOf: string): Extract<KeyValue, { kind: 'open' }> {
  const oldest = new Date(`${asOf}T00:00:00Z`).getTime() - 129_600_000;
  return { kind: 'open', present, control: 'environment', range: { kind: 'date', least: oldest, greatest: latest } };
}

/** The last moment that a Date can tell. */
const latest = 8.64e15;

/** Strangers may well use a second factor and any kind of credentials, which is no hurdle for them. */
function withoutSession(name: string, { kind }: Subject, asOf: string): KeyValue | undefined {
  if (!/^aws:(multifactorauth(present|age)|tokenissuetime)$/.test(name)) return undefined;
  if (kind === 'anonymous') return absent;
  if (kind === 'service' && name !== 'aws:tokenissuetime') return absent;
  const isStranger = kind === 'any-aws-account';
  if (name === 'aws:tokenissuetime')
    return isStranger ? { ...issued('maybe', asOf), control: 'attacker' } : issued('maybe', asOf);
  return isStranger ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
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
