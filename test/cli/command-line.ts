import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

/** Inside the project, so that the dependency that is not bundled is found; one for each test file, since they run at once. */
const cache = resolve('node_modules/.cache');
mkdirSync(cache, { recursive: true });
const outdir = mkdtempSync(join(cache, 'bartizan-command-line-'));

/** Builds the command line of the sources at hand, as `npm run build` does. */
export async function buildCommandLine(): Promise<void> {
  await build({
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['commander'],
    logLevel: 'error',
  });
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `bartizan` as a user does; no colours, no time limit but that of the test. */
export function bartizan(args: readonly string[], cwd = process.cwd()): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(outdir, 'cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const folders: string[] = [];

/** A new folder with these files; it goes when the test file is done. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'bartizan-cli-'));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

afterAll(() => {
  for (const folder of [outdir, ...folders.splice(0)]) rmSync(folder, { recursive: true, force: true });
});
