import type { Command } from 'commander';
import { jsonChunks } from '../report/json.ts';
import { addInputOptions, type InputOptions, readSystem } from './input-options.ts';
import { writeResult } from './output.ts';

const help = `
Secrets that stand in the input in clear are replaced by numbered words; threats and paths stay the same.

Example:
  bartizan system infra/ --out system.json
  bartizan model system.json`;

/** `bartizan system`: the system as if deployed, to be kept, compared, and read again. */
export function configureSystem(command: Command): void {
  addInputOptions(command)
    .option('-o, --out <file>', 'write here instead of to standard output')
    .addHelpText('after', help)
    .action(runSystem);
}

async function runSystem(paths: readonly string[], options: InputOptions & { readonly out?: string }): Promise<void> {
  const { imported, asOf, modules } = await readSystem(paths, options);
  const { systemOf } = await import('../threat-model.ts');
  writeResult([...jsonChunks(await systemOf(imported, asOf, modules))].join(''), options.out);
}
