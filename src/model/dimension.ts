import type {
  Capacity,
  DataHolding,
  EncryptionAtRest,
  PublicAccessGate,
  Recovery,
  SecretInClear,
} from './data-keeping.ts';
import type { ControlPlaneDoor, EncryptionInTransit, Endpoint, Forward, Turn } from './entry.ts';
import type { Fact } from './fact.ts';
import type { NetworkPart } from './network.ts';
import type { Origin } from './origin.ts';
import type { PolicySource } from './policy.ts';
import type { Setting } from './setting.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';
import type { RunsAs, Software, Workload } from './workload.ts';

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

export interface LogSource {
  readonly what: 'access' | 'audit' | 'execution' | 'flow' | 'query';
  readonly on: boolean;
  /** What the service calls it, where it has several that are switched one by one: `slowquery`, `authenticator`. */
  readonly name?: string;
  readonly to?: Value;
}

export type Principal =
  | { readonly kind: 'role'; readonly maxSessionSeconds?: number; readonly serviceLinked: boolean }
  | { readonly kind: 'user'; readonly accessKeys: number; readonly loginProfile: boolean }
  | { readonly kind: 'group' };

/** A control that stands before, or works on, an element. `inForce` says whether it does its work. */
export interface Protection {
  /** Control id of the catalogue: `web-acl`, `rate-limit`, `mfa`. */
  readonly control: string;
  readonly inForce: Fact<boolean>;
  readonly by?: Value;
  readonly origin: Origin;
}
