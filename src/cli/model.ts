import { type Command, Option } from 'commander';
import { baselineOf } from '../monitor/baseline.ts';
import { type Format, formats, render } from '../report/formats.ts';
import { type AttackerOptions, addAttackerOptions } from './attacker-options.ts';
import { buildModel } from './build-model.ts';
import { addGateOptions, applyGate, type GateOptions, readBaselineFile } from './gate-options.ts';
import { addInputOptions, collect, type InputOptions } from './input-options.ts';
import { note, terminalOf, writeOut, writeResult } from './output.ts';
import { wholeNumber } from './whole-number.ts';

interface ModelOptions extends InputOptions, AttackerOptions, GateOptions {
  readonly format?: Format;
  readonly out?: string;
  readonly framework?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fixes?: number;
}

const examples = `
Examples:
  bartizan model infra/
  bartizan model template.yaml -p prod.json -p Stage=prod --format markdown
  bartizan model infra/ --format sarif --out bartizan.sarif
  bartizan model infra/ --write-baseline known.json
  bartizan model infra/ --fail-on high --baseline known.json`;

/** `bartizan model`: the main job. */
export function configureModel(command: Command): void {
  addInputOptions(command)
    .addOption(new Option('-f, --format <format>', 'print this instead of a summary').choices(formats))
    .option('-o, --out <file>', 'where the report goes; default: threat-model.html, or standard output with --format')
    .option(
      '--framework <id>',
      'tells what the threats say of its requirements: well-architected, fsbp, cis-aws, nist-800-53, pci-dss, iso-27001; may be repeated',
      collect,
    )
    .option(
      '--fixes <runs>',
      'how often the model may be run again to prove the fewest changes; default: 4 for small systems, else 0',
      wholeNumber,
    )
    .option('--baseline <file>', 'with --fail-on: only what is new or worse since this baseline or threat model counts')
    .option('--write-baseline <file>', 'writes down what is known now, for --baseline');
  addAttackerOptions(command);
  addGateOptions(command, 'an open threat or an attack path').addHelpText('after', examples).action(runModel);
}

async function runModel(paths: readonly string[], options: ModelOptions): Promise<void> {
  const baseline = options.baseline === undefined ? undefined : readBaselineFile(options.baseline);
  const { document } = await buildModel(paths, { ...options, mostRuns: options.fixes ?? 'usual' });
  if (options.format === undefined) {
    const file = options.out ?? 'threat-model.html';
    writeOut(file, await render(document, 'html'));
    process.stdout.write(await render(document, 'summary', { ...terminalOf(process.stdout), reportPath: file }));
  } else {
    writeResult(await render(document, options.format, terminalOf(process.stdout)), options.out);
  }
  if (options.writeBaseline !== undefined) {
    writeOut(options.writeBaseline, `${JSON.stringify(baselineOf(document), undefined, 2)}\n`);
    note(`wrote ${options.writeBaseline}`);
  }
  applyGate(document, options, baseline);
}
