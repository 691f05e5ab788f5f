import type { Network } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import { type Family, internet } from '../packets/address.ts';
import { gatewayOf } from './routes.ts';

/**
 * Does a route lead from the subnet to an attached internet gateway? "A subnet is public if it has a direct route to an
 * internet gateway" (VPC user guide, "Subnets for your VPC"). Conditions count as that it may.
 */
export function subnetExposure(network: Network, subnet: Subnet): 'public' | 'private' | 'unknown' {
  let isUnclear = false;
  for (const family of ['v4', 'v6'] satisfies readonly Family[]) {
    for (const way of network.waysOut(subnet, { family, addresses: internet[family] })) {
      if (way.kind === 'supplied') isUnclear = true;
      if (way.kind !== 'gateway') continue;
      const gateway = gatewayOf(network, way, subnet);
      if (gateway === undefined) continue;
      if ((gateway.doubt ?? way.passage.doubt) === undefined) return 'public';
      isUnclear = true;
    }
  }
  return isUnclear ? 'unknown' : 'private';
}
