import type { ResourceBase } from '../system/create-system.ts';
import { createStations, type Stations } from './network/interface-class.ts';
import { createNetwork, type Evaluation, type Network } from './network/network.ts';
import { findWaysOut } from './routes/ways.ts';
import { aclsLet } from './stages.ts';

/** What the engine works with. */
export interface Compiled {
  readonly network: Network;
  readonly stations: Stations;
}

/** The network of a system, with lists that are evaluated compiled, and the classes of its interfaces. */
export function createCompiled(base: ResourceBase): Compiled {
  const network = createNetwork(base, evaluation);
  return { network, stations: stationsOf(network) };
}

function stationsOf(network: Network): Stations {
  return network.remember('stations', () => createStations(network));
}

function evaluation(network: Network): Evaluation {
  return {
    waysOut: (subnet, to) => findWaysOut(network, subnet, to),
    aclStage(subnet, { direction, protocol, family, end }) {
      const stations = stationsOf(network);
      if (!('subnet' in end))
        return aclsLet(network, stations.subnet(subnet), { direction, protocol, end: { kind: 'outside', ...end } });
      const of = { subnet: stations.subnet(end.subnet), groupSet: stations.groupsOf(end).groupSet };
      const other = { kind: 'inside', family, of, naming: 'yes' } as const;
      return aclsLet(network, stations.subnet(subnet), { direction, protocol, end: other });
    },
  };
}
