import type { Command } from 'commander';
import { buildModel } from './build-model.ts';
import { findThreat } from './explain-threat.ts';
import { addInputOptions, type InputOptions } from './input-options.ts';
import { writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';

interface AcceptOptions extends InputOptions {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

const help = `
Prints an entry for the accept section of bartizan.yaml. It holds the exposure and the risk that are accepted: when either
rises, or the day has passed, the threat is open again.

Example:
  bartizan accept data/public-read@app/Site infra/ --reason "the public web site" --owner web@example.com --expires 2027-06-30`;

/** `bartizan accept`: the acceptance of a threat, with the evidence that is accepted. */
export function configureAccept(command: Command): void {
  command.argument('<threat>', 'the id of the threat; a rule or element that only one threat has will do');
  addInputOptions(command)
    .requiredOption('--reason <text>', 'why it is accepted')
    .requiredOption('--owner <who>', 'who answers for it')
    .requiredOption('--expires <date>', 'the last day on which it counts (YYYY-MM-DD)')
    .addHelpText('after', help)
    .action(runAccept);
}

async function runAccept(word: string, paths: readonly string[], options: AcceptOptions): Promise<void> {
  const { document, read } = await buildModel(paths, options);
  const threat = findThreat(document, word);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(options.expires) || Number.isNaN(Date.parse(options.expires))) {
    throw new UsageError(`--expires ${options.expires} is no day; give it as YYYY-MM-DD`);
  }
  if (options.expires < read.asOf) throw new UsageError(`--expires ${options.expires} has passed already`);
  if (threat.status === 'mitigated') throw new UsageError(`${threat.id} is mitigated; there is nothing to accept`);
  const exposure = document.system.elements.find(({ id }) => id === threat.element)?.exposure.level ?? 'none';
  // JSON strings are YAML strings: nothing in a name or reason can end the value.
  const text = (value: string) => JSON.stringify(value);
  const lines = [
    'accept:',
    `  - threat: ${text(threat.id)}`,
    `    reason: ${text(options.reason)}`,
    `    owner: ${text(options.owner)}`,
    `    expires: ${text(options.expires)}`,
    `    evidence: { exposure: ${exposure}, score: ${threat.risk.score} }`,
  ];
  writeResult(`${lines.join('\n')}\n`, undefined);
}
