import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench -- [NAME] [ARGUMENT …]`: a folder here is a benchmark, with a `bench.ts` that exports
 * `bench(args)` and prints what it measured. Without a name, the whole pipeline.
 */
const [first = 'model', ...rest] = process.argv.slice(2);
const [name, args] = /^\d+$/.test(first) ? ['model', [first, ...rest]] : [first, rest];
const file = fileURLToPath(new URL(`./${name}/bench.ts`, import.meta.url));
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) throw new Error(`there is no benchmark called ${name}`);
const { bench } = (await import(file)) as { bench(args: readonly string[]): Promise<void> };
await bench(args);
