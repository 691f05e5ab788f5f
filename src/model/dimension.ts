import type { Fact } from './fact.ts';
import type { NetworkPart } from './network.ts';
import type { Origin } from './origin.ts';
import type { PolicySource } from './policy.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

/** The questions that every resource type in depth answers, or says with a reason that they do not apply. */
export interface Answers {
  /** Where it stands. */
  readonly placement: Placement;
  /** The roles that AWS lets it act as. */
  readonly runsAs: readonly RunsAs[];
  /** How callers reach it and who is let in before any policy is asked. */
  readonly endpoints: readonly Endpoint[];
  readonly encryptionAtRest: EncryptionAtRest;
  readonly encryptionInTransit: EncryptionInTransit;
  /** Every kind of log that it can write, whether on or off. */
  readonly logging: readonly LogSource[];
  readonly recovery: Recovery;
  /** Secrets that stand in the input in clear. */
  readonly secretsInClear: readonly SecretInClear[];
  readonly software: readonly Software[];
  readonly resourcePolicy: readonly PolicySource[];
}

/** Answers that only some types give; absent means none. */
export interface StructuralAnswers {
  /** The identity that it is. */
  readonly principal: Principal;
  readonly identityPolicies: readonly PolicySource[];
  readonly trustPolicy: readonly PolicySource[];
  readonly permissionsBoundary: readonly PolicySource[];
  /** Of what hands out sessions of roles: the policies that limit each of these sessions; none limits nothing. */
  readonly sessionPolicies: readonly PolicySource[];
  /** Groups that a user is in. */
  readonly memberOf: readonly Value[];
  readonly network: readonly NetworkPart[];
  /** Where it sends requests, events, data and logs. */
  readonly forwards: readonly Forward[];
  /** Its place among those that answer requests in turn. */
  readonly turn: Turn;
  /** Grants of a KMS key, each as the policy that it is equal to. */
  readonly keyGrants: readonly PolicySource[];
  /** The aliases of a KMS key, `alias/orders`. */
  readonly keyAliases: readonly Text[];
  /** Gates that stop public grants before any policy counts (S3 Block Public Access). */
  readonly publicAccessGate: PublicAccessGate;
  /** Controls that guard it when in force, by control id: a web ACL with its default action, a rate limit, MFA … */
  readonly protections: readonly Protection[];
  /** Ways in that AWS's control plane opens, whatever the network lets pass. */
  readonly controlPlane: readonly ControlPlaneDoor[];
  /** Capabilities of a workload that decide what an attacker inside it gets. */
  readonly workload: Workload;
  /** What of value it holds, as far as its type tells. */
  readonly holds: DataHolding;
  /** Settings with one boolean meaning that rules ask for by name; see `Setting`. */
  readonly settings: Readonly<Partial<Record<Setting, Fact<boolean>>>>;
  /** What it can bear at most, where that is bought in advance: one entry a kind of load, and one for what adjusts it. */
  readonly capacity: readonly Capacity[];
}

export type Dimension = keyof Answers;

/** The questions in the order in which knowledge answers them and reports show them. */
export const everyTypeAnswers = [
  'placement',
  'runsAs',
  'endpoints',
  'encryptionAtRest',
  'encryptionInTransit',
  'logging',
  'recovery',
  'secretsInClear',
  'software',
  'resourcePolicy',
] as const satisfies readonly Dimension[];

export type AnyDimension = keyof Answers | keyof StructuralAnswers;
export type AnswerOf<D extends AnyDimension> = (Answers & StructuralAnswers)[D];

/** `subnets` and `securityGroups` stay values (references); rules ask the System to resolve them. */
export interface Placement {
  /** `vpc`: has interfaces in subnets. `region`: a managed regional service. `edge` and `global`: outside any region. */
  readonly zone: 'vpc' | 'region' | 'edge' | 'global';
  readonly vpc?: Value;
  readonly subnets: readonly Value[];
  readonly securityGroups: readonly Value[];
  /** Has it a public address? `by-subnet`: the subnet's setting decides. */
  readonly publicAddress: Fact<'yes' | 'no' | 'by-subnet'>;
  /** Has it an IPv6 address? Absent: as its subnet gives them when `publicAddress` is `by-subnet`, else no. */
  readonly ipv6Address?: Fact<'yes' | 'no' | 'by-subnet'>;
  /** Network interfaces of their own that are attached to it, with the addresses that these have. */
  readonly interfaces?: readonly Value[];
  /** It works only where its subnets have a route to an internet gateway (an internet-facing load balancer). */
  readonly needsPublicSubnets?: true;
  /** No security group stands before it at all; otherwise an empty list means the default group of the VPC. */
  readonly unfiltered?: true;
}

export interface RunsAs {
  readonly role: Value;
  /** `workload`: code that customers write holds its credentials. `service`: only AWS uses it, for the customer. */
  readonly purpose: 'workload' | 'service';
  /** Service principal that the role must trust, `lambda.amazonaws.com`. */
  readonly service: string;
}

/**
 * `ssm`: Session Manager and Run Command, over the agent in the machine. `serial-console`: the machine's console.
 * `ecs-exec`: a command in a container. `data-api`: SQL through the service's API. `cluster-api`: the API of a cluster.
 * `presigned-url`: a notebook's address that the API hands out.
 */
export type ControlPlaneKind = 'ssm' | 'serial-console' | 'ecs-exec' | 'data-api' | 'cluster-api' | 'presigned-url';

/** A way in that the control plane opens to whom IAM lets. */
export interface ControlPlaneDoor {
  readonly kind: ControlPlaneKind;
  readonly on: Fact<boolean>;
  readonly origin: Origin;
}

export type Authentication =
  | 'none'
  | 'iam'
  | 'jwt'
  | 'cognito'
  | 'custom'
  | 'api-key'
  | 'mutual-tls'
  | 'password'
  | 'network'
  | 'signed';

/** One way in. */
export interface Endpoint {
  /** Tells it from others of one element, the HTTP method first where it has one: `GET /orders`. */
  readonly name?: string;
  /** What holds until a part of the element states a way in of this name. */
  readonly standsIn?: true;
  /** `https`, `http`, `tcp`, `postgres`, `mysql`, `ssh` … */
  readonly protocol: string;
  /** Null: any port (a service API is 443). */
  readonly port: number | null;
  readonly authentication: Fact<Authentication>;
  /** `internet`: an AWS-run public endpoint. `network`: wherever its interfaces can be reached from; ask Reach. `account`: through the AWS API. */
  readonly audience: Fact<'internet' | 'network' | 'account'>;
  /** Blocks of addresses that the public endpoint of AWS is open to, where not to all. */
  readonly sources?: readonly Value[];
  readonly encrypted: Fact<'required' | 'optional' | 'none'>;
  /** Of several addresses of its interfaces it answers at the public ones alone, or at the private ones alone. */
  readonly at?: 'public-address' | 'private-address';
  /** It is there for the customer's own people and systems: to administrate a cluster, not to serve callers. */
  readonly internal?: true;
  readonly origin: Origin;
}

export interface EncryptionAtRest {
  readonly by: 'none' | 'aws-owned-key' | 'aws-managed-key' | 'customer-key';
  readonly key?: Value;
}

export interface EncryptionInTransit {
  /** `required`: callers cannot use plain text. `optional`: they can. `none`: there is no encryption. */
  readonly state: 'required' | 'optional' | 'none';
  readonly minimumTls?: '1.0' | '1.1' | '1.2' | '1.3';
}

export interface LogSource {
  readonly what: 'access' | 'audit' | 'execution' | 'flow' | 'query';
  readonly on: boolean;
  /** What the service calls it, where it has several that are switched one by one: `slowquery`, `authenticator`. */
  readonly name?: string;
  readonly to?: Value;
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

export interface Software {
  /** `python3.9`, `postgres 11.5`, `kubernetes 1.24`. */
  readonly product: string;
  /** Day on which its support ends or ended, `YYYY-MM-DD`; absent when not known. */
  readonly endOfSupport?: string;
}

export type Principal =
  | { readonly kind: 'role'; readonly maxSessionSeconds?: number; readonly serviceLinked: boolean }
  | { readonly kind: 'user'; readonly accessKeys: number; readonly loginProfile: boolean }
  | { readonly kind: 'group' };

/** A connection or hand-over that the configuration states. One end is the resource itself unless `from` is given. */
export interface Forward {
  /** Value that refers to the other end; or a text such as a host name. */
  readonly to: Value;
  /** When the resource only states a connection between two others (an event source mapping, a subscription). */
  readonly from?: Value;
  readonly kind: 'request' | 'invoke' | 'event' | 'data' | 'log' | 'replication' | 'deployment' | 'secret';
  readonly protocol: string;
  readonly port: number | null;
  /** Called on this port as well: the sender speaks to the receiver as it was spoken to. */
  readonly otherPort?: number;
  readonly encrypted: Fact<boolean>;
  /** Does the receiver see the address of whoever called the sender? A load balancer of connections may keep it. */
  readonly keepsCaller?: Fact<boolean>;
  /** Blocks of addresses: only what the sender gets from one of them does it hand on. Absent: whatever it gets. */
  readonly sources?: readonly Value[];
  /** What stands in a VPC and opens the connection in the sender's stead: the link of an API. */
  readonly through?: Value;
  /**
   * The service of AWS that the receiver's rules see, since it calls from interfaces of its own in the VPC: `cloudfront`.
   * Rules may name its prefix list, or the security group that it makes for these interfaces.
   */
  readonly asService?: string;
  /** The sender calls the receiver's public address over the internet; `asService` names whose addresses it calls from. */
  readonly publicly?: true;
  /** How the sender proves who it is to the receiver. */
  readonly authentication: Authentication;
  /** How callers show the sender who they are before it hands this on; absent where this way asks for nothing of its own. */
  readonly asks?: Authentication;
  /** For people: `event source mapping OrdersMapping polls the queue`. */
  readonly because: string;
  readonly origin: Origin;
}

/** One of several that look at a request one after the other: the first whose conditions hold answers it, and no later one. */
export interface Turn {
  /** What they belong to. */
  readonly among: Value;
  /** The smaller comes first; `last` after all that have a number. */
  readonly order: Fact<number | 'last'>;
  /** Does it answer whatever comes to it? */
  readonly takesAll: Fact<boolean>;
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

/** A control that stands before, or works on, an element. `inForce` says whether it does its work. */
export interface Protection {
  /** Control id of the catalogue: `web-acl`, `rate-limit`, `mfa`. */
  readonly control: string;
  readonly inForce: Fact<boolean>;
  readonly by?: Value;
  readonly origin: Origin;
}

export interface Workload {
  /** Instance metadata: can code, or a request that it is tricked into, read credentials without a session token? */
  readonly metadata: Fact<'token-required' | 'token-optional' | 'off' | 'none'>;
  readonly privileged: Fact<boolean>;
  /** Who can open a shell in it through AWS's control plane: `ssm`, `ecs-exec` … */
  readonly controlPlaneShells: readonly string[];
  /** Where its code comes from: `inline`, an object in a bucket, an image, a template. */
  readonly code: readonly CodeSource[];
}

export interface CodeSource {
  /** `download`: fetched from the internet and run while the workload starts; `location` is its address. */
  readonly kind: 'inline' | 'object' | 'image' | 'repository' | 'download' | 'unknown';
  readonly bucket?: Value;
  readonly location?: Text;
  /** A digest, version or signature fixes what runs. */
  readonly pinned: boolean;
  readonly origin: Origin;
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

/**
 * Boolean meanings that more than one type shares. `keyRotation`: the key is rotated by itself. `immutable`: content
 * cannot be changed or deleted for a time. `selfSignUp`: strangers may create accounts. `mfaRequired`: a second factor
 * is demanded. `throttled`: a limit on the rate of requests is set. `deadLetters`: failed messages are kept.
 * `validated`: log files carry digests. `multiRegion`: covers all regions. `requestValidation`: input is checked against
 * a model. `wholeRecordSet`: all tables are taken over with all columns. `administratorSignIn`: it signs in to a database
 * as its administrator. `imageScanning`: images are scanned. `tagImmutability`: image tags cannot be moved. `iamSignIn`: a
 * database takes IAM tokens in place of passwords. `encryptedBetweenNodes`: its machines talk to each other encrypted.
 * `watched`: what is recorded goes where alarms can look at it. `actsOnAlarm`: somebody is told. `dropsMalformed`: headers
 * that break HTTP's grammar are dropped. `blocksKnownAttacks`: requests that carry known exploits are stopped.
 * `anyOriginAllowed`: pages of every website may read answers. `provesItself`: it shows a certificate to what it calls.
 * `riskBasedSignIn`: sign-ins that look wrong are stopped. `trafficThroughVpc`: what it sends passes the customer's network.
 * `enforced`: clients cannot override its settings. `healthChecked`: members whose application is dead are replaced.
 * `crossZone`: requests are spread over the targets of all zones. `replicated`: a copy is
 * kept in another region or account. `dedicatedManagers`: nodes that lead the cluster do nothing else.
 * `connectionsReviewed`: somebody accepts each connection.
 * `wildcardName`: a certificate for all names of a domain. `wellKnownAdministrator`: the first user has the name that the
 * documentation uses. `hostFilesMounted`: containers hold folders of the host that control it. `hostNetwork`: containers
 * share the network of their host. `rootUser`: who works in it
 * is root. `deployed`: it answers at all, since a part of it that says so is there. `readOnlyRoot`: code in it cannot change the system below. `metadataBeyondHost`: containers on the machine reach
 * its metadata service. `passesByDefault`: a firewall lets pass what no rule names. `signsToBuckets`: a distribution proves who it is to the buckets that it reads.
 */
export type Setting =
  | 'keyRotation'
  | 'immutable'
  | 'selfSignUp'
  | 'mfaRequired'
  | 'throttled'
  | 'deadLetters'
  | 'validated'
  | 'multiRegion'
  | 'requestValidation'
  | 'imageScanning'
  | 'tagImmutability'
  | 'secretRotation'
  | 'autoMinorUpgrade'
  | 'strongPasswords'
  | 'wholeRecordSet'
  | 'administratorSignIn'
  | 'iamSignIn'
  | 'encryptedBetweenNodes'
  | 'watched'
  | 'actsOnAlarm'
  | 'dropsMalformed'
  | 'blocksKnownAttacks'
  | 'anyOriginAllowed'
  | 'provesItself'
  | 'riskBasedSignIn'
  | 'trafficThroughVpc'
  | 'enforced'
  | 'healthChecked'
  | 'crossZone'
  | 'replicated'
  | 'dedicatedManagers'
  | 'connectionsReviewed'
  | 'wildcardName'
  | 'wellKnownAdministrator'
  | 'signsToBuckets'
  | 'hostFilesMounted'
  | 'hostNetwork'
  | 'rootUser'
  | 'readOnlyRoot'
  | 'deployed'
  | 'metadataBeyondHost'
  | 'passesByDefault';
