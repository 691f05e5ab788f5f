import { workerOf } from '../run-worker.ts';

interface Measure {
  readonly resources: number;
  readonly whole: { readonly seconds: number; readonly user: number };
  readonly told: number;
  readonly refused: number;
  readonly nodes: number;
  readonly edges: number;
  /** By kind: how many of the planted paths were found. */
  readonly seeds: Readonly<Record<string, readonly [found: number, planted: number]>>;
  readonly peak: number;
}

const SEED = 7;
const PLANTED = 50;

/**
 * All paths of all attackers of one organization, in which paths of several kinds were planted: whether all of these are
 * found, and what it takes. Arguments are the numbers of principals; resources are ten times as many.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  const run = await workerOf('paths');
  const measures: (Measure & { readonly size: number })[] = [];
  console.log(`seed ${SEED}, ${PLANTED} planted paths`);
  console.log(
    'principals  resources  seconds  user s  peak MB      nodes      edges   told  refused  planted paths found',
  );
  for (const size of sizes.length > 0 ? sizes : [1_000, 4_000, 10_000]) {
    const measure = run(String(size), String(SEED), String(PLANTED)) as Measure;
    measures.push({ ...measure, size });
    const kinds = Object.entries(measure.seeds).map(([kind, [found, planted]]) => `${kind} ${found}/${planted}`);
    const cells = [
      String(size).padStart(10),
      String(measure.resources).padStart(10),
      measure.whole.seconds.toFixed(2).padStart(8),
      measure.whole.user.toFixed(2).padStart(7),
      (measure.peak / 2 ** 20).toFixed(0).padStart(8),
      String(measure.nodes).padStart(10),
      String(measure.edges).padStart(10),
      String(measure.told).padStart(6),
      String(measure.refused).padStart(8),
      ` ${kinds.join(', ')}`,
    ];
    console.log(cells.join(' '));
  }
  const [small, large] = [measures[0], measures.at(-1)];
  if (small === undefined || large === undefined || small === large) return;
  const slope = Math.log(large.whole.user / small.whole.user) / Math.log(large.size / small.size);
  console.log(`${small.size} -> ${large.size} principals: slope ${slope.toFixed(2)}`);
}
