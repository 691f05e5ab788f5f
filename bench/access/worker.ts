import { services } from '../../src/catalog/catalog.generated.ts';
import { createAccess } from '../../src/define/access/create-access.ts';
import { createBase } from '../../src/define/system/create-system.ts';
import { organizationOf } from '../organization/organization.ts';
import type { AskedAction } from './actions.ts';

/** One run: who may do each of the actions to which resources, compile time included; prints its measures as JSON. */
const [principals, seed, list = '[]'] = process.argv.slice(2);
const actions = JSON.parse(list) as readonly AskedAction[];
const organization = organizationOf(Number(principals), Number(seed));
const base = createBase(
  { resources: organization.resources, deployments: organization.deployments, asOf: '2026-11-28' },
  new Map(services.map((service) => [service.type, service])),
);
// Reading policies out of properties belongs to the definition of the system: rules ask for the same answers.
const reading = measured(() => {
  for (const dimension of ['identityPolicies', 'permissionsBoundary', 'trustPolicy', 'resourcePolicy'] as const)
    for (const { id } of base.withAnswer(dimension)) base.fact(id, dimension);
  for (const { id } of base.withAnswer('publicAccessGate')) base.fact(id, 'publicAccessGate');
});
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;

let cells = 0;
let pairs = 0;
let first = 0;
const perService = new Map<string, number>();
const asking = measured(() => {
  const access = createAccess(base, () => undefined, { organization: organization.policies });
  for (const { action, type } of actions) {
    const start = performance.now();
    for (const { principals: who, resources } of access.whoMay({ action, on: base.ofType(type) })) {
      cells += 1;
      pairs += who.length * resources.length;
    }
    const took = performance.now() - start;
    if (first === 0) first = took;
    const service = action.slice(0, action.indexOf(':'));
    perService.set(service, (perService.get(service) ?? 0) + took);
  }
});
const heap = process.memoryUsage().heapUsed - before;
console.log(
  JSON.stringify({
    resources: organization.resources.length,
    actions: actions.length,
    reading,
    asking,
    first,
    services: Object.fromEntries(perService),
    cells,
    pairs,
    heap,
    peak: process.resourceUsage().maxRSS * 1024,
  }),
);

interface Time {
  readonly seconds: number;
  readonly user: number;
}

/** Seconds on the clock and of the processor. */
function measured(work: () => void): Time {
  const [start, used] = [performance.now(), process.cpuUsage().user];
  work();
  return { seconds: (performance.now() - start) / 1000, user: (process.cpuUsage().user - used) / 1e6 };
}
