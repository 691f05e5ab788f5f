import { moves, services } from '../../src/catalog/catalog.generated.ts';
import { define } from '../../src/define/define.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { organizationOf } from '../organization/organization.ts';

const [principals, seed] = process.argv.slice(2);
const organization = organizationOf(Number(principals), Number(seed));
const t0 = performance.now();
const defined = define(
  {
    resources: organization.resources,
    deployments: organization.deployments,
    declared: {
      parts: [],
      flows: [],
      assets: [],
      acceptances: [],
      moved: [],
      threats: [],
      attested: [],
      controls: [],
    } as never,
    assumed: new Map(),
    assumptions: [],
    organization: organization.policies,
    origins: createOrigins(),
    diagnostics: [],
  },
  {
    services: new Map(services.map((service) => [service.type, service])),
    managedPolicies: () => undefined,
    asOf: '2026-11-28',
  },
);
const t1 = performance.now();
console.error('define', (t1 - t0) / 1000, 'resources', organization.resources.length);

import { attackersOf } from '../../src/identify/paths/attackers.ts';
import { goalsOf } from '../../src/identify/paths/goals.ts';
import { createGraph } from '../../src/identify/paths/graph.ts';
import { search } from '../../src/identify/paths/search.ts';

for (const move of moves) {
  const start = performance.now();
  let count = 0;
  let cond = 0;
  for (const one of move.instances(defined.ask)) {
    count += 1;
    if (one.certainty !== 'certain') cond += 1;
  }
  console.error(
    move.id.padEnd(40),
    String(count).padStart(9),
    String(cond).padStart(9),
    (performance.now() - start).toFixed(0),
    'ms',
  );
}
const t2 = performance.now();
const graph = createGraph(moves, defined.ask);
const t3 = performance.now();
console.error(
  'moves',
  (t2 - t1) / 1000,
  'graph',
  (t3 - t2) / 1000,
  'nodes',
  graph.facts.length,
  'edges',
  graph.edges.gives.length,
  'sets',
  graph.ends.size,
);
const attackers = attackersOf(defined.ask, graph);
let work = 0,
  goals = 0,
  searching = 0,
  telling = 0;
for (const attacker of attackers) {
  const a = performance.now();
  const settled = search(graph, attacker.holds);
  const b = performance.now();
  work += settled.work;
  searching += b - a;
  if (process.argv[4] !== undefined)
    goals += goalsOf(graph, attacker, { ask: defined.ask, settled, asked: false }).length;
  telling += performance.now() - b;
}
console.error('attackers', attackers.length, 'work', work, 'search', searching / 1000, 'goals', goals, telling / 1000);
console.error(process.resourceUsage().maxRSS / 1024, 'MB', process.cpuUsage().user / 1e6);
console.log('{}');
