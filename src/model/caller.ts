import type { ResourceId } from './id.ts';
import type { PolicySource } from './policy.ts';
import type { Text } from './text.ts';

/** Who asks for access. What is not said of how he came to his credentials is open. */
export type Caller =
  /** A role or user of the input. */
  | { readonly kind: 'resource'; readonly resource: ResourceId; readonly session?: Session }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'any-aws-account' }
  /** Whoever holds all of an account, its root user included. */
  | { readonly kind: 'account'; readonly account: Text; readonly canonicalUser?: string }
  /** An AWS service by its principal, `sns.amazonaws.com`, for the resource in whose name it calls when that is known. */
  | { readonly kind: 'service'; readonly service: string; readonly onBehalfOf?: ServiceSource }
  /** Whoever has a token or assertion of the provider: its ARN, or the host name of its issuer. */
  | { readonly kind: 'federated'; readonly provider: Text; readonly claims?: Claims };

/** The resource that a service acts for: what `aws:SourceArn` and its kin say. An account of `strangersAccount` is nobody's. */
export interface ServiceSource {
  readonly arn?: Text;
  /** Without it, that of the ARN. */
  readonly account?: Text;
}

/** The account of a stranger: equal to no account of any policy, since it is not made of digits. */
export const strangersAccount = 'another-account';

/** What a token says, by claim in lower case: `sub`, `aud`, `repository`. Claims that are not listed are open. */
export type Claims = ReadonlyMap<string, KeyValue>;

/**
 * Credentials as they were got. `user-key`: the long-term key of a user. `session-token`: a user's temporary credentials
 * (GetSessionToken, the console). `federation-token`: GetFederationToken. `assume-role`: a role taken by another identity;
 * `web-identity` and `saml`: by a token. `workload`: handed to code by the service that runs it.
 */
export type SessionOrigin =
  | { readonly kind: 'user-key' }
  | { readonly kind: 'session-token' }
  | { readonly kind: 'federation-token' }
  | { readonly kind: 'assume-role' }
  | { readonly kind: 'web-identity'; readonly provider: Text; readonly claims?: Claims }
  | { readonly kind: 'saml'; readonly provider: Text; readonly claims?: Claims }
  | { readonly kind: 'workload'; readonly workload?: ResourceId };

/** A session of a role or user: what belongs to "acts as" besides the identity. Absent parts are open. */
export interface Session {
  readonly obtained: SessionOrigin;
  /** What follows the role in the session's ARN. Whoever took the role chose it, when it is absent. */
  readonly name?: Text;
  /** Policies passed when it was made, inline or by ARN: they limit what the identity allows. */
  readonly policies?: readonly PolicySource[];
  /** Every tag that was passed or handed down, by name; without it there may be others than those of the identity. */
  readonly tags?: ReadonlyMap<string, SessionTag>;
  /** Who made the session could pass any other tag, with any value. */
  readonly chosenTags?: true;
  readonly sourceIdentity?: Text | 'absent';
  /** Was a second factor shown when it was made? */
  readonly multiFactor?: boolean;
}

/** `transitive` ones are handed down to roles that the session takes, where nobody can change them. */
export interface SessionTag {
  readonly value: Text;
  readonly transitive: boolean;
}

/** Where a request comes from. Without an endpoint a request from a VPC leaves through a public address. */
export type RequestPlace =
  | { readonly kind: 'internet'; readonly addresses?: string }
  | { readonly kind: 'vpc'; readonly vpc: ResourceId; readonly endpoint?: ResourceId; readonly addresses?: string };

/** What is known of a condition key in one request. */
export type KeyValue =
  | { readonly kind: 'values'; readonly values: readonly Text[] }
  | { readonly kind: 'absent' }
  /** In the request or not (`present`), with a value that is not known; whoever asks can only give values of the `shape`. */
  | {
      readonly kind: 'open';
      readonly present: 'yes' | 'maybe';
      readonly control: ConditionControl;
      readonly shape?: Text;
      /** The address is one of the internet's: private ranges never match it. */
      readonly fromInternet?: boolean;
      readonly range?: KeyRange;
    };

/** Between what a key's value lies, ends included: a number, or a moment in milliseconds since 1970. */
export interface KeyRange {
  readonly kind: 'number' | 'date';
  readonly least: number;
  readonly greatest: number;
}

/** Who decides whether an open condition of an Allow holds. */
export type ConditionControl = 'attacker' | 'environment' | 'topology' | 'never' | 'unknown';
