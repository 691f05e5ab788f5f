import type { ResourceId } from '../../model/id.ts';
import type { ResourceBase } from '../system/create-system.ts';
import { admitted, carried, direct, inward, outward } from './connections.ts';
import { connecting, type Finder } from './finder.ts';
import { groupStage } from './group-stage.ts';
import { createNetwork } from './network.ts';
import { interfacesOf } from './network-interface.ts';
import { internetEnds } from './outside-end.ts';
import { outside } from './remote.ts';
import type { Finding } from './verdict.ts';

/**
 * Connections found literally: each from routes, gateways, addresses, network ACLs and security groups as the VPC user
 * guide states them; nothing is computed ahead but indexes. Answers about the internet are remembered.
 */
export function literalFinder(base: ResourceBase): Finder {
  const network = createNetwork(base);
  const known = new Map<ResourceId, readonly Finding[]>();
  return {
    network,
    inward: (to, ends, protocols) => inward(network, to, ends, protocols),
    outward: (from, ends, protocols) => outward(network, from, ends, protocols),
    direct: (from, to, protocols) => direct(network, from, to, protocols),
    carried: (by, to) => carried(network, by, to),
    admitted: (to) => admitted(network, to),
    fromInternet(to) {
      const found = known.get(to.id) ?? inward(network, to, internetEnds, connecting);
      known.set(to.id, found);
      return found;
    },
    interfaces: (of) => interfacesOf(network, of),
    leaving: (from, to) =>
      groupStage(network, from, { direction: 'egress', protocol: 'tcp', remote: outside(network, to) }).passages,
  };
}
