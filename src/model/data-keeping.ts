import type { Origin } from './origin.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

export interface EncryptionAtRest {
  readonly by: 'none' | 'aws-owned-key' | 'aws-managed-key' | 'customer-key';
  readonly key?: Value;
}

/** What brings it back after loss. `unsupported` where the service has no such thing. */
export interface Recovery {
  readonly backups: 'none' | 'automatic' | 'versions' | 'point-in-time' | 'unsupported';
  readonly retentionDays?: number;
  readonly deletionProtection: 'on' | 'off' | 'unsupported';
  /** Failure of one zone: does it go on? `by-members`: its data lies in many, and its instances decide who answers. */
  readonly zones: 'one' | 'many' | 'by-placement' | 'by-members' | 'unsupported';
}

/** Room for one kind of load: `reads`, `writes of index ByOwner`. */
export interface Capacity {
  readonly what: string;
  /** Does something adjust it to the load? */
  readonly scales: boolean;
}

export interface SecretInClear {
  /** The semantic name: environment variable, parameter or property. Never the secret. */
  readonly name: string;
  /** `environment`, `user data`, `parameter default`, `property` … */
  readonly where: string;
  readonly origin: Origin;
}

/** All four of S3's switches, or their like elsewhere. */
export interface PublicAccessGate {
  readonly blocksPublicPolicies: boolean;
  readonly blocksPublicAcls: boolean;
  /** Nobody chose it: AWS blocks what is made since April 2023, and leaves what is older as it was. */
  readonly byDefault?: true;
  /** Names of switches that are off, where somebody chose; each is a second barrier where another holds. */
  readonly off?: readonly string[];
  /** A canned ACL that is public, when ACLs are in force. */
  readonly publicAcl?: 'read' | 'read-write' | 'authenticated-read';
  /** A canned ACL that is public, and void only because ACLs are not in force. */
  readonly voidAcl?: 'read' | 'read-write' | 'authenticated-read';
  /** Grants of an access control list, when such lists are in force. */
  readonly grants?: readonly AclGrant[];
}

/** One line of an S3 access control list. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
export interface AclGrant {
  readonly grantee:
    | { readonly kind: 'canonical-user'; readonly id: Text }
    | { readonly kind: 'all-users' | 'authenticated-users' | 'log-delivery' };
  readonly permission: 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';
}

export interface DataHolding {
  readonly what:
    | 'objects'
    | 'files'
    | 'records'
    | 'messages'
    | 'secrets'
    | 'keys'
    | 'logs'
    | 'images'
    | 'identities'
    | 'configuration'
    | 'code';
  /** Worth of the data when nothing else is said, 1 (low) to 3 (high), for each of the three. */
  readonly confidentiality: 1 | 2 | 3;
  readonly integrity: 1 | 2 | 3;
  readonly availability: 1 | 2 | 3;
}
