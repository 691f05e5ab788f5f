import { workerOf } from '../run-worker.ts';

interface Measure {
  readonly interfaces: number;
  readonly subnets: number;
  readonly groups: number;
  readonly classes: number;
  readonly cells: number;
  readonly seconds: number;
  readonly user: number;
  readonly peak: number;
  /** Milliseconds of user time by step. */
  readonly steps: Readonly<Record<string, number>>;
}

/**
 * Who can reach whom on which ports, for all interfaces at once: indexes, answers of the catalogue, the internet, and
 * all connections. Import is not counted. Arguments are the numbers of interfaces.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  const run = await workerOf('reach');
  const measures: Measure[] = [];
  console.log('interfaces  subnets   groups  classes    cells  seconds  user s  peak MB');
  for (const size of sizes.length > 0 ? sizes : [1_000, 3_000, 10_000]) {
    const measure = run(String(size)) as Measure;
    measures.push(measure);
    const { interfaces, subnets, groups, classes, cells, seconds, user, peak } = measure;
    const shown = [
      interfaces,
      subnets,
      groups,
      classes,
      cells,
      seconds.toFixed(2),
      user.toFixed(2),
      Math.round(peak / 2 ** 20),
    ];
    console.log(shown.map((cell) => String(cell).padStart(8)).join(' '));
  }
  const [small, large] = [measures[0], measures.at(-1)];
  if (small === undefined || large === undefined) return;
  const times = Object.entries(large.steps).map(([name, time]) => `${name} ${Math.round(time)} ms`);
  console.log(`where the time goes: ${times.join(', ')}`);
  if (small === large) return;
  const slope = Math.log(large.user / small.user) / Math.log(large.interfaces / small.interfaces);
  console.log(`slope of user time ${slope.toFixed(2)}`);
}
