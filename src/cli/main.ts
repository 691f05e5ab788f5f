#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { runWithMoreRoom } from './more-room.ts';
import { UsageError } from './usage-error.ts';

/** A command with what its help says in one line; the rest is loaded when it is asked for. */
interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<(command: Command) => void>;
}

const commands: readonly CommandEntry[] = [
  {
    name: 'model',
    summary: 'the threat model: writes threat-model.html and prints a summary',
    load: async () => (await import('./model.ts')).configureModel,
  },
  {
    name: 'diff',
    summary: 'what a change does to the threat model',
    load: async () => (await import('./diff.ts')).configureDiff,
  },
  {
    name: 'paths',
    summary: 'what an attacker can reach, and how',
    load: async () => (await import('./paths.ts')).configurePaths,
  },
  {
    name: 'fix',
    summary: 'the fewest changes that cut the attack paths, as patches to your files',
    load: async () => (await import('./fix.ts')).configureFix,
  },
  {
    name: 'explain',
    summary: 'why: a threat, a rule, an access decision, a connection',
    load: async () => (await import('./explain.ts')).configureExplain,
  },
  {
    name: 'diagram',
    summary: 'the architecture and data-flow diagram alone',
    load: async () => (await import('./diagram.ts')).configureDiagram,
  },
  {
    name: 'system',
    summary: 'the system document, which every command takes as input too',
    load: async () => (await import('./system.ts')).configureSystem,
  },
  {
    name: 'rules',
    summary: 'the threats that are looked for',
    load: async () => (await import('./rules.ts')).configureRules,
  },
  {
    name: 'accept',
    summary: 'writes down the acceptance of a threat, with what is accepted',
    load: async () => (await import('./accept.ts')).configureAccept,
  },
  {
    name: 'init',
    summary: 'writes a bartizan.yaml to fill in',
    load: async () => (await import('./init.ts')).configureInit,
  },
];

const examples = `
Examples:
  bartizan model infra/                          the threat model of a folder, as threat-model.html
  bartizan model cdk.out --fail-on high          exit with 1 when a threat or path is high or critical
  bartizan diff main..HEAD infra/                what this branch opens and closes
  bartizan explain access app/Role s3:GetObject app/Bucket infra/

Exit codes: 0 ran, nothing at or over the threshold; 1 something is; 2 could not run.`;

/** Assembles the command line; only the command that is named is loaded. */
async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('bartizan')
    // Options after a command are that command's own.
    .enablePositionalOptions()
    .description('Threat models of AWS systems from the code that makes them.')
    .version(version, '-V, --version')
    .addHelpText('after', examples)
    .showHelpAfterError('(add --help for commands and options)')
    .exitOverride();
  const wanted = args.filter((arg) => !arg.startsWith('-')).slice(0, 2);
  for (const { name, summary, load } of commands) {
    const command = program
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`);
    const isWanted = wanted[0] === name || (wanted[0] === 'help' && wanted[1] === name);
    if (isWanted) (await load())(command);
  }
  return program;
}

async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  try {
    const args = process.argv.slice(2);
    const status = runWithMoreRoom(args);
    if (status !== undefined) {
      process.exitCode = status;
      return;
    }
    const program = await createProgram(args);
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof UsageError) fail(error.message);
    else fail(`this is a fault of bartizan, please report it: ${faultText(error)}`);
  }
}

/** The stack is for whoever looks for the fault, and only when asked for. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told =
    process.env.BARTIZAN_DEBUG === undefined ? `${error.message} (BARTIZAN_DEBUG=1 shows where)` : error.stack;
  return told ?? error.message;
}

function fail(message: string): void {
  process.stderr.write(`bartizan: ${message}\n`);
  process.exitCode = 2;
}

await main();
