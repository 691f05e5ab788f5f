import { type Command, Option } from 'commander';
import type { ThreatModelDocument } from '../model/document.ts';
import { type AttackerOptions, addAttackerOptions } from './attacker-options.ts';
import { buildModel } from './build-model.ts';
import { addInputOptions, type InputOptions } from './input-options.ts';
import { writeResult } from './output.ts';
import { wholeNumber } from './whole-number.ts';

interface FixOptions extends InputOptions, AttackerOptions {
  readonly from?: string;
  readonly runs: number;
  readonly format: 'json' | 'text';
  readonly out?: string;
}

const examples = `
Examples:
  bartizan fix infra/
  bartizan fix infra/ --attacker internet --format json
  bartizan fix infra/ --runs 500`;

/** Runs of the model unless the user allows others: most systems are settled by then. */
const enoughRuns = 60;

/** `bartizan fix`: the fewest changes that cut the attack paths, as patches to the user's files. */
export function configureFix(command: Command): void {
  addAttackerOptions(addInputOptions(command))
    .option('--from <who>', 'also paths of whoever holds this identity or workload')
    .option('--runs <number>', 'how often the model may be run again', wholeNumber, enoughRuns)
    .addOption(
      new Option('-f, --format <format>', 'text for people, or json').choices(['json', 'text']).default('text'),
    )
    .option('-o, --out <file>', 'write here instead of to standard output')
    .addHelpText('after', examples)
    .action(runFix);
}

async function runFix(paths: readonly string[], options: FixOptions): Promise<void> {
  const { document } = await buildModel(paths, { ...options, mostRuns: options.runs });
  if (options.format === 'json') {
    const { escapedJson } = await import('../report/json.ts');
    writeResult(`${escapedJson(fixes(document))}\n`, options.out);
    return;
  }
  const { fixText } = await import('./fix-text.ts');
  writeResult(fixText(document), options.out);
}

/** The chosen set with the mitigations that it consists of; no `chokePoints` when there is no path to cut. */
function fixes({ chokePoints, mitigations }: ThreatModelDocument) {
  const chosen = new Set(chokePoints?.changes.map(({ mitigation }) => mitigation));
  return {
    ...(chokePoints !== undefined && { chokePoints }),
    mitigations: mitigations.filter(({ id }) => chosen.has(id)),
  };
}
