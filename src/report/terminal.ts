import picocolors from 'picocolors';
import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentLevel } from '../model/document-evidence.ts';
import type { DocumentPath } from '../model/document-paths.ts';
import { chosenSteps } from './choke-point-words.ts';
import { type DocumentIndex, indexDocument, nameOf } from './document-index.ts';
import { impactSummary } from './impact-words.ts';
import {
  countByLevel,
  groupedThreats,
  levels,
  rankedMitigations,
  rankedPaths,
  statuses,
  type ThreatGroup,
} from './ranking.ts';
import { unknownsByInput } from './unknowns.ts';
import { visibleLine } from './visible.ts';
import { attackerText, placeText, plural, statusTitles, targetText } from './words.ts';

export interface TerminalOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the full report was written, to tell the reader. */
  readonly reportPath?: string;
}

interface Page extends TerminalOptions {
  readonly index: DocumentIndex;
  readonly paint: ReturnType<typeof picocolors.createColors>;
}

const mostThreats = 10;
const mostPaths = 3;
const mostFixes = 3;
const mostUnknowns = 4;
const narrowest = 40;

/** What a terminal shows after a run: counts, the worst threats with their places, paths, open questions, next step. */
export function renderSummary(document: ThreatModelDocument, options: TerminalOptions): string {
  const page: Page = {
    ...options,
    width: Math.max(narrowest, options.width),
    index: indexDocument(document),
    paint: picocolors.createColors(options.colors),
  };
  const parts = [counts(page), impact(page), threats(page), paths(page), fixes(page), unknowns(page), nextStep(page)];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function counts(page: Page): readonly string[] {
  const { document } = page.index;
  const open = countByLevel(document.threats, 'open');
  const levelCounts = levels
    .filter((level) => open[level] > 0)
    .map((level) => page.paint.bold(colored(page, level, `${open[level]} ${level}`)));
  const others = statuses.slice(1).map((status) => {
    const count = document.threats.filter((threat) => threat.status === status).length;
    return `${count} ${statusTitles[status].toLowerCase()}`;
  });
  const { system, coverage, attackPaths } = document;
  const size = `${plural(coverage.resources, 'resource')}, ${plural(system.elements.length, 'element')}, ${plural(system.flows.length, 'flow')}, ${plural(attackPaths.length, 'attack path')}`;
  return [
    page.paint.dim(size),
    `Open: ${levelCounts.length === 0 ? 'none' : levelCounts.join(', ')}  ${page.paint.dim(others.join(', '))}`,
  ];
}

function impact({ index }: Page): readonly string[] {
  const found = index.document.impact;
  return found === undefined ? [] : impactSummary(found).map(visibleLine);
}

function threats(page: Page): readonly string[] {
  const open = groupedThreats(page.index.document).filter(({ first }) => first.status === 'open');
  if (open.length === 0) return [];
  const shown = open.slice(0, mostThreats);
  const rest = open.slice(mostThreats).reduce((sum, group) => sum + group.threats.length, 0);
  return [
    page.paint.bold('Threats'),
    ...shown.map((group) => threatLine(page, group)),
    ...(rest > 0 ? [page.paint.dim(`  and ${plural(rest, 'more', 'more')}`)] : []),
  ];
}

function threatLine(page: Page, { first, threats: twins }: ThreatGroup): string {
  const level = colored(page, first.risk.level, first.risk.level.padEnd(8));
  const source = first.evidence[0]?.source;
  const more = twins.length > 1 ? ` and ${plural(twins.length - 1, 'other')}` : '';
  const place = source === undefined ? '' : visibleLine(placeText(source));
  const what = `${visibleLine(first.title)}: ${visibleLine(nameOf(page.index, first.element))}${more}`;
  const room = page.width - 11 - (place === '' ? 0 : place.length + 2);
  if (place === '' || what.length <= room) {
    return `  ${level} ${cut(what, page.width - 11)}${place === '' ? '' : `  ${page.paint.dim(place)}`}`;
  }
  return `  ${level} ${cut(what, page.width - 11)}\n           ${page.paint.dim(cut(place, page.width - 11))}`;
}

function paths(page: Page): readonly string[] {
  const ranked = rankedPaths(page.index.document.attackPaths);
  if (ranked.length === 0) return [];
  const rest = ranked.length - mostPaths;
  return [
    page.paint.bold('Attack paths'),
    ...ranked.slice(0, mostPaths).flatMap((path) => pathLines(page, path)),
    ...(rest > 0 ? [page.paint.dim(`  and ${plural(rest, 'more', 'more')}`)] : []),
  ];
}

function pathLines(page: Page, path: DocumentPath): readonly string[] {
  const level = colored(page, path.risk.level, path.risk.level.padEnd(8));
  const title = `${attackerText(path.attacker)} → ${path.gains}: ${targetText(path, (element) => nameOf(page.index, element))} (${path.certainty})`;
  const stations = [path.entry, ...path.steps.map((step) => step.to)].filter(
    (element, at, all) => element !== all[at - 1],
  );
  const way = stations.map((element) => nameOf(page.index, element)).join(' → ');
  return [
    `  ${level} ${cut(visibleLine(title), page.width - 11)}`,
    page.paint.dim(`           ${cut(visibleLine(way), page.width - 11)}`),
  ];
}

function unknowns(page: Page): readonly string[] {
  const inputs = unknownsByInput(page.index.document.coverage.unknowns);
  if (inputs.length === 0) return [];
  return [
    page.paint.bold('To settle'),
    ...inputs.slice(0, mostUnknowns).map(({ settledBy, count }) => {
      const answers = `${plural(count, 'answer')}`;
      return `  ${cut(visibleLine(settledBy), page.width - answers.length - 13)} ${page.paint.dim(`settles ${answers}`)}`;
    }),
  ];
}

/** The fewest changes that cut the paths, in their order. */
function fixes({ index, paint, width }: Page): readonly string[] {
  const found = index.document.chokePoints;
  const steps = chosenSteps(index);
  if (found === undefined || steps.length === 0) return [];
  const gain = `risk of all paths ${found.before.risk} → ${found.after.risk}`;
  return [
    `${paint.bold('Fewest changes')} ${paint.dim(`${gain}${found.exact ? ', no smaller set does as much' : ''}; bartizan fix shows the patches`)}`,
    ...steps.slice(0, mostFixes).map((step, at) => `  ${at + 1}. ${cut(visibleLine(step.change.title), width - 5)}`),
    ...(steps.length > mostFixes ? [paint.dim(`  and ${plural(steps.length - mostFixes, 'more', 'more')}`)] : []),
  ];
}

function nextStep(page: Page): readonly string[] {
  const [first] = rankedMitigations(page.index.document.mitigations);
  const lines: string[] = [];
  if (first !== undefined) {
    const { resource, property, value } = first.change;
    const change = `set ${visibleLine(property)} of ${visibleLine(resource)} to ${visibleLine(value)}`;
    lines.push(`${page.paint.bold('Next')}    ${cut(visibleLine(first.title), page.width - 8)}`);
    lines.push(`        ${cut(change, page.width - 8)}`);
  }
  if (page.reportPath !== undefined) lines.push(`${page.paint.bold('Report')}  ${visibleLine(page.reportPath)}`);
  return lines;
}

function colored(page: Page, level: DocumentLevel, text: string): string {
  const { paint } = page;
  const color = { critical: paint.red, high: paint.red, medium: paint.yellow, low: paint.blue, info: paint.dim }[level];
  return color(text);
}

function cut(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, Math.max(1, room - 1)).join('')}…`;
}
