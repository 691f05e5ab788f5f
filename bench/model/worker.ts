import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { modelOf } from '../../src/threat-model.ts';
import { connectedSystem } from './connected-system.ts';

/** One run of the pipeline; prints its measures as JSON. */
const texts = connectedSystem(Number(process.argv[2]));
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
const { imported, document } = await run();
const seconds = (performance.now() - start) / 1000;
globalThis.gc?.();
const heap = process.memoryUsage().heapUsed - before;
const peak = process.resourceUsage().maxRSS * 1024;
// Both are kept alive until here: the heap is that of resources and document, as whoever goes on with them has it.
if (document.coverage.resources !== imported.resources.length) throw new Error('resources were lost');
console.log(JSON.stringify({ resources: imported.resources.length, seconds, heap, peak }));

/** In a function of its own, so that nothing of the analysis stays on the stack. */
async function run() {
  const imported = importInputs(inputsFromTexts(texts));
  const { document } = await modelOf(imported, { asOf: '2026-11-22' });
  return { imported, document };
}
