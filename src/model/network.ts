import type { Fact } from './fact.ts';
import type { Guard } from './guard.ts';
import type { Origin } from './origin.ts';
import type { Value } from './value.ts';

/**
 * What a resource contributes to the network, in words that are the same for every service. References stay values. A
 * rule or entry without `group` or `acl` belongs to the resource that states it.
 */
export type NetworkPart =
  | { readonly kind: 'vpc'; readonly cidrs: readonly Value[] }
  | {
      readonly kind: 'subnet';
      readonly vpc?: Value;
      readonly cidrs: readonly Value[];
      readonly givesPublicAddress: Fact<boolean>;
      /** Do interfaces get an IPv6 address by themselves? Absent: no. */
      readonly givesIpv6Address?: Fact<boolean>;
      /** Availability zone as written. */
      readonly availabilityZone?: Value;
    }
  /** Further addresses of a subnet. */
  | { readonly kind: 'subnet-cidr'; readonly subnet?: Value; readonly cidrs: readonly Value[] }
  | { readonly kind: 'internet-gateway' }
  | { readonly kind: 'egress-only-gateway'; readonly vpc?: Value }
  | { readonly kind: 'gateway-attachment'; readonly vpc?: Value; readonly gateway?: Value }
  | { readonly kind: 'nat-gateway'; readonly subnet?: Value; readonly public: Fact<boolean> }
  | { readonly kind: 'route-table'; readonly vpc?: Value }
  | {
      readonly kind: 'route';
      readonly table?: Value;
      readonly destination?: Value;
      readonly target?: Value;
      readonly targetKind: RouteTargetKind;
    }
  | { readonly kind: 'route-table-association'; readonly table?: Value; readonly subnet?: Value }
  | { readonly kind: 'security-group'; readonly vpc?: Value }
  | { readonly kind: 'security-group-rule'; readonly group?: Value; readonly rule: SecurityGroupRule }
  | { readonly kind: 'network-acl'; readonly vpc?: Value }
  | { readonly kind: 'network-acl-association'; readonly acl?: Value; readonly subnet?: Value }
  | { readonly kind: 'network-acl-entry'; readonly acl?: Value; readonly entry: NetworkAclEntry }
  | { readonly kind: 'public-address'; readonly attachedTo?: Value }
  | { readonly kind: 'peering'; readonly vpc?: Value; readonly peer?: Value }
  | {
      readonly kind: 'endpoint';
      readonly vpc?: Value;
      readonly service?: Value;
      readonly gateway: boolean;
      readonly subnets: readonly Value[];
      readonly groups: readonly Value[];
      /** Route tables that a gateway endpoint adds its route to. */
      readonly tables?: readonly Value[];
    };

export type RouteTargetKind =
  | 'gateway'
  | 'egress-only-gateway'
  | 'nat'
  | 'peering'
  | 'transit-gateway'
  | 'instance'
  | 'interface'
  | 'endpoint'
  | 'other';

/** One rule of a security group as written, one for each peer. A rule that names no peer at all lets nobody in. */
export interface SecurityGroupRule {
  readonly direction: 'ingress' | 'egress';
  /** `tcp`, `6`, `-1` … as written. */
  readonly protocol?: Value;
  readonly fromPort?: Value;
  readonly toPort?: Value;
  /** CIDR (v4 or v6), prefix list, or the other group. */
  readonly peer?: Value;
  readonly peerKind: 'cidr' | 'group' | 'prefix-list';
  readonly origin: Origin;
  /** When the rule is only there under a condition. */
  readonly guard?: Guard;
  /** AWS adds the rule to a group that states none of its own. */
  readonly implied?: true;
}

/** One entry of a network ACL as written. */
export interface NetworkAclEntry {
  readonly direction: 'ingress' | 'egress';
  readonly number?: Value;
  readonly protocol?: Value;
  readonly cidr?: Value;
  readonly action?: Value;
  readonly fromPort?: Value;
  readonly toPort?: Value;
  readonly origin: Origin;
  /** When the entry is only there under a condition. */
  readonly guard?: Guard;
}
