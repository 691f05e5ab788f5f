import { type Command, Option } from 'commander';
import type { ThreatModelDocument } from '../model/document.ts';
import { type AttackerOptions, addAttackerOptions } from './attacker-options.ts';
import { buildModel } from './build-model.ts';
import { addInputOptions, collect, type InputOptions } from './input-options.ts';
import { writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

interface FixOptions extends InputOptions, AttackerOptions {
  readonly from?: string;
  readonly runs: number;
  readonly format: 'diff' | 'json' | 'text';
  readonly out?: string;
  readonly leastPrivilege?: boolean;
  readonly lastAccessed?: readonly string[];
}

const examples = `
Examples:
  bartizan fix infra/
  bartizan fix infra/ --attacker internet --format json
  bartizan fix infra/ --runs 500
  bartizan fix infra/ --format diff | git apply
  bartizan fix infra/ --least-privilege
  bartizan fix snapshot/ --least-privilege --last-accessed BooksRole=use.json`;

/** Runs of the model unless the user allows others: most systems are settled by then. */
const enoughRuns = 60;

/** `bartizan fix`: the fewest changes that cut the attack paths, as patches to the user's files. */
export function configureFix(command: Command): void {
  addAttackerOptions(addInputOptions(command))
    .option('--from <who>', 'also paths of whoever holds this identity or workload')
    .option('--runs <number>', 'how often the model may be run again', wholeNumber, enoughRuns)
    .option('--least-privilege', 'instead: tighter policies for rights that nothing in the system needs')
    .option(
      '--last-accessed <[who=]file>',
      'what AWS recorded of the use of rights (aws iam get-service-last-accessed-details, aws accessanalyzer get-finding-v2); may be repeated',
      collect,
    )
    .addOption(
      new Option('-f, --format <format>', 'text for people, json, or diff for git apply and patch -p1')
        .choices(['diff', 'json', 'text'])
        .default('text'),
    )
    .option('-o, --out <file>', 'write here instead of to standard output')
    .addHelpText('after', examples)
    .action(runFix);
}

async function runFix(paths: readonly string[], options: FixOptions): Promise<void> {
  if (options.leastPrivilege === true) return await runLeastPrivilege(paths, options);
  if (options.lastAccessed !== undefined) throw new UsageError('--last-accessed needs --least-privilege');
  const built = await buildModel(paths, { ...options, mostRuns: options.runs });
  const { document } = built;
  if (options.format === 'diff') {
    const { fixDiff } = await import('./fix-diff.ts');
    writeResult(await fixDiff(built), options.out);
    return;
  }
  if (options.format === 'json') {
    const { escapedJson } = await import('../report/json.ts');
    writeResult(`${escapedJson(fixes(document))}\n`, options.out);
    return;
  }
  const { fixText } = await import('./fix-text.ts');
  writeResult(fixText(document), options.out);
}

async function runLeastPrivilege(paths: readonly string[], options: FixOptions): Promise<void> {
  if (options.format === 'diff') throw new UsageError('--format diff is not for --least-privilege');
  const { leastPrivilegeAnswer } = await import('./least-privilege-answer.ts');
  const { review } = await leastPrivilegeAnswer(paths, options);
  if (options.format === 'json') {
    const { escapedJson } = await import('../report/json.ts');
    writeResult(`${escapedJson({ leastPrivilege: review })}\n`, options.out);
    return;
  }
  const { leastPrivilegeText } = await import('./least-privilege-text.ts');
  writeResult(leastPrivilegeText(review), options.out);
}

/** The chosen set with the mitigations that it consists of; no `chokePoints` when there is no path to cut. */
function fixes({ chokePoints, mitigations }: ThreatModelDocument) {
  const chosen = new Set(chokePoints?.changes.map(({ mitigation }) => mitigation));
  return {
    ...(chokePoints !== undefined && { chokePoints }),
    mitigations: mitigations.filter(({ id }) => chosen.has(id)),
  };
}
