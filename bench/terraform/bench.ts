import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workerOf } from '../run-worker.ts';
import { planText } from './plan-text.ts';

interface Measure {
  readonly size: number;
  readonly instances: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** The size of the plan, in characters. */
const PLAN = 40_000_000;

/**
 * Seconds from texts to evaluated instances, of one root module with many files, and of a large plan; arguments are
 * numbers of files.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0);
  const run = await workerOf('terraform');
  console.log('  input             size   instances     seconds CPU seconds    peak MiB');
  for (const size of sizes.length > 0 ? sizes : [100, 500])
    print('source, files', run('source', String(size)) as Measure);
  const folder = mkdtempSync(join(tmpdir(), 'bartizan-bench-'));
  try {
    const path = join(folder, 'plan.json');
    const { text, resources } = planText(PLAN);
    writeFileSync(path, text);
    print('plan, MB', run('plan', path, String(resources)) as Measure);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(what: string, { size, instances, seconds, cpu, megabytes }: Measure): void {
  const cells = [size, instances, seconds.toFixed(2), cpu.toFixed(2), megabytes.toFixed(0)];
  console.log(what.padEnd(13), cells.map((cell) => String(cell).padStart(11)).join(' '));
}
