import type { DocumentThreat, ThreatModelDocument } from '../model/document.ts';
import type { DocumentMitigation, DocumentPath } from '../model/document-paths.ts';
import { renderMermaid } from './diagram/mermaid.ts';
import { type DocumentIndex, indexDocument, nameOf } from './document-index.ts';
import { chokePointLines } from './markdown/choke-points.ts';
import { detectionLines } from './markdown/detection.ts';
import { impactLines } from './markdown/impact.ts';
import { code, plain, tableRow } from './markdown-text.ts';
import { countByLevel, groupedThreats, levels, rankedMitigations, rankedPaths, statuses } from './ranking.ts';
import { unknownsByInput } from './unknowns.ts';
import {
  attackerText,
  certaintyTexts,
  controlStates,
  factText,
  needText,
  placeText,
  plural,
  requirementStates,
  sentence,
  statusTitles,
  targetText,
} from './words.ts';

/** Rows of a long table; the rest is counted, and is in the JSON document. */
const mostRows = 200;
/** Threats told in full. */
const mostInFull = 25;

/** The threat model for people who read Markdown: wikis, tickets, repositories. */
export function renderMarkdown(document: ThreatModelDocument): string {
  const index = indexDocument(document);
  const parts = [
    ...headLines(document),
    ...impactLines(document),
    ...pathLines(index),
    ...threatLines(index),
    ...detailLines(index),
    ...chokePointLines(index),
    ...mitigationLines(index),
    ...detectionLines(index),
    ...frameworkLines(document),
    ...diagramLines(document),
    ...coverageLines(document),
  ];
  return `${parts.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function headLines(document: ThreatModelDocument): readonly string[] {
  const open = countByLevel(document.threats, 'open');
  const counts = statuses.map((status) => document.threats.filter((threat) => threat.status === status).length);
  const files = document.scope.inputs.slice(0, 5).map(({ path }) => code(path));
  return [
    '# Threat model',
    '',
    `${files.join(', ')}${document.scope.inputs.length > 5 ? ' …' : ''}, as of ${plain(document.asOf)}, bartizan ${plain(document.tool.version)}`,
    '',
    tableRow(levels.map((level) => `open, ${level}`).concat(statuses.slice(1))),
    tableRow([...levels, ...statuses.slice(1)].map(() => '---:')),
    tableRow([...levels.map((level) => String(open[level])), ...counts.slice(1).map(String)]),
    '',
  ];
}

function pathLines(index: DocumentIndex): readonly string[] {
  const paths = rankedPaths(index.document.attackPaths);
  const shown = paths.slice(0, mostInFull);
  const rest = paths.length - shown.length;
  return [
    '## Attack paths',
    '',
    ...(paths.length === 0 ? ['None found.'] : shown.flatMap((path) => onePath(path, index))),
    ...(rest > 0 ? [`${plural(rest, 'more path')} in the JSON document.`] : []),
    '',
  ];
}

function onePath(path: DocumentPath, index: DocumentIndex): readonly string[] {
  const named = (element: string) => nameOf(index, element);
  const guard = path.guard === undefined ? [] : [`Only if ${code(path.guard)}.`, ''];
  const conditions = path.conditions.map((condition) => `Must hold besides: ${plain(condition)}.`);
  const steps = path.steps.map((step, at) => {
    const needs = step.needs.map((need) => needText(need, path, named)).join('; ');
    const actions = step.actions.map(code).join(', ');
    const source = step.evidence.find((evidence) => evidence.source !== undefined)?.source;
    const parts = [
      `${at + 1}. **${plain(step.title)}**: ${plain(named(step.from))} → ${plain(named(step.to))}; needs ${plain(needs)}, gives ${plain(factText(step.gives, named))}`,
      actions,
      step.certainty === 'certain' ? '' : step.certainty,
      step.guard === undefined ? '' : `only if ${code(step.guard)}`,
      source === undefined ? '' : code(placeText(source)),
    ];
    return parts.filter((part) => part !== '').join(' · ');
  });
  return [
    `### ${plain(attackerText(path.attacker))} → ${plain(path.gains)}: ${plain(targetText(path, (element) => nameOf(index, element)))}`,
    '',
    `${path.risk.level}, risk ${path.risk.score} of 25. ${path.certainty}: ${certaintyTexts[path.certainty]}.`,
    '',
    ...guard,
    ...(conditions.length > 0 ? [...conditions, ''] : []),
    ...steps,
    '',
  ];
}

function threatLines(index: DocumentIndex): readonly string[] {
  const groups = groupedThreats(index.document);
  const rows = groups.slice(0, mostRows).map(({ first, threats }) => {
    const names = threats.slice(0, 4).map((threat) => code(threat.address));
    const more = threats.length > 4 ? ` and ${plural(threats.length - 4, 'other')}` : '';
    const source = first.evidence[0]?.source;
    const place = source === undefined ? '' : code(placeText(source));
    const count = threats.length > 1 ? `${threats.length} × ` : '';
    return tableRow([
      statusTitles[first.status],
      first.risk.level,
      String(first.risk.score),
      plain(first.title),
      `${count}${names.join(', ')}${more}`,
      place,
    ]);
  });
  const rest = groups.length - rows.length;
  return [
    '## Threats',
    '',
    tableRow(['Status', 'Level', 'Risk', 'Threat', 'On', 'Place']),
    tableRow(['---', '---', '---:', '---', '---', '---']),
    ...rows,
    '',
    ...(rest > 0 ? [`${plural(rest, 'more kind')} of threat in the JSON document.`, ''] : []),
  ];
}

function detailLines(index: DocumentIndex): readonly string[] {
  const open = groupedThreats(index.document).filter(
    ({ first }) => first.status === 'open' || first.status === 'unknown',
  );
  return open
    .slice(0, mostInFull)
    .flatMap(({ first, threats }) => [
      `### ${plain(first.title)}: ${plain(nameOf(index, first.element))}${threats.length > 1 ? ` and ${plural(threats.length - 1, 'other')}` : ''}`,
      '',
      plain(sentence(first.statement)),
      '',
      ...detail(first, index),
      '',
    ]);
}

function detail(threat: DocumentThreat, index: DocumentIndex): readonly string[] {
  const factors = (on: 'likelihood' | 'impact') =>
    threat.risk.factors
      .filter((factor) => factor.on === on)
      .map(({ effect, because }) => `${effect} ${plain(because)}`)
      .join('; ');
  const changes = threat.mitigations
    .map((id) => index.mitigations.get(id)?.change)
    .filter((change) => change !== undefined);
  return [
    ...(threat.guard === undefined ? [] : [`- Only if ${code(threat.guard)}`]),
    ...(threat.settledBy === undefined ? [] : [`- To be settled by ${plain(threat.settledBy)}`]),
    ...threat.evidence.map(
      ({ note, source }) => `- ${plain(note)}${source === undefined ? '' : ` (${code(placeText(source))})`}`,
    ),
    ...threat.controls.map(
      ({ id, state, evidence }) => `- Control ${plain(id)}, ${controlStates[state]}: ${plain(evidence.note)}`,
    ),
    `- Likelihood ${threat.likelihood}: ${factors('likelihood')}`,
    `- Impact ${threat.impact}: ${factors('impact')}`,
    ...changes.map(
      (change) =>
        `- **To close it**: set ${code(change.property)} of ${code(change.resource)} to ${code(change.value)}`,
    ),
  ];
}

function mitigationLines(index: DocumentIndex): readonly string[] {
  const ranked = rankedMitigations(index.document.mitigations);
  const rows = ranked
    .slice(0, 20)
    .map(({ title, change, removes, effort }) =>
      tableRow([
        plain(title),
        `${code(change.resource)}: ${code(change.property)} = ${code(change.value)}`,
        String(removes.risk),
        closesText(removes),
        `${effort} of 5`,
      ]),
    );
  if (rows.length === 0) return [];
  return [
    '## Mitigations',
    '',
    tableRow(['Change', 'Where', 'Removes risk', 'Closes', 'Effort']),
    tableRow(['---', '---', '---:', '---', '---']),
    ...rows,
    '',
  ];
}

function closesText({ threats, paths }: DocumentMitigation['removes']): string {
  const told = plural(threats.length, 'threat');
  if (paths.length === 0) return told;
  return threats.length === 0 ? plural(paths.length, 'path') : `${told}, ${plural(paths.length, 'path')}`;
}

function frameworkLines({ frameworks = [] }: ThreatModelDocument): readonly string[] {
  return frameworks.flatMap(({ title, version, requirements }) => [
    `## ${plain(title)}, ${plain(version)}`,
    '',
    tableRow(['Requirement', 'What it asks for', 'State', 'Threats']),
    tableRow(['---', '---', '---', '---:']),
    ...requirements.map((one) =>
      tableRow([plain(one.id), plain(one.title ?? ''), requirementStates[one.state], String(one.threats.length)]),
    ),
    '',
  ]);
}

function diagramLines(document: ThreatModelDocument): readonly string[] {
  return ['## Diagram', '', '```mermaid', renderMermaid(document).trimEnd(), '```', ''];
}

function coverageLines(document: ThreatModelDocument): readonly string[] {
  const { coverage, scope } = document;
  const unknowns = unknownsByInput(coverage.unknowns).slice(0, mostRows);
  const diagnostics = coverage.diagnostics.slice(0, mostRows);
  return [
    '## Coverage',
    '',
    `${plural(coverage.resources, 'resource')} of ${plural(Object.keys(coverage.types).length, 'type')}. What is unknown is never counted as safe.`,
    '',
    ...unknowns.map(({ settledBy, count }) => `- ${plain(settledBy)} would settle ${plural(count, 'answer')}`),
    ...scope.notAssessed.map((text) => `- Not assessed: ${plain(text)}`),
    ...diagnostics.map(({ level, message, source }) => `- ${level}: ${plain(message)} (${code(placeText(source))})`),
  ];
}
