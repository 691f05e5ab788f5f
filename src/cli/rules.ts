import { type Command, Option } from 'commander';
import { collect, day } from './input-options.ts';
import { writeResult } from './output.ts';
import { type OwnRulesOptions, readOwnRules } from './own-rules.ts';

interface RulesOptions extends OwnRulesOptions {
  readonly kind: 'threats' | 'moves' | 'controls' | 'services';
  readonly format: 'text' | 'json';
}

/** `bartizan rules`: what is known, without any system. */
export function configureRules(command: Command): void {
  command
    .description(
      'Lists the threats that are looked for; with --kind the moves of attackers, controls, or resource types in depth.',
    )
    .addOption(
      new Option('-k, --kind <kind>', 'what to list')
        .choices(['threats', 'moves', 'controls', 'services'])
        .default('threats'),
    )
    .addOption(
      new Option('-f, --format <format>', 'text for people, or json').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', '\nbartizan explain rule ID tells all about one.')
    .action(runRules);
  // Options after a sub-command are its own.
  addOwnRulesOptions(command).enablePositionalOptions();
  configureTest(command.command('test'));
  configureChanges(command.command('changes'));
}

function configureChanges(command: Command): void {
  command
    .description(
      'What the catalogue and ATT&CK know now, compared with an earlier version or with what a saved threat model was made with.',
    )
    .option(
      '--since <version|file>',
      'a version, or a threat model saved as JSON; default: the last version that is kept',
    )
    .addOption(
      new Option('-f, --format <format>', 'text for people, or json').choices(['text', 'json']).default('text'),
    )
    .action(async (options: { readonly since?: string; readonly format: 'text' | 'json' }) => {
      const { runRulesChanges } = await import('./rules-changes.ts');
      runRulesChanges(options);
    });
}

/** Which rules of users are listed with those of the catalogue. */
export function addOwnRulesOptions(command: Command): Command {
  return command
    .option('--rules <path>', 'also those of a rule file (*.rule.yaml) or a folder of them; may be repeated', collect)
    .option('--rules-module <file>', 'also those of a JavaScript module, which is run; may be repeated', collect);
}

function configureTest(command: Command): void {
  command
    .description(
      'Runs the examples in rule files: what must be reported, and what must not. Exit code 1 when one fails.',
    )
    .argument('[path...]', 'rule files (*.rule.yaml) or folders of them; the current folder when left out')
    .option('--as-of <date>', 'the day for which examples are judged (YYYY-MM-DD); default: today', day)
    .addOption(
      new Option('-f, --format <format>', 'text for people, or json').choices(['text', 'json']).default('text'),
    )
    .action(async (paths: readonly string[], options: { readonly asOf?: string; readonly format: 'text' | 'json' }) => {
      const { runRulesTest } = await import('./rules-test.ts');
      await runRulesTest(paths, options);
    });
}

async function runRules({ kind, format, ...named }: RulesOptions): Promise<void> {
  const { controls, moves, services, threatRules } = await import('../catalog/catalog.generated.ts');
  const { knowledge: own } = await readOwnRules(named);
  const lists: Readonly<Record<RulesOptions['kind'], readonly { readonly id: string; readonly title: string }[]>> = {
    threats: [...threatRules, ...own.threats],
    moves,
    controls: [...controls, ...own.controls],
    services: [...services, ...own.services].map((service) => ({ id: service.type, title: service.element })),
  };
  // Functions are not JSON: what is left is what the catalogue says.
  const list = lists[kind].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    writeResult(`${JSON.stringify(list, undefined, 2)}\n`, undefined);
    return;
  }
  const width = Math.max(...list.map(({ id }) => id.length));
  writeResult(list.map(({ id, title }) => `${id.padEnd(width)}  ${title}\n`).join(''), undefined);
}
