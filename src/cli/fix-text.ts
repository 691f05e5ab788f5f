import type { ThreatModelDocument } from '../model/document.ts';
import {
  chokePointSummary,
  chosenSteps,
  effectText,
  leftPathText,
  openedThreatText,
  patchLines,
  remainingByReason,
} from '../report/choke-point-words.ts';
import { indexDocument } from '../report/document-index.ts';
import { visibleLine } from '../report/visible.ts';
import { placeText, plural } from '../report/words.ts';

/** Paths told for each reason why they stay. */
const mostPaths = 5;

/** The chosen changes for a terminal: each with its place, what it makes of the source, and what it takes away. */
export function fixText(document: ThreatModelDocument): string {
  const found = document.chokePoints;
  if (found === undefined) return 'No attack path was found, so there is none to cut.\n';
  const index = indexDocument(document);
  const steps = chosenSteps(index).flatMap((step, at) => [
    '',
    `${at + 1}. ${step.change.title}`,
    `   ${step.change.source === undefined ? step.change.change.resource : placeText(step.change.source)} · ${effectText(step)} · effort ${step.change.effort} of 5`,
    ...(step.change.patches ?? []).flatMap((patch) => [
      `   ${patch.resource ?? step.change.change.resource}${patch.property === '' ? '' : ` ${patch.property}`}`,
      ...patchLines(patch).map(({ sign, text }) => `     ${sign} ${text}`),
    ]),
  ]);
  const stays = remainingByReason(found).flatMap(({ because, paths }) => [
    `  ${because}`,
    ...paths.slice(0, mostPaths).map(({ path, risk }) => `    ${leftPathText(path, index)} (risk ${risk})`),
    ...(paths.length > mostPaths ? [`    and ${plural(paths.length - mostPaths, 'more path')}`] : []),
  ]);
  const refused = found.refused.map(({ title, breaks }) => `  ${title}: would break ${breaks.slice(0, 3).join('; ')}`);
  const opened = found.opens.map((threat) => `  ${openedThreatText(threat, index)}`);
  const lines = [
    chokePointSummary(found, document),
    ...steps,
    ...(stays.length === 0 ? [] : ['', 'What stays, and why', ...stays]),
    ...(opened.length === 0 ? [] : ['', 'Threats that would be new', ...opened]),
    ...(refused.length === 0 ? [] : ['', 'Not recommended', ...refused]),
  ];
  return `${lines.map(visibleLine).join('\n')}\n`;
}
