import { type Command, Option } from 'commander';
import { writeResult } from './output.ts';

interface RulesOptions {
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
}

async function runRules({ kind, format }: RulesOptions): Promise<void> {
  const { controls, moves, services, threatRules } = await import('../catalog/catalog.generated.ts');
  const lists: Readonly<Record<RulesOptions['kind'], readonly { readonly id: string; readonly title: string }[]>> = {
    threats: threatRules,
    moves,
    controls,
    services: services.map((service) => ({ id: service.type, title: service.element })),
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
