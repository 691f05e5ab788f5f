import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench`: seconds, peak memory and microseconds per resource of the whole pipeline, from texts to document, on one
 * connected system of growing size. Each size runs in a process of its own, so that one does not warm the other.
 */
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const worker = fileURLToPath(new URL('./model-once.ts', import.meta.url));

interface Measure {
  readonly resources: number;
  readonly seconds: number;
  /** Bytes of heap in use once the document is ready, after a collection, with resources and document alive. */
  readonly heap: number;
  readonly peak: number;
}

const measures: Measure[] = [];
console.log('resources   seconds   heap MB   peak MB   µs/resource');
for (const size of sizes.length > 0 ? sizes : [2_000, 20_000, 100_000]) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx', worker, String(size)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const measure = JSON.parse(stdout) as Measure;
  measures.push(measure);
  const cells = [
    measure.resources,
    measure.seconds.toFixed(2),
    (measure.heap / 2 ** 20).toFixed(0),
    (measure.peak / 2 ** 20).toFixed(0),
    ((measure.seconds * 1e6) / measure.resources).toFixed(0),
  ];
  console.log(cells.map((cell) => String(cell).padStart(9)).join(' '));
}
const large = measures.at(-1);
const small = measures.at(-2);
if (large !== undefined && small !== undefined) {
  const added = large.resources - small.resources;
  const slope = Math.log(large.seconds / small.seconds) / Math.log(large.resources / small.resources);
  console.log(
    `${small.resources} -> ${large.resources}: ${((large.heap - small.heap) / added / 1024).toFixed(1)} KB of heap per added resource, time slope ${slope.toFixed(2)}`,
  );
}
