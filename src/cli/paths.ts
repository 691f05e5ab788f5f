import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AttackerOptions, addAttackerOptions } from './attacker-options.ts';
import { buildModel } from './build-model.ts';
import { addInputOptions, type InputOptions } from './input-options.ts';
import { note, writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';

interface PathsOptions extends InputOptions, AttackerOptions {
  readonly from?: string;
  readonly to?: string;
  readonly best?: number;
  readonly whyNot?: true;
  readonly blastRadius?: true;
  readonly all?: true;
  readonly format: 'json' | 'text';
  readonly out?: string;
}

const examples = `
Examples:
  bartizan paths infra/ --from internet
  bartizan paths infra/ --from user:app/Deployer --to OrdersTable --format text
  bartizan paths infra/ --from Deployer --to OrdersTable --best 5
  bartizan paths infra/ --from Deployer --to OrdersTable --why-not
  bartizan paths infra/ --from BuildProject --blast-radius
  bartizan paths infra/ --attacker pipeline --attacker repository
  bartizan paths infra/ --assume 'runs-code app/Api' --assume 'reads app/Config'`;

/** `bartizan paths`: what an attacker who starts there can reach, and how, or why not. */
export function configurePaths(command: Command): void {
  addAttackerOptions(addInputOptions(command))
    .option(
      '--from <who>',
      'an attacker (internet, any-aws-account, user:app/Deployer …), or an identity or workload that somebody holds',
    )
    .option('--to <what>', 'the address or id of an element')
    .option('--best <count>', 'with --to: so many ways, each of other steps, instead of the best one', count)
    .option('--why-not', 'with --from and --to: what is missing on the ways that would lead there')
    .option('--all', 'with --from: also everything that follows once an account is administrated')
    .option('--blast-radius', 'with --from: everything that is reached, in lists and numbers')
    .addOption(
      new Option('-f, --format <format>', 'json, or text for people').choices(['json', 'text']).default('json'),
    )
    .option('-o, --out <file>', 'write here instead of to standard output')
    .addHelpText('after', examples)
    .action(runPaths);
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 100) throw new InvalidArgumentError('a number from 1 to 100');
  return number;
}

/** What is assumed is asked about alone, unless others are asked for as well. */
function onlyAssumed(options: PathsOptions): PathsOptions {
  const { assume, attacker, from } = options;
  return assume === undefined || attacker !== undefined || from !== undefined ? options : { ...options, attacker: [] };
}

async function runPaths(paths: readonly string[], options: PathsOptions): Promise<void> {
  refuseCombinations(options);
  const folded = options.all !== true && options.blastRadius !== true;
  const built = await buildModel(paths, { ...onlyAssumed(options), folded });
  const { document } = built;
  const known = (name: string) =>
    document.system.elements.some(({ id, address, name: own }) => [id, address, own].includes(name));
  if (options.to !== undefined && !known(options.to)) {
    throw new UsageError(`nothing in the system is called ${options.to}; give the address or id of an element`);
  }
  const { from, to } = options;
  if (options.whyNot === true && from !== undefined && to !== undefined) {
    const { whyNotAnswer } = await import('./why-not-answer.ts');
    return await write(whyNotAnswer(built, { from, to }), options);
  }
  if (options.blastRadius === true && from !== undefined) {
    const { blastRadiusAnswer } = await import('./blast-radius-answer.ts');
    return await write(blastRadiusAnswer(built, from), options);
  }
  const { pathsBetween } = await import('../document/paths-between.ts');
  const found = pathsBetween(document, options);
  if (from !== undefined && found.length === 0 && !known(from)) {
    const attackers = [...new Set(document.attackPaths.map(({ attacker }) => attacker))].sort().slice(0, 10);
    note(`bartizan: no path starts at ${from}; there are paths of ${attackers.join(', ') || 'nobody'}`);
  }
  if (folded && from !== undefined && found.some(({ gains }) => gains === 'administrator'))
    note('bartizan: whoever administrates an account gets at everything in it; --all lists that as well');
  const { pathText } = await import('./path-text.ts');
  const texts = found.map((path) => pathText(path, document));
  const text = texts.length === 0 ? 'No path was found.\n' : texts.join('\n');
  await write({ value: { attackPaths: found }, text }, options);
}

function refuseCombinations({ from, to, best, whyNot, blastRadius }: PathsOptions): void {
  if (best !== undefined && to === undefined) throw new UsageError('--best needs --to: ways to what?');
  if (whyNot === true && (from === undefined || to === undefined))
    throw new UsageError('--why-not needs --from and --to');
  if (blastRadius === true && from === undefined) throw new UsageError('--blast-radius needs --from');
}

/** An answer as JSON and for people. */
export interface PathsAnswer {
  readonly value: unknown;
  readonly text: string;
}

async function write({ value, text }: PathsAnswer, { format, out }: PathsOptions): Promise<void> {
  if (format === 'text') return writeResult(text, out);
  const { escapedJson } = await import('../report/json.ts');
  writeResult(`${escapedJson(value)}\n`, out);
}
