import { detectionSources, moves, threatRules } from '../../src/catalog/catalog.generated.ts';
import { failingRules } from '../../src/catalog/data/config-rules-by-action.ts';
import { guardDutyFindings } from '../../src/catalog/data/guard-duty-findings.ts';
import { detonations } from '../../src/catalog/data/stratus-tests.ts';
import { dataEvents } from '../../src/catalog/data/trail-events.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { type Unmapped, unmappedTechniques } from '../../src/catalog/frameworks/unmapped-techniques.ts';

/** What sees attacks, and what of it is known: one page. */
export function detectionPage(): readonly string[] {
  return [
    '# What sees attacks',
    'For each step of each attack path, and each technique of a threat, the model asks these sources. How the result is told is in [the guide](guide/detection.md).',
    ...detectionSources.flatMap(({ id, title, service, control, references }) => [
      `## ${title}`,
      `\`${id}\`, ${service}${control === undefined ? '' : `, control [${control}](controls.md#${control})`}`,
      references.map((reference) => `- <${reference}>`).join('\n'),
    ]),
    '## Findings of GuardDuty that are known',
    table(
      ['finding', 'plan', 'raised', 'by calls', 'for techniques', 'on'],
      guardDutyFindings.map(({ types, feature, always, actions = [], techniques: about = [], on = [] }) => [
        types.map(code).join(' '),
        feature,
        always === true ? 'always' : 'when unusual',
        actions.map(code).join(' '),
        about.join(' '),
        on.join(' '),
      ]),
    ),
    '## Rules of Config that a call makes fail',
    table(
      ['rules', 'fail', 'by calls'],
      failingRules.map(({ rules, always, actions }) => [
        rules.map(code).join(' '),
        always === true ? 'always' : 'by what is written',
        actions.map(code).join(' '),
      ]),
    ),
    '## Data events of CloudTrail',
    'Only trails whose selectors name the type record these calls.',
    table(
      ['type', 'actions'],
      Object.entries(dataEvents).map(([type, pattern]) => [type, code(pattern.source).replaceAll('|', '\\|')]),
    ),
    '## Attacks that can be detonated',
    table(
      ['Stratus Red Team', 'what it does', 'by calls'],
      detonations.map(({ id, title, actions }) => [code(id), title, actions.map(code).join(' ')]),
    ),
  ];
}

/** Every technique of the cloud matrices, with what shows it or why nothing does. */
export function attackPage(): readonly string[] {
  const ids = [...new Set([...techniques.techniques.map(({ id }) => id), ...Object.keys(unmappedTechniques)])].sort();
  const names = new Map(techniques.techniques.map(({ id, name }) => [id, name]));
  return [
    '# ATT&CK',
    `Techniques of the cloud matrices of MITRE ATT&CK ${techniques.version}. ${techniques.notice}`,
    table(
      ['technique', 'name', 'shown by'],
      ids.map((id) => [id, names.get(id) ?? '', shownBy(id)]),
    ),
  ];
}

function shownBy(technique: string): string {
  const rules = threatRules.filter((rule) => rule.techniques.includes(technique)).map(({ id }) => id);
  const made = moves.filter((move) => move.technique === technique).map(({ id }) => id);
  const all = [...rules, ...made];
  if (all.length > 0) return all.map(code).join(', ');
  const why: Unmapped | undefined = unmappedTechniques[technique];
  if (why === undefined) return '';
  return why.kind === 'within'
    ? `within ${why.of.map(code).join(', ')}: ${why.because}`
    : `not visible: ${why.because}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
