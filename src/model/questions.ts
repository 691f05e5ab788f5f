import type { Caller, ConditionControl, RequestPlace } from './caller.ts';
import type { AnswerOf, AnyDimension, Authentication, ControlPlaneKind } from './dimension.ts';
import type { Fact } from './fact.ts';
import type { Guard } from './guard.ts';
import type { BoundaryId, ElementId, ResourceId } from './id.ts';
import type { Origin } from './origin.ts';
import type { PolicyCondition, PolicyDocument, PolicySource, Statement } from './policy.ts';
import type { Deployment, Resource } from './resource.ts';
import type { ServiceType } from './service.ts';
import type { Element, Exposure, Responsibility, SystemModel } from './system.ts';
import type { Text } from './text.ts';
import type { Value } from './value.ts';

/** What rules and moves may ask. They see no engine, only these three. */
export interface Questions {
  readonly system: System;
  readonly access: Access;
  readonly reach: Reach;
}

/** The system as drawn, and those who answer questions about it. */
export interface DefinedSystem {
  readonly ask: Questions;
  exposure(element: ElementId): Exposure;
  responsibility(element: ElementId): Responsibility;
}

/** The system with its indexes. */
export interface System {
  readonly model: SystemModel;
  /** Day for which the model is true, `YYYY-MM-DD`. */
  readonly asOf: string;
  resource(id: ResourceId): Resource | undefined;
  element(id: ElementId): Element | undefined;
  /** The element that a resource is, or is a part of. */
  elementOf(resource: ResourceId): Element | undefined;
  ofType(type: string): readonly Resource[];
  /** All resources that give an answer of this dimension, their own or by contribution. */
  withAnswer(dimension: AnyDimension): readonly Resource[];
  /** The answer about a resource, what others contribute included. Types without knowledge answer unknown. */
  fact<D extends AnyDimension>(resource: ResourceId, dimension: D): Fact<AnswerOf<D>>;
  /**
   * The resources that a reference may mean: by `Ref` or attribute, ARN, or name. A plain name is looked up among
   * resources of `types` when they are given; otherwise it counts only when one resource of the account has it.
   */
  resolve(value: Value, from: ResourceId, types?: readonly string[]): readonly Target[];
  /** How everything about a type is known; undefined for types without knowledge in depth. */
  service(type: string): ServiceType | undefined;
  /** The deployment that a resource belongs to. */
  deploymentOf(resource: ResourceId): Deployment;
  /** Resources that refer to this one by any property, and those that it refers to. */
  referrers(resource: ResourceId): readonly ResourceId[];
  references(resource: ResourceId): readonly ResourceId[];
  /** All boundaries from the innermost outwards. */
  enclosing(boundary: BoundaryId): readonly BoundaryId[];
}

/** What a reference leads to. `external`: certainly none of the resources given; `unknown`: cannot be told. */
export type Target =
  | { readonly kind: 'resource'; readonly resource: Resource; readonly guard: Guard }
  | { readonly kind: 'external'; readonly text: Text; readonly guard: Guard }
  | { readonly kind: 'unknown'; readonly settledBy: string; readonly guard: Guard };

/** A request as IAM sees it. */
export interface AccessRequest {
  readonly caller: Caller;
  /** `s3:GetObject`. */
  readonly action: string;
  /** ARN, or `*` for actions that name no resource. */
  readonly resource: Text;
  /** The resource whose policy is asked, when it is one of ours. */
  readonly on?: ResourceId;
  /** The access point through which the resource is asked for: it must let the request pass as well. */
  readonly through?: ResourceId;
  /** Where it comes from; from anywhere when that is not said. */
  readonly from?: RequestPlace;
  /** Values of condition keys that are known for this request; keys that are not given are unknown. */
  readonly context?: ReadonlyMap<string, readonly (string | Text)[] | 'absent'>;
  /** What somebody changes before he asks. One object for equal changes: what it says is compiled once for each caller. */
  readonly supposing?: Supposition;
}

/** Policies as they would be if somebody had changed them; what is not given stays as it is. */
export interface Supposition {
  /** All that speaks for the caller, in place of its own policies. */
  readonly identity?: readonly PolicySource[];
  /** In place of its permissions boundary; an empty list for none. */
  readonly boundary?: readonly PolicySource[];
  /** In place of the policies of what is asked for; its trust policy where a role is taken. */
  readonly target?: readonly PolicySource[];
  /** No policy of the organization is left on the caller, nor on what its own account holds. */
  readonly unguarded?: true;
}

export interface OpenCondition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly Text[];
  readonly control: ConditionControl;
}

export interface Decision {
  readonly verdict: 'allow' | 'deny' | 'conditional';
  /**
   * What else must hold for `conditional`: open conditions, or texts that match only for some fillings. For `allow`: how the
   * caller has to write the request, all of it within his power.
   */
  readonly conditions: readonly OpenCondition[];
  readonly guard: Guard;
  /** The statements that allow it. */
  readonly allowedBy: readonly CitedStatement[];
  /** What stops it: an explicit Deny, a missing Allow, a boundary, an SCP, the other account's side, a gate. */
  readonly blockedBy: readonly Block[];
}

/** A statement that would have spoken for the caller, but for one condition, or for a principal that is no more. */
export interface NearMiss {
  readonly cited: CitedStatement;
  readonly condition?: PolicyCondition;
  /** For people: what the request says of the key instead, or whom the statement names. */
  readonly because: string;
}

export interface CitedStatement {
  readonly policy: PolicySource;
  readonly statement: Statement;
}

export interface Block {
  readonly kind:
    | 'explicit-deny'
    | 'no-allow'
    | 'boundary'
    | 'scp'
    | 'rcp'
    | 'session'
    | 'resource-policy'
    | 'trust-policy'
    | 'public-access-block'
    | 'key-policy'
    | 'endpoint-policy'
    | 'access-point'
    | 'reserved';
  readonly because: string;
  readonly statement?: CitedStatement;
}

/** Who of all principals may do something, and to which of many resources. */
export interface Everybody {
  /** `s3:GetObject`. */
  readonly action: string;
  /** The resources that are asked about. One list that is asked about again and again is indexed once. */
  readonly on: readonly Resource[];
  /** What the action names in each of them: its ARN when not given. One function for equal names. */
  readonly arn?: (resource: Resource) => Text;
  /** As in a request. */
  readonly context?: AccessRequest['context'];
  /**
   * As if the policy of each of these resources let in whoever asks, and said nothing else; of resources in the account of
   * whoever asks only.
   */
  readonly opened?: true;
}

/**
 * Principals each of whom may do something to each of some resources, all under the same conditions and guard. The
 * statements that allow it differ from pair to pair: `decision` cites them.
 */
export interface Cell {
  /** Positions in `principals()`, ascending. */
  readonly principals: Uint32Array;
  /** Positions in the list of resources that was asked about, ascending. */
  readonly resources: Uint32Array;
  readonly verdict: 'allow' | 'conditional';
  readonly conditions: readonly OpenCondition[];
  readonly guard: Guard;
  /** The whole decision on one principal and one resource of the cell, by position: what `decide` says of them. */
  decision(principal: number, resource: number): Decision;
}

/** The IAM engine. */
export interface Access {
  decide(request: AccessRequest): Decision;
  /**
   * What `decide` says of every principal and every one of the resources, each by itself: pairs in no cell are refused, and
   * no pair is in two. Work grows with what the policies say, not with pairs.
   */
  whoMay(question: Everybody): readonly Cell[];
  /** For a refusal: the statements that nearly allow it, each with what keeps it from doing so. */
  nearMisses(request: AccessRequest): readonly NearMiss[];
  /** Roles, users (not groups) of the system. */
  principals(): readonly Resource[];
  /**
   * Principals with an Allow statement, their own or one that names them, which may match the action: a superset of those
   * that may do it, apart from what everybody may.
   */
  candidates(action: string): readonly Resource[];
  /**
   * May a policy of the organization refuse the action to this principal, or to anybody on what its account owns? Where none
   * may, nothing hangs on them.
   */
  mayBeGuarded(principal: ResourceId, action: string): boolean;
  /**
   * Does a policy of some principal, or of the organization, ask for this condition key where it speaks of the action? Where
   * none does, no decision hangs on its value, unless policies of resources speak of it.
   */
  asksFor(key: string, action: string): boolean;
  /** All policies that speak for a principal: inline, attached, by group. */
  policiesOf(principal: ResourceId): readonly PolicySource[];
  /** What a policy that AWS manages says, by its ARN; undefined unless something in the input names it. */
  policyOfAws(arn: string): PolicyDocument | undefined;
  /** The accounts of the organization that this account manages, by key; undefined where no organization is known of it. */
  managedBy(account: Text): readonly string[] | undefined;
}

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
