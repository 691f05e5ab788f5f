import { isTokenClaim } from '../../../catalog/data/condition-keys.ts';
import { isKnownClaim } from '../../../catalog/data/identity-providers.ts';
import type { Claims, KeyRange, KeyValue, Session } from '../../../model/caller.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf, type Text } from '../../../model/text.ts';
import { isPrincipal, type PrincipalSubject, type Subject } from '../subject.ts';
import { absent, type KeyRule, type KeySources, one, open } from './key-rule.ts';

type Said = KeyValue | undefined;

/**
 * Keys that tell how somebody came to his credentials.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Properties of a role session"
 */
export const sessionRules: Readonly<Record<string, KeyRule>> = {
  'aws:tokenissuetime': { scope: 'standing', value: issueTime },
  'aws:multifactorauthpresent': told(secondFactor, withoutFactor),
  'aws:multifactorauthage': told(factorAge, withoutFactor),
  'aws:sourceidentity': told((subject) => sourceIdentity(subject.session)),
  'aws:federatedprovider': told(({ session }) => federatedProvider(session)),
  'aws:ec2instancesourcevpc': ofCode('AWS::EC2::Instance', vpcOf),
  'aws:ec2instancesourceprivateipv4': ofCode('AWS::EC2::Instance'),
  'ec2:sourceinstancearn': ofCode('AWS::EC2::Instance', arnOf),
  'ec2:roledelivery': ofCode('AWS::EC2::Instance'),
  'lambda:sourcefunctionarn': ofCode('AWS::Lambda::Function', arnOf),
};

function told(
  ofPrincipal: (subject: PrincipalSubject) => Said,
  ofOthers: (kind: Subject['kind']) => Said = () => undefined,
): KeyRule {
  return {
    scope: 'standing',
    value: ({ subject }) => (isPrincipal(subject) ? ofPrincipal(subject) : ofOthers(subject.kind)),
  };
}

/** Strangers may well have a second factor and any kind of credentials, which is no hurdle for them. */
function strangers(kind: Subject['kind']): Said {
  return kind === 'any-aws-account' ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
}

function withoutFactor(kind: Subject['kind']): Said {
  return kind === 'anonymous' || kind === 'service' ? absent : strangers(kind);
}

const HOUR = 3_600_000;
/**
 * Hours for which temporary credentials last at most: 36 for GetSessionToken and GetFederationToken, 12 for roles, of which
 * those of instances have no such limit but are renewed every few hours.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html
 */
const LONGEST_SESSION = 36;

/**
 * Only temporary credentials have it, and a role has no others. Whoever asks today has none that ran out before: a policy that
 * revokes the sessions of last month means nobody, and one that lets only these in means nobody either. That a session is
 * to be younger than some moment to come is left open, since whoever waits has one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
function issueTime({ subject, system }: KeySources): Said {
  const since = Date.parse(`${system.asOf}T00:00:00Z`) - LONGEST_SESSION * HOUR;
  const issued = (present: 'yes' | 'maybe', control?: 'attacker'): KeyValue => ({
    ...open('aws:tokenissuetime', present, control),
    ...(!Number.isNaN(since) && { range: { kind: 'date', least: since, greatest: Number.POSITIVE_INFINITY } }),
  });
  if (!isPrincipal(subject)) {
    if (subject.kind === 'anonymous') return absent;
    return issued('maybe', subject.kind === 'any-aws-account' ? 'attacker' : undefined);
  }
  if (subject.session === undefined) return issued(subject.kind === 'role' ? 'yes' : 'maybe');
  return subject.session.obtained.kind === 'user-key' ? absent : issued('yes');
}

/**
 * "Not present when a principal uses long-term credentials." Only AssumeRole and GetSessionToken take a second factor, so that
 * credentials from a token or a service have none; and what AssumeRole returned hands none on to a further role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function secondFactor({ session }: PrincipalSubject): Said {
  if (session === undefined) return undefined;
  switch (session.obtained.kind) {
    case 'user-key':
    case 'federation-token':
      return absent;
    case 'session-token':
      return shown(session);
    case 'assume-role':
      return session.multiFactor === false ? neverTrue : shown(session);
    default:
      return neverTrue;
  }
}

/** In the request or not, but not with `true`. */
const neverTrue: KeyValue = { kind: 'open', present: 'maybe', control: 'environment', shape: ['false'] };

function shown({ multiFactor }: Session): KeyValue {
  return multiFactor === undefined ? open('aws:multifactorauthpresent', 'yes') : one(String(multiFactor));
}

function factorAge(subject: PrincipalSubject): Said {
  const present = secondFactor(subject);
  if (present === undefined) return undefined;
  const isShown = present.kind === 'values' && literalOf(present.values[0] ?? []) === 'true';
  return isShown ? { ...open('aws:multifactorauthage', 'yes'), range: anyAge } : absent;
}

/** In seconds. */
const anyAge: KeyRange = { kind: 'number', least: 0, greatest: Number.POSITIVE_INFINITY };

function sourceIdentity(session: Session | undefined): Said {
  if (session === undefined) return undefined;
  if (session.obtained.kind === 'user-key' || session.sourceIdentity === 'absent') return absent;
  return session.sourceIdentity === undefined ? undefined : one(session.sourceIdentity);
}

function federatedProvider(session: Session | undefined): Said {
  if (session === undefined) return undefined;
  const { obtained } = session;
  return obtained.kind === 'web-identity' || obtained.kind === 'saml' ? one(obtained.provider) : absent;
}

/**
 * For credentials of code, of workloads of one type: what the workload tells, wherever the credentials are used afterwards.
 * Open where the workload is not known; nobody else's have it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Properties of a role session"
 */
function ofCode(type: string, read: (workload: Resource, sources: KeySources) => Said = () => undefined): KeyRule {
  return {
    scope: 'standing',
    value(sources) {
      if (!isPrincipal(sources.subject) || sources.subject.session === undefined) return undefined;
      const { obtained } = sources.subject.session;
      if (obtained.kind !== 'workload') return absent;
      const workload = obtained.workload === undefined ? undefined : sources.system.resource(obtained.workload);
      if (workload === undefined) return undefined;
      if (workload.type === type) return read(workload, sources);
      return hasOwnKeys.has(workload.type) ? absent : undefined;
    },
  };
}

/** Workloads whose credentials carry keys that tell of them, and so none of those that tell of others. */
const hasOwnKeys: ReadonlySet<string> = new Set(['AWS::EC2::Instance', 'AWS::Lambda::Function']);

function arnOf({ arn }: Resource): Said {
  return arn === undefined ? undefined : one(arn);
}

/** The VPC of the instance's subnet, by name. */
function vpcOf({ id, properties }: Resource, { system }: KeySources): Said {
  const subnet = properties.entries.get('SubnetId');
  const [end] = subnet === undefined ? [] : system.resolve(subnet, id, ['AWS::EC2::Subnet']);
  const stated = end?.kind === 'resource' ? end.resource.properties.entries.get('VpcId') : undefined;
  if (end?.kind !== 'resource' || stated === undefined) return undefined;
  const [vpc] = system.resolve(stated, end.resource.id, ['AWS::EC2::VPC']);
  return vpc?.kind === 'resource' ? one(vpc.resource.name) : undefined;
}

/** `aws:PrincipalTag/…` of the session, which comes before the identity's own tags. */
export function sessionTagRule(tag: string): KeyRule {
  return {
    scope: 'principal',
    value({ subject }) {
      const session = isPrincipal(subject) ? subject.session : undefined;
      for (const [name, { value }] of session?.tags ?? []) if (name.toLowerCase() === tag) return one(value);
      return session?.chosenTags === true ? { kind: 'open', present: 'maybe', control: 'attacker' } : undefined;
    },
  };
}

/**
 * A claim of a token, `token.actions.githubusercontent.com:sub`. A key of another issuer, or one that STS makes of no claim of
 * this one, is in no request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function claimRule(name: string): KeyRule | undefined {
  const end = name.lastIndexOf(':');
  const [issuer, claim] = [name.slice(0, end), name.slice(end + 1)];
  if (!isTokenClaim(issuer)) return undefined;
  return { scope: 'standing', value: ({ subject }) => claimOf(subject, { name, issuer, claim }) };
}

interface ClaimKey {
  readonly name: string;
  readonly issuer: string;
  readonly claim: string;
}

function claimOf(subject: Subject, { name, issuer, claim }: ClaimKey): Said {
  const token = tokenOf(subject);
  if (token === undefined || token === 'none') return token === undefined ? undefined : absent;
  const said = token.claims?.get(claim);
  const host = issuerOf(token.provider)?.toLowerCase();
  // A provider whose name only deployment tells may be the one that is meant.
  if (host === undefined) return said ?? open(name);
  if (host !== issuer || (host !== 'saml' && !isKnownClaim(issuer, claim))) return absent;
  const always = host !== 'saml' && (claim === 'sub' || claim === 'aud');
  return said ?? open(name, always ? 'yes' : 'maybe');
}

interface Token {
  readonly provider: Text;
  readonly claims?: Claims;
}

/** Undefined where it is not known how the caller came to his session. */
function tokenOf(subject: Subject): Token | 'none' | undefined {
  if (subject.kind === 'federated') return subject;
  if (subject.kind !== 'role') return 'none';
  const obtained = subject.session?.obtained;
  if (obtained?.kind === 'web-identity' || obtained?.kind === 'saml') return obtained;
  return obtained === undefined ? undefined : 'none';
}

/** `saml` for providers of that kind, else the host name; undefined when only deployment tells. */
function issuerOf(provider: Text): string | undefined {
  if (provider.some((part) => typeof part === 'string' && part.includes('saml-provider/'))) return 'saml';
  return literalOf(provider)
    ?.replace(/^arn:[^/]*:oidc-provider\//, '')
    .replace(/^https?:\/\//, '');
}
