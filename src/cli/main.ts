#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { addModelCommand } from './model.ts';
import { addPathsCommand } from './paths.ts';
import { UsageError } from './usage-error.ts';

/** Assembles the command line; every command loads what it needs when it runs. */
function createProgram(): Command {
  const program = new Command('bartizan')
    .description('Threat models of AWS systems from the code that makes them.')
    .version(version)
    .showHelpAfterError('(bartizan --help lists commands and options)')
    .exitOverride();
  addModelCommand(program);
  addPathsCommand(program);
  return program;
}

/** Exit code 0: ran, nothing at or over the threshold; 1: threats at or over it; 2: could not run. */
async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof UsageError) fail(error.message);
    else
      fail(
        `This is a fault of bartizan; please report it. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
  }
}

function fail(message: string): void {
  process.stderr.write(`bartizan: ${message}\n`);
  process.exitCode = 2;
}

await main();
