import { type Command, Option } from 'commander';
import type { ThreatModelDocument } from '../model/document.ts';
import { baselineOf } from '../monitor/baseline.ts';
import { compare } from '../monitor/compare.ts';
import { renderDiffMarkdown } from '../report/diff-markdown.ts';
import { escapedJson } from '../report/json.ts';
import { commonName, modelOfSide, sidesOf } from './diff-side.ts';
import { addGateOptions, applyGate, type GateOptions } from './gate-options.ts';
import { addRunOptions, type InputOptions } from './input-options.ts';
import { writeResult } from './output.ts';
import { UsageError } from './usage-error.ts';

interface DiffOptions extends InputOptions, GateOptions {
  readonly format: 'markdown' | 'json';
  readonly out?: string;
  readonly links?: string;
}

const help = `
A side is a folder, a template, a saved system or threat model document, or a revision of the current repository:
git:REVISION (at the path of the other side) or REVISION:PATH. A..B compares two revisions, A...B from where they parted.

Examples:
  bartizan diff main..HEAD infra/
  bartizan diff git:main .                       the working folder against main
  bartizan diff v1.2:infra infra --format json
  bartizan diff before.yaml after.yaml
  bartizan diff main...HEAD --fail-on high       exit with 1 only for what this branch adds`;

/** `bartizan diff`: what a change does to the threat model. */
export function configureDiff(command: Command): void {
  command
    .argument('<base>', 'what was')
    .argument('[head]', 'what is; default for git:REVISION: the current folder')
    .addOption(
      new Option('-f, --format <format>', 'markdown made for a pull request, or json')
        .choices(['markdown', 'json'])
        .default('markdown'),
    )
    .option('-o, --out <file>', 'write here instead of to standard output')
    .option(
      '--links <url>',
      'make places links: what comes before the path of a file, https://host/org/repo/blob/COMMIT/',
    );
  addRunOptions(command);
  addGateOptions(command, 'a threat or attack path that is new in HEAD, or worse,')
    .addHelpText('after', help)
    .action(runDiff);
}

async function runDiff(baseWord: string, headWord: string | undefined, options: DiffOptions): Promise<void> {
  const sides = sidesOf(baseWord, headWord);
  const named = commonName(sides.base, sides.head);
  const base = await modelOfSide(sides.base, options, { label: 'base: ', named });
  const head = await modelOfSide(sides.head, options, { label: '' });
  if (base.scope.inputs.length + head.scope.inputs.length === 0) {
    throw new UsageError(`${headWord ?? baseWord}: neither side has anything there that could be modelled`);
  }
  const difference = compare(base, head);
  const text =
    options.format === 'json'
      ? `${escapedJson(difference)}\n`
      : renderDiffMarkdown(difference, {
          names: namesOf(base, head),
          ...(options.links !== undefined && { linkBase: options.links }),
        });
  writeResult(text, options.out);
  applyGate(head, options, baselineOf(base));
}

function namesOf(...documents: readonly ThreatModelDocument[]): ReadonlyMap<string, string> {
  return new Map(documents.flatMap(({ system }) => system.elements.map(({ id, name }) => [id, name] as const)));
}
