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
  | { readonly kind: 'carrier-gateway'; readonly vpc?: Value }
  /** A setting of the account and region: what no internet gateway lets pass, whatever routes and rules say. */
  | { readonly kind: 'public-access-block'; readonly blocks: Fact<'nothing' | 'inbound' | 'everything'> }
  /** A VPC or subnet that the setting leaves alone, wholly or for what it opens itself. */
  | {
      readonly kind: 'public-access-exclusion';
      readonly vpc?: Value;
      readonly subnet?: Value;
      readonly allows: Fact<'outbound' | 'everything'>;
    }
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
  /** A table of a gateway: where packets that come in through it go. */
  | { readonly kind: 'gateway-table-association'; readonly table?: Value; readonly gateway?: Value }
  /** The table takes over the networks that the private gateway knows of. */
  | { readonly kind: 'route-propagation'; readonly table?: Value; readonly gateway?: Value }
  /** The VPC's end of private lines to networks elsewhere. */
  | { readonly kind: 'private-gateway' }
  /** A line from a private gateway to a network elsewhere; its routes are stated, or announced by the other end. */
  | { readonly kind: 'private-line'; readonly gateway?: Value; readonly routes: Fact<'stated' | 'announced'> }
  /** A network at the other end of a line with stated routes. */
  | { readonly kind: 'private-line-route'; readonly line?: Value; readonly destination?: Value }
  | TransitPart
  | { readonly kind: 'prefix-list'; readonly entries: readonly PrefixListEntry[] }
  /** A firewall that AWS runs at endpoints in these subnets. */
  | {
      readonly kind: 'firewall';
      readonly vpc?: Value;
      readonly subnets: readonly Value[];
      /** What its policy does with every packet, where no rule group has a say. */
      readonly verdict: Fact<'passes' | 'drops'>;
    }
  /** Load balancers that endpoints in other VPCs connect to; `accepts`: somebody has to accept each of them. */
  | { readonly kind: 'endpoint-service'; readonly accepts: Fact<boolean> }
  /** Accounts and principals whose endpoints may connect; its own account always may. */
  | { readonly kind: 'endpoint-service-permission'; readonly service?: Value; readonly principals: readonly Value[] }
  /** Connects whoever AWS lets call it with the instances of its VPC, by private addresses. */
  | { readonly kind: 'connect-endpoint'; readonly keepsCaller: Fact<boolean> }
  | { readonly kind: 'security-group'; readonly vpc?: Value }
  /** A further VPC whose interfaces may wear the group. */
  | { readonly kind: 'security-group-vpc'; readonly group?: Value; readonly vpc?: Value }
  | { readonly kind: 'security-group-rule'; readonly group?: Value; readonly rule: SecurityGroupRule }
  | { readonly kind: 'network-acl'; readonly vpc?: Value }
  | { readonly kind: 'network-acl-association'; readonly acl?: Value; readonly subnet?: Value }
  | { readonly kind: 'network-acl-entry'; readonly acl?: Value; readonly entry: NetworkAclEntry }
  | { readonly kind: 'public-address'; readonly attachedTo?: Value }
  /** `peerRegion`: absent for a peer in the same region. */
  | { readonly kind: 'peering'; readonly vpc?: Value; readonly peer?: Value; readonly peerRegion?: Value }
  | {
      readonly kind: 'endpoint';
      readonly vpc?: Value;
      readonly service?: Value;
      readonly gateway: boolean;
      /** Packets are sent through appliances of somebody behind it. */
      readonly appliances?: true;
      readonly subnets: readonly Value[];
      readonly groups: readonly Value[];
      /** Route tables that a gateway endpoint adds its route to. */
      readonly tables?: readonly Value[];
    };

/** Parts of a transit gateway. What is attached is associated with one table, and may be known to several. */
export type TransitPart =
  | {
      readonly kind: 'transit-gateway';
      /** Are attachments associated with, and known to, its default table when nothing else is said? */
      readonly associates: Fact<boolean>;
      readonly propagates: Fact<boolean>;
      /** Tables that are the default ones instead of the table that it is made with. */
      readonly associationTable?: Value;
      readonly propagationTable?: Value;
      /** May rules name groups of other VPCs that are attached? */
      readonly groupReferences: Fact<boolean>;
    }
  | { readonly kind: 'transit-table'; readonly gateway?: Value }
  | {
      readonly kind: 'transit-attachment';
      readonly gateway?: Value;
      /** The VPC, or the other transit gateway; neither for a line to elsewhere. */
      readonly vpc?: Value;
      readonly peer?: Value;
      readonly subnets: readonly Value[];
      readonly groupReferences: Fact<boolean>;
    }
  | { readonly kind: 'transit-association'; readonly table?: Value; readonly attachment?: Value }
  | { readonly kind: 'transit-propagation'; readonly table?: Value; readonly attachment?: Value }
  | {
      readonly kind: 'transit-route';
      readonly table?: Value;
      readonly destination?: Value;
      /** Absent for a route that drops what it takes. */
      readonly attachment?: Value;
    };

/** One block of a prefix list. */
export interface PrefixListEntry {
  readonly cidr: Value;
  readonly origin: Origin;
  readonly guard?: Guard;
}

export type RouteTargetKind =
  | 'gateway'
  | 'egress-only-gateway'
  | 'nat'
  | 'peering'
  | 'transit-gateway'
  | 'instance'
  | 'interface'
  | 'endpoint'
  | 'carrier-gateway'
  | 'cloud-wan'
  | 'local-gateway'
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
