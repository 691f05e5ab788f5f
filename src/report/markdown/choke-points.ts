import { chokePointSummary, chosenSteps, effectText, patchLines, remainingByReason } from '../choke-point-words.ts';
import type { DocumentIndex } from '../document-index.ts';
import { code, plain } from '../markdown-text.ts';
import { placeText, plural } from '../words.ts';

/** The fewest changes that cut the attack paths; nothing when the model was not run again for them. */
export function chokePointLines(index: DocumentIndex): readonly string[] {
  const found = index.document.chokePoints;
  if (found === undefined) return [];
  const steps = chosenSteps(index).flatMap((step, at) => {
    const { change } = step;
    const where = change.source === undefined ? '' : ` (${code(placeText(change.source))})`;
    const patches = (change.patches ?? []).flatMap((patch) => [
      `   - ${code(`${patch.resource ?? change.change.resource}${patch.property === '' ? '' : ` ${patch.property}`}`)}`,
      ...patchLines(patch).map(({ sign, text }) => `     - ${sign === '-' ? 'before' : 'after'}: ${code(text)}`),
    ]);
    return [`${at + 1}. **${plain(change.title)}**${where}: ${plain(effectText(step))}`, ...patches];
  });
  const stays = remainingByReason(found).map(
    ({ because, paths }) => `- ${plural(paths.length, 'path')}: ${plain(because)}`,
  );
  return [
    '## Fewest changes',
    '',
    plain(chokePointSummary(found, index.document)),
    '',
    ...steps,
    '',
    ...(stays.length === 0 ? [] : ['What stays, and why:', '', ...stays, '']),
  ];
}
