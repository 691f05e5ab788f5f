import type { Connection } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { carried, direct } from './connections.ts';
import type { Edge } from './edges.ts';
import type { Network } from './network.ts';
import { interfacesOf } from './network-interface.ts';
import { connectionOf, onPort } from './verdict.ts';

/** Balancers of connections keep the caller's address for targets that are instances ("Client IP preservation"). */
const keepsCaller = /^(tcp|udp|tls|tcp_udp)$/;

/**
 * Does what a balancer hands on arrive at the target? Its security groups are asked for the balancer, or for the caller
 * whose address it keeps. Undefined when one of the two stands in no VPC: the way is AWS's own.
 */
export function passageThrough(
  network: Network,
  way: { readonly carrier: Resource; readonly target: Resource; readonly edge: Edge },
): Connection | undefined {
  const { carrier, target, edge } = way;
  const isPlaced = [carrier, target].every((end) => {
    const { interfaces, settledBy } = interfacesOf(network, end);
    return interfaces.length > 0 || settledBy !== undefined;
  });
  if (!isPlaced) return undefined;
  const findings = direct(network, carrier, target);
  const all = keepsCaller.test(edge.forward.protocol) ? [...findings, ...carried(network, target)] : findings;
  return connectionOf(onPort(all, edge.forward.port ?? undefined));
}
