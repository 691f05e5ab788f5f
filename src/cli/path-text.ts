import type { ThreatModelDocument } from '../model/document.ts';
import type { DocumentPath } from '../model/document-paths.ts';
import { indexDocument, nameOf } from '../report/document-index.ts';
import { visibleLine } from '../report/visible.ts';
import { attackerText, certaintyTexts, factText, placeText, targetText } from '../report/words.ts';

/** A path step by step, for a terminal; each step with what permits it and where that is written. */
export function pathText(path: DocumentPath, document: ThreatModelDocument): string {
  const index = indexDocument(document);
  const named = (element: string) => nameOf(index, element);
  const lines = [
    `${attackerText(path.attacker)} → ${path.gains}: ${targetText(path, named)}`,
    `  ${path.risk.level}, risk ${path.risk.score} of 25; ${path.certainty}: ${certaintyTexts[path.certainty]}`,
    ...(path.guard === undefined ? [] : [`  only if ${path.guard}`]),
    ...(path.alike === undefined ? [] : [`  like it: ${path.alike.map(named).join(', ')}`]),
    ...path.conditions.map((condition) => `  must hold besides: ${condition}`),
    ...path.steps.flatMap((step, at) => [
      `  ${at + 1}. ${step.title}: ${named(step.from)} → ${named(step.to)}; ${factText(step.gives, named)}${step.session === undefined ? '' : ` ${step.session}`}`,
      ...step.evidence.map(
        ({ note, source }) => `     ${note}${source === undefined ? '' : ` (${placeText(source)})`}`,
      ),
    ]),
  ];
  return `${lines.map(visibleLine).join('\n')}\n`;
}
