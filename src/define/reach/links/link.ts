import type { NetworkInterface } from '../network/network-interface.ts';
import type { Passage, Stage } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';

/** May rules name the groups of the other end? Between VPCs that hangs on what joins them. */
export type Naming = 'yes' | 'no' | { readonly doubt: string };

/** What joins two interfaces: a VPC, a peering connection, a transit gateway. */
export interface Link {
  readonly passages: readonly Passage[];
  /** May rules for what comes in, and for what goes out, name groups of the other side? */
  readonly naming: { readonly ingress: Naming; readonly egress: Naming };
  /** Network ACLs on the way that are neither of the two subnets'. */
  between(protocol: Protocol): readonly Stage[];
}

/** The two interfaces of a connection. */
export interface Ends {
  readonly from: NetworkInterface;
  readonly to: NetworkInterface;
}
