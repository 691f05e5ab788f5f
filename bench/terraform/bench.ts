import { workerOf } from '../run-worker.ts';

interface SourceMeasure {
  readonly files: number;
  readonly instances: number;
  readonly seconds: number;
  readonly cpu: number;
}

interface JsonMeasure {
  readonly megabytes: number;
  readonly resources: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Seconds from texts to evaluated instances, of one root module with many files; arguments are numbers of files. */
export async function bench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  const run = await workerOf('terraform');
  console.log('source: files   instances   seconds   CPU seconds');
  for (const size of sizes.length > 0 ? sizes : [100, 500]) {
    const measure = run('source', String(size)) as SourceMeasure;
    const cells = [measure.files, measure.instances, measure.seconds.toFixed(2), measure.cpu.toFixed(2)];
    console.log(cells.map((cell) => String(cell).padStart(11)).join(' '));
  }
  console.log('       MB   resources   seconds   CPU seconds   memory in MB');
  for (const kind of ['plan', 'state']) {
    const { megabytes, resources, seconds, cpu, memory } = run(kind, '40') as JsonMeasure;
    const cells = [megabytes.toFixed(0), resources, seconds.toFixed(2), cpu.toFixed(2), memory.toFixed(0)];
    console.log(`${kind}: ${cells.map((cell) => String(cell).padStart(11)).join(' ')}`);
  }
}
