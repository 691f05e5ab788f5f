import { workerOf } from '../run-worker.ts';
import { actionsThatMatter } from './actions.ts';

interface Time {
  readonly seconds: number;
  readonly user: number;
}

interface Measure {
  readonly resources: number;
  readonly actions: number;
  readonly reading: Time;
  readonly asking: Time;
  /** Milliseconds of the first question, in which most is compiled. */
  readonly first: number;
  /** Milliseconds by service. */
  readonly services: Readonly<Record<string, number>>;
  readonly cells: number;
  readonly pairs: number;
  readonly peak: number;
}

const SEED = 7;
const ACTIONS = 400;

/**
 * "Who may do each of the 400 actions that matter to what", for all principals and resources of one organization, compile time
 * included. Arguments are the numbers of principals; resources are ten times as many. Reading the policies out of the
 * properties of resources is told apart, since the definition of the system does it for whoever asks.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  const run = await workerOf('access');
  const actions = JSON.stringify(await actionsThatMatter(ACTIONS));
  const measures: (Measure & { readonly size: number })[] = [];
  console.log(`seed ${SEED}, ${JSON.parse(actions).length} actions`);
  console.log('principals  resources  seconds  user s  reading s  peak MB      cells   allowed pairs');
  for (const size of sizes.length > 0 ? sizes : [1_600, 4_000, 10_000]) {
    const measure = run(String(size), String(SEED), actions) as Measure;
    measures.push({ ...measure, size });
    const cells = [
      String(size).padStart(10),
      String(measure.resources).padStart(10),
      measure.asking.seconds.toFixed(2).padStart(8),
      measure.asking.user.toFixed(2).padStart(7),
      measure.reading.seconds.toFixed(2).padStart(10),
      (measure.peak / 2 ** 20).toFixed(0).padStart(8),
      String(measure.cells).padStart(10),
      String(measure.pairs).padStart(15),
    ];
    console.log(cells.join(' '));
    const services = Object.entries(measure.services).sort(([, left], [, right]) => right - left);
    console.log(
      `  first question ${measure.first.toFixed(0)} ms; ${services.map(([name, took]) => `${name} ${took.toFixed(0)}`).join(', ')} ms`,
    );
  }
  const [small, large] = [measures[0], measures.at(-1)];
  if (small === undefined || large === undefined || small === large) return;
  const slope = Math.log(large.asking.user / small.asking.user) / Math.log(large.size / small.size);
  console.log(`${small.size} -> ${large.size} principals: slope ${slope.toFixed(2)}`);
}
