import { connecting, type Finder } from '../../../src/define/reach/finder.ts';
import { createNetwork, type Evaluation, type Network } from '../../../src/define/reach/network/network.ts';
import { interfacesOf } from '../../../src/define/reach/network/network-interface.ts';
import { internetEnds } from '../../../src/define/reach/outside/outside-end.ts';
import type { Finding } from '../../../src/define/reach/packets/verdict.ts';
import type { ResourceBase } from '../../../src/define/system/create-system.ts';
import type { ResourceId } from '../../../src/model/id.ts';
import { aclStage } from './acl-stage.ts';
import { admitted, carried, direct, inward, outward } from './connections.ts';
import { groupStage } from './group-stage.ts';
import { waysOut } from './literal-ways.ts';
import { inside, outside } from './remote.ts';

/**
 * Connections found literally: each from routes, gateways, addresses, network ACLs and security groups as the VPC user
 * guide states them; nothing is computed ahead but indexes. Answers about the internet are remembered.
 */
export function literalFinder(base: ResourceBase): Finder {
  const network = createNetwork(base, literally);
  const known = new Map<ResourceId, readonly Finding[]>();
  return {
    network,
    inward: (to, ends, protocols) => inward(network, to, ends, protocols),
    outward: (from, ends, protocols) => outward(network, from, ends, protocols),
    direct: (from, to, protocols) => direct(network, from, to, protocols),
    carried: (by, to) => carried(network, by, to),
    admitted: (to, service) => admitted(network, to, service),
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

function literally(network: Network): Evaluation {
  return {
    waysOut: (subnet, to) => waysOut(network, subnet, to),
    aclStage: (subnet, { direction, protocol, family, end }) =>
      aclStage(network, subnet, {
        direction,
        protocol,
        remote: 'subnet' in end ? inside(network, end, family) : outside(network, end),
      }),
  };
}
