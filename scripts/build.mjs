/**
 * Builds `dist/` with esbuild: the command line and the library as two entries that share lazily loaded chunks, so that a
 * run loads no more than it needs. Runs at `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // A CommonJS package that asks for built-ins at run time; it stays a dependency of its own.
  external: ['commander'],
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
});
chmodSync(`${root}dist/cli.js`, 0o755);

// Types for those who use the library. An error here is told, and does not keep the program from being built.
const types = spawnSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.types.json`],
  { stdio: 'inherit' },
);
if (types.status !== 0) console.error('bartizan: the type declarations in dist/types are incomplete');
