import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { controls, moves, services, threatRules } from '../../src/catalog/catalog.generated.ts';
import { isSeen, type Skill, skillOf } from '../../src/catalog/step-use.ts';
import type { IdentifiedMove } from '../../src/model/attack.ts';
import type { IdentifiedControl } from '../../src/model/control.ts';
import type { NotApplicable } from '../../src/model/fact.ts';
import type { ServiceType } from '../../src/model/service.ts';
import type { IdentifiedRule } from '../../src/model/threat.ts';
import type { GeneratedFile } from './generated-file.ts';

const catalog = fileURLToPath(new URL('../../src/catalog', import.meta.url));
const notice = '<!-- Generated from the catalogue. Do not edit: run `npm run generate`. -->';

/** A page for every threat rule and resource type, and one each for moves and controls, with an index. */
export function docFiles(): readonly GeneratedFile[] {
  return [
    { path: 'docs/catalogue.md', text: page(indexPage()) },
    ...threatRules.map((rule) => ({ path: `docs/threats/${rule.id}.md`, text: page(threatPage(rule)) })),
    ...services.map((service) => ({ path: servicePath(service), text: page(servicePage(service)) })),
    { path: 'docs/moves.md', text: page(['# Moves of an attacker', ...moves.flatMap(moveSection)]) },
    { path: 'docs/controls.md', text: page(['# Controls', ...controls.flatMap(controlSection)]) },
  ];
}

function page(lines: readonly string[]): string {
  return `${[notice, ...lines].join('\n\n')}\n`;
}

function servicePath({ type }: ServiceType): string {
  return `docs/services/${type.split('::').slice(1).join('-')}.md`;
}

function indexPage(): readonly string[] {
  return [
    '# The catalogue',
    `${services.length} resource types in depth, ${threatRules.length} threat rules, ${moves.length} moves, ${controls.length} controls.`,
    '## Threats',
    threatRules.map(({ id, title }) => `- [${id}](threats/${id}.md): ${title}`).join('\n'),
    '## Moves and controls',
    '[Moves of an attacker](moves.md), [controls](controls.md).',
    '## Resource types in depth',
    services.map((service) => `- [${service.type}](${servicePath(service).slice('docs/'.length)})`).join('\n'),
  ];
}

function threatPage(rule: IdentifiedRule): readonly string[] {
  const { source, prerequisites, action, impact } = rule.statement;
  const examples = examplesOf(`threats/${rule.id}/examples`);
  return [
    `# ${rule.title}`,
    `\`${rule.id}\``,
    `Threat source: ${source}. Prerequisites: ${prerequisites}. Action: ${action}. Impact: ${impact}.`,
    `| STRIDE | ATT&CK | CWE | likelihood | impact |\n|---|---|---|---|---|\n| ${rule.stride.join(', ')} | ${rule.techniques.join(', ')} | ${rule.weaknesses.join(', ')} | ${rule.likelihood} of 5 | ${rule.impact} of 5 |`,
    '## When it is right in form and yet no cause to act',
    rule.falsePositives,
    '## What closes it',
    rule.controls
      .map(
        (id) =>
          `- [${id}](${up(rule.id)}controls.md#${id}): ${controls.find((control) => control.id === id)?.title ?? ''}`,
      )
      .join('\n'),
    ...examples.flatMap(({ name, forms }) => [
      `## Example: ${name}`,
      ...forms.flatMap(({ form, text }) => [form, text]),
    ]),
    '## References',
    rule.references.map((reference) => `- <${reference}>`).join('\n'),
  ];
}

/** From `docs/threats/<id>.md` back to `docs/`. */
function up(id: string): string {
  return '../'.repeat(id.split('/').length);
}

interface ShownExample {
  readonly name: string;
  readonly forms: readonly { readonly form: string; readonly text: string }[];
}

/** In which order and how the two forms of an example are shown, by the end of the file's name. */
const formsOfExamples = [
  { end: '.yaml', form: 'As a CloudFormation template:', language: 'yaml' },
  { end: '.tf', form: 'In Terraform:', language: 'hcl' },
];

function examplesOf(folder: string): readonly ShownExample[] {
  const path = `${catalog}/${folder}`;
  if (!existsSync(path)) return [];
  const files = readdirSync(path).sort();
  const names = new Set(files.map((file) => file.replace(/\.\w+$/, '')));
  return [...names].map((name) => ({
    name,
    forms: formsOfExamples.flatMap(({ end, form, language }) => {
      if (!files.includes(name + end)) return [];
      const text = readFileSync(`${path}/${name}${end}`, 'utf8').trimEnd();
      return [{ form, text: `\`\`\`${language}\n${text}\n\`\`\`` }];
    }),
  }));
}

function servicePage(service: ServiceType): readonly string[] {
  const rows = Object.entries(service.facts).map(
    ([dimension, answer]) =>
      `| ${dimension} | ${typeof answer === 'function' ? 'answered' : `does not apply: ${(answer as NotApplicable).reason}`} |`,
  );
  const ignored = Object.entries(service.ignored).map(([property, reason]) => `| \`${property}\` | ${reason} |`);
  return [
    `# ${service.type}`,
    `${service.title}. Drawn as ${service.element === 'part' ? 'a part of what it configures' : service.element}; service model: ${service.service}. [AWS documentation](${service.documentation})`,
    `| question | answer |\n|---|---|\n${rows.join('\n')}`,
    ...(ignored.length === 0
      ? []
      : ['## Properties deliberately not read', `| property | why |\n|---|---|\n${ignored.join('\n')}`]),
  ];
}

const skillWords: Readonly<Record<Skill, string>> = {
  tool: 'A public tool makes the calls.',
  instructions: 'How to make the calls is described in public.',
  'own work': 'It takes work of the attacker’s own.',
};

function moveSection(move: IdentifiedMove): readonly string[] {
  return [
    `## ${move.title}`,
    `\`${move.id}\`, ${move.technique}, cost ${move.cost} of 5${move.actions.length === 0 ? '' : `; uses ${move.actions.map((action) => `\`${action}\``).join(', ')}`}`,
    move.description,
    `${isSeen(move) ? 'AWS has seen the technique in attacks.' : 'Nobody has reported the technique from attacks on AWS accounts.'} ${skillWords[skillOf(move)]}`,
    move.references.map((reference) => `- <${reference}>`).join('\n'),
  ];
}

const costWords: Readonly<Record<IdentifiedControl['cost'], string>> = {
  none: 'none',
  usage: 'by use',
  fixed: 'a price for each thing a month',
  high: 'a subscription or a price that is felt',
  people: 'the time of people',
};

function controlSection(control: IdentifiedControl): readonly string[] {
  return [
    `## ${control.id}`,
    `**${control.title}** (${control.kind}, ${control.service}, effort ${control.effort} of 5, cost: ${costWords[control.cost]}). ${control.description}`,
    `In force when: ${control.inForce}`,
    `How to add it: ${control.howToAdd}`,
    ...(control.effects.length === 0
      ? []
      : [
          `| technique | does | how much | says |\n|---|---|---|---|\n${control.effects.map(({ technique, does, score, basis }) => `| ${technique} | ${does} | ${score ?? ''} | ${basis} |`).join('\n')}`,
        ]),
    control.references.map((reference) => `- <${reference}>`).join('\n'),
  ];
}
