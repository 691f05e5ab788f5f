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
    declared: { parts: [], flows: [], assets: [], acceptances: [], moved: [], threats: [], attested: [], controls: [] } as never,
    assumed: new Map(),
    assumptions: [],
    organization: organization.policies,
    origins: createOrigins(),
    diagnostics: [],
  },
  { services: new Map(services.map((service) => [service.type, service])), managedPolicies: () => undefined, asOf: '2026-11-28' },
);
const t1 = performance.now();
console.error('define', (t1 - t0) / 1000, 'resources', organization.resources.length);
let total = 0;
for (const move of moves) {
  const start = performance.now();
  let count = 0;
  let cond = 0;
  for (const one of move.instances(defined.ask)) { count += 1; if (one.certainty !== 'certain') cond += 1; }
  total += count;
  console.error(move.id.padEnd(40), String(count).padStart(9), String(cond).padStart(9), (performance.now() - start).toFixed(0), 'ms');
}
console.error('total', total, (performance.now() - t1) / 1000, process.resourceUsage().maxRSS / 1024, 'MB', process.cpuUsage().user / 1e6);
console.log('{}');
