import type { Resource } from '../../model/resource.ts';
import type { Outside } from './groups/peer.ts';
import type { Network } from './network/network.ts';
import type { NetworkInterface } from './network/network-interface.ts';
import type { OutsideEnd } from './outside/outside-end.ts';
import type { Passage } from './packets/passage.ts';
import type { Protocol } from './packets/rule-traffic.ts';
import type { Finding } from './packets/verdict.ts';

/** How connections of each kind are found: what answers of the network engine are put together from. */
export interface Finder {
  readonly network: Network;
  /** From the internet or a block of addresses to a resource: by its front doors, then by its interfaces. */
  inward(to: Resource, ends: readonly OutsideEnd[], protocols: readonly Protocol[]): readonly Finding[];
  /** From a resource to the internet or a block of addresses. */
  outward(from: Resource, ends: readonly OutsideEnd[], protocols: readonly Protocol[]): readonly Finding[];
  /** From one resource to another by private addresses; nothing when one of them stands in no VPC. */
  direct(from: Resource, to: Resource, protocols: readonly Protocol[]): readonly Finding[];
  /** What a balancer that keeps the caller's address hands on. */
  carried(by: Resource, to: Resource): readonly Finding[];
  /**
   * What the security groups of a resource let in of the internet, or of the interfaces that a service of AWS has in the
   * VPC, however it gets there, on ports that it listens on.
   */
  admitted(to: Resource, service?: string): readonly Finding[];
  /** What the internet reaches of a resource over TCP and UDP; no refusals need to be told. */
  fromInternet(to: Resource): readonly Finding[];
  /** The interfaces of a resource, or the input that would tell where it stands. */
  interfaces(of: Resource): { readonly interfaces: readonly NetworkInterface[]; readonly settledBy?: string };
  /** What the security groups of an interface let out over TCP to somebody outside. */
  leaving(from: NetworkInterface, to: Outside): readonly Passage[];
}

/** What makes connections; ping is asked for by name alone. */
export const connecting: readonly Protocol[] = ['tcp', 'udp'];
