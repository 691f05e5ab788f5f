import { type Command, Option } from 'commander';
import { render } from '../report/formats.ts';
import { buildModel } from './build-model.ts';
import { addInputOptions, type InputOptions } from './input-options.ts';
import { writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';

interface DiagramOptions extends InputOptions {
  readonly format: 'svg' | 'mermaid';
  readonly out?: string;
  readonly path?: string;
}

const examples = `
Examples:
  bartizan diagram infra/ --out architecture.svg
  bartizan diagram infra/ --format mermaid
  bartizan diagram infra/ --path 'internet>reads:app/Bucket' --out path.svg`;

/** `bartizan diagram`: the picture alone. */
export function configureDiagram(command: Command): void {
  addInputOptions(command)
    .addOption(new Option('-f, --format <format>', 'kind of picture').choices(['svg', 'mermaid']).default('svg'))
    .option('-o, --out <file>', 'write here instead of to standard output')
    .option('--path <id>', 'lay this attack path over the picture (svg); ids: bartizan paths PATH')
    .addHelpText('after', examples)
    .action(runDiagram);
}

async function runDiagram(paths: readonly string[], options: DiagramOptions): Promise<void> {
  const { document } = await buildModel(paths, options);
  if (options.path !== undefined && !document.attackPaths.some(({ id }) => id === options.path)) {
    throw new UsageError(`no attack path is called ${options.path}; bartizan paths lists them`);
  }
  const highlight = options.path === undefined ? {} : { highlightPath: options.path };
  writeResult(await render(document, options.format, highlight), options.out);
}
