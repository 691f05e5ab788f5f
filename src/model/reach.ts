import type { Authentication, ControlPlaneKind } from './entry.ts';
import type { Guard } from './guard.ts';
import type { ResourceId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Resource } from './resource.ts';

/** One end of a connection. */
export type NetworkEnd =
  | { readonly kind: 'internet' }
  | { readonly kind: 'resource'; readonly resource: ResourceId }
  | { readonly kind: 'cidr'; readonly cidr: string };

export interface Connection {
  /** `unknown` names in `because` the input that would settle it. */
  readonly verdict: 'open' | 'blocked' | 'unknown';
  /** Inclusive port ranges that are open, for TCP unless said otherwise. */
  readonly ports: readonly PortRange[];
  readonly guard: Guard;
  /** Rules and components that let it pass, in the order of the way. */
  readonly through: readonly Hop[];
  /** The first component on the way that stops it, and those behind that one that would stop it by themselves. */
  readonly blockedBy?: Hop;
  readonly alsoBlockedBy?: readonly Hop[];
  readonly settledBy?: string;
  /** The front door or load balancer that hands requests on; absent when the connection itself is opened. */
  readonly via?: ResourceId;
}

export interface PortRange {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'all';
  readonly from: number;
  readonly to: number;
}

export interface Hop {
  readonly component:
    | 'security-group'
    | 'network-acl'
    | 'route'
    | 'gateway'
    | 'public-address'
    | 'load-balancer'
    | 'listener'
    | 'target-group'
    | 'front-door'
    | 'trigger'
    | 'peering'
    | 'transit-gateway'
    | 'private-gateway'
    | 'public-access-block'
    | 'firewall'
    | 'endpoint'
    | 'endpoint-policy'
    | 'control-plane'
    | 'placement';
  readonly resource?: ResourceId;
  readonly because: string;
  readonly origin?: Origin;
}

/** Resources that the network cannot tell apart as one end of a connection. */
export interface EndClass {
  readonly resources: readonly ResourceId[];
}

/** Every resource of every class in `from` can open a connection to every resource of every class in `to`, or may. */
export interface ReachCell {
  /** Cells of equal ends share one list. */
  readonly from: readonly EndClass[];
  readonly to: readonly EndClass[];
  /** Inclusive ranges, all of them for each pair. */
  readonly ports: readonly PortRange[];
  readonly guard: Guard;
  /** The input that would tell whether it is open; absent when it is. */
  readonly settledBy?: string;
  /** Rules and components that take part: each pair passes by some of them, which `connect` tells in their order. */
  readonly witnesses: readonly Hop[];
}

/** Protocols that connections are asked for; ping is an echo request. */
export type ConnectionProtocol = 'tcp' | 'udp' | 'icmp';

/**
 * A way in that AWS's control plane opens: no route, group or network ACL towards the resource is asked, but IAM is, which
 * Access answers.
 */
export interface ControlPlaneWay {
  readonly kind: ControlPlaneKind | 'instance-connect-endpoint';
  /** Any one of these actions is enough, `ssm:StartSession`. */
  readonly actions: readonly string[];
  /** `blocked`: switched off, or what it needs on its side is not there. */
  readonly verdict: Connection['verdict'];
  readonly guard: Guard;
  readonly through: readonly Hop[];
  readonly blockedBy?: Hop;
  readonly settledBy?: string;
}

/** The network engine. */
export interface Reach {
  /**
   * Can `from` open a connection to `to` on the port, itself and not through what hands requests on? Without a port: on
   * any. Ports of TCP and UDP count, not ping, unless a protocol is given. The internet means more sources than one /8
   * (IPv6: /32) holds.
   */
  connect(from: NetworkEnd, to: NetworkEnd, port?: number, protocol?: ConnectionProtocol): Connection;
  /**
   * Everything that the internet can open a connection to or may (`unknown`), and what front doors and load balancers
   * hand on of it (`via`). A resource has at most one entry of each kind. Types without knowledge are left out.
   */
  fromInternet(): readonly { readonly resource: Resource; readonly connection: Connection }[];
  /**
   * What requests and messages that arrive at this resource are handed on to (targets, integrations, origins, what they
   * trigger), step by step; nothing for a resource that runs code of the customer, since that decides. `asks`: how callers
   * show who they are on the way.
   */
  handedOn(resource: ResourceId): readonly {
    readonly resource: Resource;
    readonly guard: Guard;
    readonly hop: Hop;
    readonly asks?: Authentication;
  }[];
  /**
   * Who can open a connection to whom on which ports, for all resources that stand in a VPC at once, by private addresses
   * and out and in again over the internet. A pair lies in any number of cells and has the ports of all of them; what is
   * in no cell is blocked. The answer for a pair is what `connect` says: open when one of its cells is, under the guard of
   * one of these or another. Work and size grow with rules, subnets and classes, not with pairs.
   */
  connections(): readonly ReachCell[];
  /** The ways in that the control plane opens to this resource, open or not; none for types without such. */
  controlPlane(resource: ResourceId): readonly ControlPlaneWay[];
}
