import type { Reach, ReachCell } from '../../model/reach.ts';
import type { ResourceBase } from '../system/create-system.ts';
import { allConnections } from './bulk/all-connections.ts';
import { type Compiled, createCompiled } from './compiled.ts';
import type { Finder } from './finder.ts';
import { admitted, carried, direct, inward, outward } from './findings.ts';
import { passagesIn } from './outside/internet-findings.ts';
import { reachOf } from './reach-of.ts';
import { groupsLet } from './stages.ts';

/**
 * The network engine, compiled: rules and entries are read once into sets of packets, interfaces that no rule can tell
 * apart are one class, and what a class, a subnet or a set of groups answers is found once. A literal engine in the tests
 * says what each answer must be.
 */
export function createReach(base: ResourceBase): Reach {
  const compiled = createCompiled(base);
  let cells: readonly ReachCell[] | undefined;
  return {
    ...reachOf(compiledFinder(compiled)),
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
    admitted: (to, service) => admitted(compiled, to, service),
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
