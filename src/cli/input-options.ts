import { type Command, InvalidArgumentError } from 'commander';
import { type Imported, importInputs } from '../define/import.ts';
import { today } from '../define/read/today.ts';
import { readInputs } from '../define/read.ts';
import { printDiagnostics } from './print.ts';
import { UsageError } from './usage-error.ts';

/** Options of every command that reads a system. */
export interface InputOptions {
  readonly parameters?: readonly string[];
  readonly context?: readonly string[];
  readonly asOf?: string;
  readonly verbose?: boolean;
}

/** What was read, with the day that the run is for. */
export interface ReadSystem {
  readonly imported: Imported;
  readonly asOf: string;
}

export function addInputOptions(command: Command): Command {
  return command
    .argument('<path...>', 'templates, folders of them, or CDK assemblies (cdk.out)')
    .option('-p, --parameters <file|Key=Value...>', 'parameter values; each file makes a deployment of its own')
    .option(
      '-c, --context <path...>',
      'further stacks that serve to resolve references; threats are not reported on them',
    )
    .option('--as-of <date>', 'the day for which the model is true (YYYY-MM-DD); default: today', day)
    .option('-v, --verbose', 'say what was skipped, and why');
}

/** Reads and imports; diagnostics go to standard error. Ends the run when nothing could be read. */
export async function readSystem(paths: readonly string[], options: InputOptions): Promise<ReadSystem> {
  const read = await readInputs(paths, { parameters: options.parameters ?? [], context: options.context ?? [] });
  const imported = importInputs(read);
  printDiagnostics(imported.diagnostics);
  if (options.verbose === true)
    for (const { path, why } of imported.skipped) process.stderr.write(`skipped ${path}: ${why}\n`);
  if (imported.nothingRead) {
    throw new UsageError(
      `Nothing in ${paths.join(', ')} could be modelled. Give a CloudFormation template, a folder of them, or a cdk.out folder.`,
    );
  }
  return { imported, asOf: options.asOf ?? today() };
}

function day(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}
