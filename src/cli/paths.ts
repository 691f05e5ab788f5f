import type { Command } from 'commander';
import { addInputOptions, type InputOptions, readSystem } from './input-options.ts';

interface PathsOptions extends InputOptions {
  readonly from?: string;
  readonly to?: string;
}

/** `bartizan paths`: what an attacker who starts there can reach, and how. */
export function addPathsCommand(program: Command): void {
  addInputOptions(program.command('paths').description('attack paths as JSON'))
    .option('--from <who>', 'an attacker (internet, any-aws-account, user:…) or an element')
    .option('--to <what>', 'an element')
    .action(runPaths);
}

async function runPaths(paths: readonly string[], options: PathsOptions): Promise<void> {
  const { imported, asOf } = await readSystem(paths, options);
  const { modelOf, pathsBetween } = await import('../threat-model.ts');
  const from = options.from === undefined ? {} : { from: options.from };
  const { document } = await modelOf(imported, { asOf, ...from });
  process.stdout.write(`${JSON.stringify({ attackPaths: pathsBetween(document, options) }, undefined, 2)}\n`);
}
