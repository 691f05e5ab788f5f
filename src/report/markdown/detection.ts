import {
  detectionGaps,
  detectionSummary,
  sightStateTexts,
  titlesOf,
  usesText,
  visibilityTexts,
} from '../detection-words.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { plain, tableRow } from '../markdown-text.ts';
import { attackerText, targetText } from '../words.ts';

const mostGaps = 15;
const mostPaths = 25;

/** Which services would see an attack, and what is missing; nothing in documents that do not tell. */
export function detectionLines(index: DocumentIndex): readonly string[] {
  const { detection, attackPaths } = index.document;
  if (detection === undefined) return [];
  const gaps = detectionGaps(detection)
    .slice(0, mostGaps)
    .map(({ enable, state, as, paths }) =>
      tableRow([plain(enable), sightStateTexts[state], visibilityTexts[as], String(paths)]),
    );
  const byId = new Map(attackPaths.map((path) => [path.id, path]));
  const paths = detection.paths.slice(0, mostPaths).flatMap((seen) => {
    const path = byId.get(seen.path);
    if (path === undefined) return [];
    const title = `${attackerText(path.attacker)} → ${path.gains}: ${targetText(path, (element) => nameOf(index, element))}`;
    const steps = seen.steps.map(({ visibility }, at) => `${at + 1} ${visibilityTexts[visibility].toLowerCase()}`);
    return [tableRow([plain(title), visibilityTexts[seen.visibility], plain(steps.join(', '))])];
  });
  const techniques = detection.techniques.map(({ technique, name, uses, seenBy, gaps: missing }) =>
    tableRow([
      `${plain(technique)} ${plain(name)}`,
      usesText(uses),
      plain(titlesOf(seenBy, detection).join(', ')),
      plain(titlesOf(missing, detection).join(', ')),
    ]),
  );
  return [
    '## Detection',
    '',
    plain(detectionSummary(index.document)),
    '',
    ...table(['Switch on, or attest', 'Now', 'Would give', 'Paths'], gaps),
    ...table(['Attack path', 'Best seen', 'Step by step'], paths),
    ...table(['Technique', 'Its uses here', 'Seen by', 'Off, or not in the input'], techniques),
  ];
}

function table(head: readonly string[], rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [tableRow(head), tableRow(head.map(() => '---')), ...rows, ''];
}
