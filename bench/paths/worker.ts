import { moves, services } from '../../src/catalog/catalog.generated.ts';
import { byLongTermKey } from '../../src/catalog/moves/sessions.ts';
import { createAccess } from '../../src/define/access/create-access.ts';
import { createBoundaries } from '../../src/define/boundaries.ts';
import { createElements } from '../../src/define/elements.ts';
import { createReach } from '../../src/define/reach/create-reach.ts';
import { createBase, createSystem } from '../../src/define/system/create-system.ts';
import { checkProof } from '../../src/identify/paths/check-proof.ts';
import { findPaths } from '../../src/identify/paths/find-paths.ts';
import { createGraph } from '../../src/identify/paths/graph.ts';
import { search } from '../../src/identify/paths/search.ts';
import { createOrigins } from '../../src/model/origin.ts';
import type { Questions } from '../../src/model/questions.ts';
import type { SystemModel } from '../../src/model/system.ts';
import { organizationOf } from '../organization/organization.ts';
import { plant, type Seed } from './seeds.ts';

/**
 * One run: all attackers of an organization with seeded paths; prints its measures as JSON. The system is there before the
 * clock starts: flows and diagrams are no part of the search, and neither is reading policies out of properties.
 */
const [principals, seed, count] = process.argv.slice(2).map(Number);
const organization = organizationOf(principals ?? 0, seed ?? 0);
const { resources: planted, seeds } = plant(organization, count ?? 0);
const resources = [...organization.resources, ...planted];
const { ask, deployments } = systemOf();
globalThis.gc?.();

const given = { resources, deployments };
const whole = measured(() => findPaths(moves, ask, (path) => checkProof(path, given)));
const told = whole.value.paths;
const graph = createGraph(moves, ask);
const found = seeds.filter((one) => isFound(one));
const peak = process.resourceUsage().maxRSS * 1024;
console.log(
  JSON.stringify({
    resources: resources.length,
    whole: whole.time,
    told: told.length,
    refused: whole.value.diagnostics.filter(({ code }) => code === 'proof-refused').length,
    nodes: graph.facts.length,
    edges: graph.edges.gives.length,
    seeds: Object.fromEntries(
      [...new Set(seeds.map(({ kind }) => kind))].map((kind) => [
        kind,
        [found.filter((one) => one.kind === kind).length, seeds.filter((one) => one.kind === kind).length],
      ]),
    ),
    peak,
  }),
);

/** Does whoever holds the user's key come to read the secret, by the moves that were planted? */
function isFound({ from, to, moves: expected }: Seed): boolean {
  const settled = search(graph, [{ kind: 'acts-as', principal: from, session: byLongTermKey }]);
  const number = graph.numberOf({ kind: 'reads', resource: to });
  const [label] = number === undefined ? [] : settled.ways(number);
  const taken: string[] = [];
  for (let one = label; one?.edge !== undefined; one = one.premises[0]) taken.unshift(one.edge.move.id);
  return taken.join() === expected.join();
}

function systemOf(): { readonly ask: Questions; readonly deployments: typeof organization.deployments } {
  const base = createBase(
    { resources, deployments: organization.deployments, asOf: '2026-11-28' },
    new Map(services.map((service) => [service.type, service])),
  );
  for (const dimension of ['identityPolicies', 'permissionsBoundary', 'trustPolicy', 'resourcePolicy'] as const)
    for (const { id } of base.withAnswer(dimension)) base.fact(id, dimension);
  const placed = createBoundaries(base);
  const model: SystemModel = {
    deployments: organization.deployments,
    resources,
    elements: createElements(base, placed, []),
    boundaries: placed.boundaries,
    flows: [],
    assets: [],
    assumptions: [],
    assumed: new Map(),
    declared: {
      parts: [],
      flows: [],
      threats: [],
      controls: [],
      tests: [],
      assets: [],
      appetite: [],
      acceptances: [],
      moved: [],
      assumptions: [],
    },
    origins: createOrigins(),
    diagnostics: [],
  };
  const access = createAccess(base, () => undefined, { organization: organization.policies });
  return {
    ask: { system: createSystem(base, model), access, reach: createReach(base) },
    deployments: organization.deployments,
  };
}

function measured<T>(work: () => T): {
  readonly value: T;
  readonly time: { readonly seconds: number; readonly user: number };
} {
  const [start, used] = [performance.now(), process.cpuUsage().user];
  const value = work();
  return { value, time: { seconds: (performance.now() - start) / 1000, user: (process.cpuUsage().user - used) / 1e6 } };
}
