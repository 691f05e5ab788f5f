import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { DocumentLevel, ThreatModelDocument } from '../model/document.ts';
import { riskLevels } from '../model/risk.ts';
import type { Format } from '../report/formats.ts';
import { addInputOptions, type InputOptions, readSystem } from './input-options.ts';

interface ModelOptions extends InputOptions {
  readonly format?: Format;
  readonly out?: string;
  readonly failOn?: DocumentLevel;
  readonly attacker?: readonly string[];
}

/** `bartizan model`: the main job. */
export function addModelCommand(program: Command): void {
  addInputOptions(
    program.command('model').description('the threat model: writes threat-model.html and prints a summary'),
  )
    .addOption(
      new Option('-f, --format <format>', 'print this instead').choices([
        'html',
        'json',
        'markdown',
        'sarif',
        'mermaid',
        'svg',
        'summary',
      ]),
    )
    .option('-o, --out <file>', 'where the report goes; default: threat-model.html, or standard output with --format')
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 when an open threat or path is at or over this level').choices(
        riskLevels.slice(0, 4),
      ),
    )
    .option('--attacker <id...>', 'only paths of these attackers')
    .action(runModel);
}

async function runModel(paths: readonly string[], options: ModelOptions): Promise<void> {
  const { imported, asOf } = await readSystem(paths, options);
  const { modelOf } = await import('../threat-model.ts');
  const { document } = await modelOf(imported, {
    asOf,
    ...(options.attacker !== undefined && { attackers: options.attacker }),
  });
  const { render } = await import('../report/formats.ts');
  if (options.format === undefined) {
    const file = options.out ?? 'threat-model.html';
    writeFileSync(file, await render(document, 'html'));
    process.stdout.write(await render(document, 'summary'));
    process.stderr.write(`wrote ${file}\n`);
  } else {
    const text = await render(document, options.format);
    if (options.out === undefined) process.stdout.write(text);
    else writeFileSync(options.out, text);
  }
  if (options.failOn !== undefined && reaches(document, options.failOn)) process.exitCode = 1;
}

function reaches(document: ThreatModelDocument, level: DocumentLevel): boolean {
  const over = new Set(riskLevels.slice(0, riskLevels.indexOf(level) + 1));
  return (
    document.threats.some(({ status, risk }) => status === 'open' && over.has(risk.level)) ||
    document.attackPaths.some(({ risk }) => over.has(risk.level))
  );
}
