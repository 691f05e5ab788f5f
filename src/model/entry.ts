import type { Fact } from './fact.ts';
import type { Origin } from './origin.ts';
import type { Value } from './value.ts';

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

export interface EncryptionInTransit {
  /** `required`: callers cannot use plain text. `optional`: they can. `none`: there is no encryption. */
  readonly state: 'required' | 'optional' | 'none';
  readonly minimumTls?: '1.0' | '1.1' | '1.2' | '1.3';
}

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
