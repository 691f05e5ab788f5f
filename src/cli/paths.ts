import { type Command, Option } from 'commander';
import { type AttackerOptions, addAttackerOptions } from './attacker-options.ts';
import { buildModel } from './build-model.ts';
import { addInputOptions, type InputOptions } from './input-options.ts';
import { note, writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';

interface PathsOptions extends InputOptions, AttackerOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format: 'json' | 'text';
  readonly out?: string;
}

const examples = `
Examples:
  bartizan paths infra/ --from internet
  bartizan paths infra/ --from user:app/Deployer --to OrdersTable --format text
  bartizan paths infra/ --attacker pipeline --attacker repository
  bartizan paths infra/ --assume 'runs-code app/Api' --assume 'reads app/Config'`;

/** `bartizan paths`: what an attacker who starts there can reach, and how. */
export function configurePaths(command: Command): void {
  addAttackerOptions(addInputOptions(command))
    .option(
      '--from <who>',
      'an attacker (internet, any-aws-account, user:app/Deployer …), or an identity or workload that somebody holds',
    )
    .option('--to <what>', 'the address or id of an element')
    .addOption(
      new Option('-f, --format <format>', 'json, or text for people').choices(['json', 'text']).default('json'),
    )
    .option('-o, --out <file>', 'write here instead of to standard output')
    .addHelpText('after', examples)
    .action(runPaths);
}

/** What is assumed is asked about alone, unless others are asked for as well. */
function onlyAssumed(options: PathsOptions): PathsOptions {
  const { assume, attacker, from } = options;
  return assume === undefined || attacker !== undefined || from !== undefined ? options : { ...options, attacker: [] };
}

async function runPaths(paths: readonly string[], options: PathsOptions): Promise<void> {
  const { document } = await buildModel(paths, onlyAssumed(options));
  const { pathsBetween } = await import('../document/paths-between.ts');
  const known = (name: string) =>
    document.system.elements.some(({ id, address, name: own }) => [id, address, own].includes(name));
  if (options.to !== undefined && !known(options.to)) {
    throw new UsageError(`nothing in the system is called ${options.to}; give the address or id of an element`);
  }
  const found = pathsBetween(document, options);
  if (options.from !== undefined && found.length === 0 && !known(options.from)) {
    const attackers = [...new Set(document.attackPaths.map(({ attacker }) => attacker))].sort().slice(0, 10);
    note(`bartizan: no path starts at ${options.from}; there are paths of ${attackers.join(', ') || 'nobody'}`);
  }
  if (options.format === 'json') {
    const { escapedJson } = await import('../report/json.ts');
    writeResult(`${escapedJson({ attackPaths: found })}\n`, options.out);
    return;
  }
  const { pathText } = await import('./path-text.ts');
  const texts = found.map((path) => pathText(path, document));
  writeResult(texts.length === 0 ? 'No path was found.\n' : texts.join('\n'), options.out);
}
