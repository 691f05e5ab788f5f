import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Runs the `worker.ts` of a benchmark in a process of its own, so that one run does not warm the next. */
export type RunWorker = (...args: readonly string[]) => unknown;

/**
 * Builds the worker as the program is built: a loader that compiles while the code runs, and wraps each function to keep
 * its name, would be measured with it. The worker prints one JSON value, which a run returns.
 */
export async function workerOf(bench: string): Promise<RunWorker> {
  const source = fileURLToPath(new URL(`./${bench}/worker.ts`, import.meta.url));
  const outdir = fileURLToPath(new URL(`../dist/bench/${bench}`, import.meta.url));
  await build({
    entryPoints: [source],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return (...args) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=8192', '--max-semi-space-size=64', `${outdir}/worker.js`, ...args],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as unknown;
  };
}
