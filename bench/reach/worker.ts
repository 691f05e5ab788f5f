import { services } from '../../src/catalog/catalog.generated.ts';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { createReach } from '../../src/define/reach/create-reach.ts';
import { createBase } from '../../src/define/system/create-system.ts';
import { wideNetwork } from './wide-network.ts';

/** One run of the network engine, from resources to all connections; prints its measures as JSON. */
const imported = importInputs(inputsFromTexts(wideNetwork(Number(process.argv[2]))));
const known = new Map(services.map((service) => [service.type, service]));
globalThis.gc?.();
const usage = process.cpuUsage();
const start = performance.now();
const steps: Record<string, number> = {};
let last = usage.user;
const step = <T>(name: string, work: () => T): T => {
  const result = work();
  const now = process.cpuUsage().user;
  steps[name] = (now - last) / 1000;
  last = now;
  return result;
};
const base = step('index', () => createBase({ ...imported, asOf: '2026-11-28' }, known));
step('answers', () => {
  for (const resource of base.withAnswer('placement')) base.fact(resource.id, 'placement');
  for (const resource of base.withAnswer('network')) base.fact(resource.id, 'network');
});
const reach = step('network', () => createReach(base));
const reached = step('from the internet', () => reach.fromInternet());
const cells = step('connections', () => reach.connections());
const seconds = (performance.now() - start) / 1000;
const user = process.cpuUsage(usage).user / 1e6;
console.log(
  JSON.stringify({
    interfaces: base.ofType('AWS::EC2::Instance').length,
    subnets: base.ofType('AWS::EC2::Subnet').length,
    groups: base.ofType('AWS::EC2::SecurityGroup').length,
    classes: new Set(cells.flatMap(({ from }) => from)).size,
    reached: reached.length,
    cells: cells.length,
    seconds,
    user,
    steps,
    peak: process.resourceUsage().maxRSS * 1024,
  }),
);
