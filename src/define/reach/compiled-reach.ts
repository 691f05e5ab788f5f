import type { Reach, ReachCell } from '../../model/questions.ts';
import type { ResourceBase } from '../system/create-system.ts';
import { allConnections } from './all-connections.ts';
import { createReach } from './create-reach.ts';
import type { Finder } from './finder.ts';
import { admitted, type Compiled, carried, direct, inward, outward } from './findings.ts';
import { createStations } from './interface-class.ts';
import { passagesIn } from './internet-findings.ts';
import { createNetwork, type Network } from './network.ts';
import { groupsLet } from './stages.ts';
import { findWaysOut } from './ways.ts';

/**
 * The network engine, compiled: rules and entries are read once into sets of packets, interfaces that no rule can tell
 * apart are one class, and what a class, a subnet or a set of groups answers is found once. A literal engine in the tests
 * says what each answer must be.
 */
export function createCompiledReach(base: ResourceBase): Reach {
  const own = createNetwork(base);
  const network: Network = { ...own, waysOut: (subnet, to) => findWaysOut(network, subnet, to) };
  const compiled: Compiled = { network, stations: createStations(network) };
  let cells: readonly ReachCell[] | undefined;
  return {
    ...createReach(compiledFinder(compiled)),
    connections() {
      cells ??= allConnections(compiled);
      return cells;
    },
  };
}

function compiledFinder(compiled: Compiled): Finder {
  const { network, stations } = compiled;
  return {
    network,
    inward: (to, ends, protocols) => inward(compiled, { to, ends, protocols }),
    outward: (from, ends, protocols) => outward(compiled, { from, ends, protocols }),
    direct: (from, to, protocols) => direct(compiled, { from, to, protocols }),
    carried: (by, to) => carried(compiled, by, to),
    admitted: (to) => admitted(compiled, to),
    fromInternet: (to) => passagesIn(compiled, stations.of(to)),
    interfaces(of) {
      const { interfaces, settledBy } = stations.of(of);
      return { interfaces: interfaces.map(({ one }) => one), ...(settledBy !== undefined && { settledBy }) };
    },
    leaving: (from, to) =>
      groupsLet(network, stations.groupsOf(from), {
        direction: 'egress',
        protocol: 'tcp',
        end: { kind: 'outside', ...to },
      }).passages,
  };
}
