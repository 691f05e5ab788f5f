import { type Command, InvalidArgumentError } from 'commander';
import { type Imported, importInputs } from '../define/import.ts';
import type { ReadResult } from '../define/input.ts';
import { today } from '../define/read/today.ts';
import { readInputs } from '../define/read.ts';
import { loadTerraform } from '../define/terraform/load-terraform.ts';
import { joinKnowledge, type OwnKnowledge } from '../model/knowledge.ts';
import { visibleLine } from '../report/visible.ts';
import { note } from './output.ts';
import { printDiagnostics } from './print.ts';
import { UsageError } from './usage-error.ts';

/** Options of every command that reads a system. */
export interface InputOptions {
  readonly parameters?: readonly string[];
  readonly context?: readonly string[];
  readonly rules?: readonly string[];
  readonly rulesModule?: readonly string[];
  readonly asOf?: string;
  readonly verbose?: boolean;
}

/** What was read, with the day that the run is for. */
export interface ReadSystem {
  /** What the files say, before it was imported. */
  readonly read: ReadResult;
  readonly imported: Imported;
  readonly asOf: string;
  /** What modules of rules know. */
  readonly modules: readonly OwnKnowledge[];
}

/** The paths that are modelled, and everything that the run may be told besides. */
export function addInputOptions(command: Command): Command {
  return addRunOptions(
    command.argument(
      '<path...>',
      'templates, Terraform source, plans and states, folders of them, CDK assemblies (cdk.out), saved system documents',
    ),
  );
}

/** How inputs are read, whatever names them. */
export function addRunOptions(command: Command): Command {
  return command
    .option(
      '-p, --parameters <file|Key=Value>',
      'parameter values; may be repeated; each file makes a deployment of its own',
      collect,
    )
    .option(
      '-c, --context <path>',
      'further stacks or a saved system that serve to resolve references; threats are not reported on them; may be repeated',
      collect,
    )
    .option(
      '--rules <path>',
      'a rule file (*.rule.yaml), or a folder of them, besides those that bartizan.yaml names; may be repeated',
      collect,
    )
    .option(
      '--rules-module <file>',
      'a JavaScript module with rules; it is code that runs, so name only what you trust; may be repeated',
      collect,
    )
    .option('--as-of <date>', 'the day for which the model is true (YYYY-MM-DD); default: today', day)
    .option('-v, --verbose', 'say what was skipped, and why');
}

/** How a command looks at what it reads. */
export interface Look {
  /** Comes before every diagnostic: which of two inputs it is about. */
  readonly label?: string;
  /** Nothing to model is an empty system, not an error. */
  readonly mayBeEmpty?: boolean;
  /** The name that a single template goes by, whatever its file is called. */
  readonly named?: string;
}

/** Reads and imports; diagnostics go to standard error. Ends the run when nothing could be read. */
export async function readSystem(
  paths: readonly string[],
  options: InputOptions,
  look: Look = {},
): Promise<ReadSystem> {
  const { parameters = [], context = [], rules = [] } = options;
  const read = await readInputs(paths, { parameters, context, rules });
  const named = look.named === undefined ? read : renamed(read, look.named);
  const imported = importInputs(named, await loadTerraform(read));
  printDiagnostics(imported.diagnostics, look.label);
  for (const { path, why, isTold } of imported.skipped)
    if (options.verbose === true || isTold === true) note(visibleLine(`skipped ${path}: ${why}`));
  if (imported.nothingRead && !(look.mayBeEmpty === true && nothingBroken(imported))) {
    throw new UsageError(
      `nothing in ${paths.join(', ')} could be modelled. Give a CloudFormation template, a folder of them, a cdk.out folder, or a folder, plan or state of Terraform; -v says what was skipped`,
    );
  }
  const modules = await modulesOf(options);
  await tellConflicts(imported, modules, look.label);
  return { read: named, imported, asOf: options.asOf ?? today(), modules };
}

/** Modules are loaded when somebody names one. */
async function modulesOf({ rulesModule = [] }: InputOptions): Promise<readonly OwnKnowledge[]> {
  if (rulesModule.length === 0) return [];
  const { loadRulesModules } = await import('./rules-module.ts');
  return await loadRulesModules(rulesModule);
}

/** Says which of the users' rules are left out, when there are any. */
async function tellConflicts(
  imported: Imported,
  modules: readonly OwnKnowledge[],
  label: string | undefined,
): Promise<void> {
  if (joinKnowledge(imported.own.knowledge, ...modules).said.length === 0) return;
  const { soundWithCatalogue } = await import('../run-knowledge.ts');
  printDiagnostics(soundWithCatalogue(imported, modules).diagnostics, label);
}

function nothingBroken({ diagnostics }: Imported): boolean {
  return diagnostics.every(({ level }) => level !== 'error');
}

const singleFiles: ReadonlySet<string> = new Set(['template', 'terraform-plan', 'terraform-state']);

/** The only template, plan or state under another file name, so that two versions of it get the same ids. */
function renamed(read: ReadResult, name: string): ReadResult {
  const [only] = read.sources;
  if (only === undefined || read.sources.length !== 1 || !singleFiles.has(only.kind)) return read;
  const under = (path: string) => `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`;
  const input = { ...only.input, path: under(only.input.path), file: under(only.input.file) };
  return { ...read, sources: [{ ...only, input }] };
}

/** For options that may be repeated, each time with one value, so that a path after it is a path. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** A day as it is written in options. */
export function day(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
}
