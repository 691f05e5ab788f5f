import type { DocumentSeenPath, DocumentSight } from '../model/detection-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentPath, DocumentStep } from '../model/document-paths.ts';
import type { DocumentElement } from '../model/document-system.ts';
import { visibilityTexts } from './detection-words.ts';
import { type DocumentIndex, indexDocument, nameOf } from './document-index.ts';
import { code, plain, tableRow } from './markdown-text.ts';
import { rankedMitigations, rankedPaths } from './ranking.ts';
import { attackerText, factText, plural, shortType, targetText } from './words.ts';

/** Paths that become a scenario each: more than a team can play in a morning. */
const mostScenarios = 3;
/** Minutes between two steps of an attacker as they are told; the first inject is what somebody notices. */
const minutesApart = 20;

/** A table-top exercise from the worst paths of this system, for a team and one who leads it, as Markdown. */
export function renderTableTop(document: ThreatModelDocument): string {
  const index = indexDocument(document);
  const paths = scenarioPaths(document);
  const lines = [
    '# Table-top exercise',
    '',
    `For ${document.scope.inputs.map(({ path }) => code(path)).join(', ')}, as of ${plain(document.asOf)}. Every scenario is an attack path of the threat model, so each step is possible with the configuration as it stands.`,
    '',
    ...roles(index, paths),
    ...rules(),
    ...paths.flatMap((path, at) => scenario(path, at + 1, index)),
    ...(paths.length === 0 ? ['No attack path was found, so there is nothing to play.', ''] : afterwards()),
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** The worst paths, each of another attacker or to another target, so that no scenario is played twice. */
function scenarioPaths({ attackPaths }: ThreatModelDocument): readonly DocumentPath[] {
  const chosen: DocumentPath[] = [];
  for (const path of rankedPaths(attackPaths)) {
    const isNew = chosen.every((one) => one.attacker !== path.attacker && one.target !== path.target);
    if (isNew && chosen.length < mostScenarios) chosen.push(path);
  }
  return chosen;
}

function roles(index: DocumentIndex, paths: readonly DocumentPath[]): readonly string[] {
  const targets = [...new Set(paths.map(({ target }) => nameOf(index, target)))];
  const rows: readonly (readonly [string, string])[] = [
    ['Facilitator', 'knows this document, reads the injects, keeps the time, answers for the attacker'],
    ['Incident lead', 'decides, and says out loud what is known and what is not'],
    ['Security analyst', 'says where to look, and what would be found there'],
    ['Platform engineer', 'says what can be changed or switched off, how fast, and what breaks'],
    ...(targets.length === 0
      ? []
      : [[`Owner of ${targets.join(', ')}`, 'says what is lost, for whom, and what may be down'] as const]),
    ['Communication and legal', 'says who must be told, and by when'],
    ['Note taker', 'writes down decisions, questions without an answer, and times'],
  ];
  return [
    '## Roles',
    '',
    tableRow(['Role', 'Does']),
    tableRow(['---', '---']),
    ...rows.map(([role, does]) => tableRow([plain(role), plain(does)])),
    '',
  ];
}

function rules(): readonly string[] {
  return [
    '## How to play',
    '',
    'About an hour a scenario. The team sees the injects only, one at a time; what stands under “for the facilitator” is told when somebody looks in the right place. Nothing is done to real systems.',
    '',
  ];
}

function scenario(path: DocumentPath, number: number, index: DocumentIndex): readonly string[] {
  const { detection } = index.document;
  const seen = detection?.paths.find((one) => one.path === path.id);
  const named = (element: string) => nameOf(index, element);
  return [
    `## Scenario ${number}: ${plain(attackerText(path.attacker))} → ${plain(path.gains)}: ${plain(targetText(path, named))}`,
    '',
    `Risk ${path.risk.score} of 25 (${path.risk.level}). For the facilitator: it begins at ${code(named(path.entry))} and ends at ${code(named(path.target))} in ${plural(path.steps.length, 'step')}.`,
    '',
    ...(path.conditions.length === 0
      ? []
      : ['It is assumed for the exercise that:', '', ...path.conditions.map((one) => `- ${plain(one)}`), '']),
    '### Time line',
    '',
    ...path.steps.flatMap((step, at) => inject(step, at, { path, seen, index })),
    ...lastInject(path, index),
    ...whatHelps(path, index),
  ];
}

interface Playing {
  readonly path: DocumentPath;
  readonly seen: DocumentSeenPath | undefined;
  readonly index: DocumentIndex;
}

function inject(step: DocumentStep, at: number, { path, seen, index }: Playing): readonly string[] {
  const one = seen?.steps[at];
  const sights = new Map((index.document.detection?.sights ?? []).map((sight) => [sight.id, sight]));
  const on = (one?.seenBy ?? []).flatMap((id) => sights.get(id) ?? []);
  const missing = (one?.gaps ?? []).flatMap((id) => sights.get(id) ?? []);
  const named = (element: string) => nameOf(index, element);
  const where = step.from === step.to ? named(step.to) : `${named(step.from)} → ${named(step.to)}`;
  return [
    `#### T+${at * minutesApart} min: ${plain(tell(step, on, named))}`,
    '',
    'Questions:',
    '',
    ...questions(step, path, index, on).map((question) => `- ${plain(question)}`),
    '',
    `For the facilitator: ${plain(step.title)}, ${plain(where)}${step.actions.length === 0 ? '' : `, with ${step.actions.map(code).join(', ')}`}; the attacker now ${plain(factText(step.gives, named))}. Seen as: ${visibilityTexts[one?.visibility ?? 'unknown'].toLowerCase()}.`,
    '',
    ...sightLines('Can be found when somebody looks', on, ({ title, what }) => `${title}: ${what}`),
    ...sightLines(
      'Is there only if it is set up elsewhere, or not at all',
      missing,
      ({ title, what, state }) => `${title} (${state === 'off' ? 'off' : 'not in the input'}): ${what}`,
    ),
  ];
}

/** What the team hears: an alert where one comes, else nothing but an odd remark. */
function tell(step: DocumentStep, on: readonly DocumentSight[], named: (element: string) => string): string {
  const alert = on.find(({ as }) => as === 'alert') ?? on.find(({ as }) => as === 'anomaly');
  if (alert !== undefined)
    return `${alert.title} raises ${alert.what.split(', ')[0] ?? alert.what} on ${named(step.to)}`;
  const record = on.find(({ as }) => as === 'record');
  if (record !== undefined) return `somebody asks about an entry in ${record.title} that touches ${named(step.to)}`;
  return `nothing is heard; an outsider claims to have got as far as ${named(step.to)}`;
}

function questions(
  step: DocumentStep,
  path: DocumentPath,
  index: DocumentIndex,
  on: readonly DocumentSight[],
): readonly string[] {
  const to = index.elements.get(step.to);
  const name = nameOf(index, step.to);
  const isFirst = path.steps[0]?.id === step.id;
  return [
    on.length === 0
      ? `Would anybody here notice this on ${name}? Where would you look?`
      : 'Who reads this, how long after, and who calls whom?',
    ...(isFirst ? ['Is this an incident? Who says so, and by what rule?'] : []),
    ...(to === undefined ? [] : containment(to, name)),
    ...(step.actions.length === 0
      ? []
      : [`Which identities may do ${step.actions[0] ?? ''} today, and who of them needs to?`]),
  ];
}

/** What stopping it would mean for this kind of thing. */
function containment({ kind, type }: DocumentElement, name: string): readonly string[] {
  switch (kind) {
    case 'identity':
      return [`How are the sessions of ${name} ended at once, and what stops working then?`];
    case 'data-store':
      return [`What lies in ${name}, whose is it, and who can tell what was read or changed?`];
    case 'process':
      return [`May ${name} (${shortType(type)}) be cut off now? Who decides, and what is kept for analysis?`];
    case 'network':
      return [`Which rule of ${name} would you close, and whom would that cut off?`];
    case 'control':
      return [`Without ${name}, what do you still see?`];
    case 'external-entity':
      return [`Whom do you call about ${name}, and is the number known?`];
  }
}

function lastInject(path: DocumentPath, index: DocumentIndex): readonly string[] {
  const target = index.elements.get(path.target);
  const name = nameOf(index, path.target);
  const assets = index.document.system.assets.filter(({ heldBy }) => heldBy === path.target);
  const recovery = target?.facts['recovery'];
  return [
    `#### T+${path.steps.length * minutesApart} min: ${plain(`the attacker shows that he can ${gainText(path.gains)} at ${name}, and asks for money`)}`,
    '',
    'Questions:',
    '',
    ...assets.map(
      ({ name: asset }) => `- ${plain(`What does it mean for ${asset} to be lost, changed or published?`)}`,
    ),
    '- Who must be told, by law and by contract, and by when?',
    '- How do you know that the attacker is out, and has left nothing behind?',
    `- ${plain(`From what, and in what time, does ${name} come back?`)}`,
    '',
    ...(recovery === undefined || recovery.state === 'not-applicable'
      ? []
      : [`For the facilitator: recovery of ${code(name)} is ${plain(recovery.text)}.`, '']),
  ];
}

function gainText(gains: string): string {
  return gains === 'administrator' ? 'do everything in the account' : gains;
}

function sightLines(
  title: string,
  sights: readonly DocumentSight[],
  line: (sight: DocumentSight) => string,
): readonly string[] {
  if (sights.length === 0) return [];
  return [`${title}:`, '', ...[...new Set(sights.map(line))].map((one) => `- ${plain(one)}`), ''];
}

/** Changes that were proved to take this path away, for the talk afterwards. */
function whatHelps(path: DocumentPath, index: DocumentIndex): readonly string[] {
  const changes = rankedMitigations(index.document.mitigations)
    .filter(({ removes }) => removes.paths.includes(path.id))
    .slice(0, 5);
  if (changes.length === 0) return [];
  return [
    '### What would have stopped it',
    '',
    ...changes.map(({ title, change }) => `- ${plain(title)}: ${code(change.resource)}`),
    '',
  ];
}

function afterwards(): readonly string[] {
  return [
    '## Afterwards',
    '',
    '- What did nobody see that should be seen? The section on detection of the threat model says what to switch on.',
    '- Which question had no answer? Each becomes a task with an owner.',
    '- What of the runbook was wrong or missing?',
    '',
    'Write the exercise down, so that the next model knows:',
    '',
    '```yaml',
    'controls:',
    '  - control: incident-runbook',
    '    owner: who led it',
    '    expires: a year from now, YYYY-MM-DD',
    '    because: exercised on these scenarios, with what came out',
    '```',
    '',
  ];
}
