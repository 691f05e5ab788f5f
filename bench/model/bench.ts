import { workerOf } from '../run-worker.ts';

interface Measure {
  readonly resources: number;
  readonly seconds: number;
  /** Bytes of heap in use once the document is ready, after a collection, with resources and document alive. */
  readonly heap: number;
  readonly peak: number;
}

/**
 * Seconds, peak memory and microseconds per resource of the whole pipeline, from texts to document, on one connected system
 * of growing size. Arguments are the sizes.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  const run = await workerOf('model');
  const measures: Measure[] = [];
  console.log('resources   seconds   heap MB   peak MB   µs/resource');
  for (const size of sizes.length > 0 ? sizes : [2_000, 20_000, 100_000]) {
    const measure = run(String(size)) as Measure;
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
  const [small, large] = measures.slice(-2);
  if (small === undefined || large === undefined) return;
  const added = large.resources - small.resources;
  const slope = Math.log(large.seconds / small.seconds) / Math.log(large.resources / small.resources);
  console.log(
    `${small.resources} -> ${large.resources}: ${((large.heap - small.heap) / added / 1024).toFixed(1)} KB of heap per added resource, time slope ${slope.toFixed(2)}`,
  );
}
