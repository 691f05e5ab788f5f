import type { DocumentChokePoints } from '../../model/document-paths.ts';
import { anchor } from '../anchor.ts';
import {
  type ChosenStep,
  chokePointSummary,
  chosenSteps,
  effectText,
  leftPathText,
  patchLines,
  remainingByReason,
} from '../choke-point-words.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { plural } from '../words.ts';
import { place, section } from './parts.ts';
import { pathTitle } from './paths.ts';

/** Paths told for each reason why they stay; the rest is counted. */
const mostPaths = 6;

/** The fewest changes that cut the attack paths; nothing when the model was not run again for them. */
export function chokePointsSection(index: DocumentIndex): Markup | undefined {
  const found = index.document.chokePoints;
  if (found === undefined) return undefined;
  const steps = chosenSteps(index);
  const list = markup`<ol class="list changes">${steps.map((step) => stepView(step, index))}</ol>`;
  return section(
    'choke-points',
    'Fewest changes',
    chokePointSummary(found, index.document),
    markup`${steps.length > 0 && list}${remaining(found, index)}${refused(found)}`,
  );
}

function stepView(step: ChosenStep, index: DocumentIndex): Markup {
  const { change } = step;
  const patches = (change.patches ?? []).map(
    (patch) =>
      markup`<div class="change"><code>${patch.resource ?? change.change.resource}</code> ${patch.property !== '' && markup`<code>${patch.property}</code>`}${patchLines(
        patch,
      ).map(
        ({ sign, text }) =>
          markup`<pre class="${sign === '-' ? 'bad' : 'good'}"><span aria-hidden="true">${sign} </span><span class="offscreen">${sign === '-' ? 'before: ' : 'after: '}</span>${text}</pre>`,
      )}</div>`,
  );
  const paths = step.paths.map((id) => markup`<li><a href="#${anchor('path', id)}">${pathName(id, index)}</a></li>`);
  return markup`<li class="path"><h3>${change.title}</h3><p class="quiet">${effectText(step)} · effort ${change.effort} of 5 ${place(change.source)}</p>
${patches}${paths.length > 0 && markup`<details class="fold"><summary>${plural(paths.length, 'path')} that it removes</summary><ul>${paths}</ul></details>`}</li>
`;
}

function pathName(id: string, index: DocumentIndex): string {
  const path = index.document.attackPaths.find((one) => one.id === id);
  return path === undefined ? leftPathText(id, index) : pathTitle(path, index);
}

function remaining(found: DocumentChokePoints, index: DocumentIndex): Markup | undefined {
  const groups = remainingByReason(found).map(({ because, paths }) => {
    const shown = paths
      .slice(0, mostPaths)
      .map(({ path, risk }) => markup`<li>${pathName(path, index)} <span class="quiet">risk ${risk}</span></li>`);
    const more = paths.length - shown.length;
    return markup`<li>${because}<ul>${shown}${more > 0 && markup`<li class="quiet">and ${plural(more, 'more path')}</li>`}</ul></li>`;
  });
  if (groups.length === 0) return undefined;
  return markup`<details class="fold"><summary>${plural(found.remaining.length, 'path')} that ${found.remaining.length === 1 ? 'stays' : 'stay'}, and why</summary><ul>${groups}</ul></details>`;
}

function refused(found: DocumentChokePoints): Markup | undefined {
  if (found.refused.length === 0) return undefined;
  const items = found.refused.map(
    ({ title, breaks }) =>
      markup`<li>${title}: would break ${breaks.slice(0, 3).join('; ')}${breaks.length > 3 && ` and ${breaks.length - 3} more`}</li>`,
  );
  return markup`<details class="fold"><summary>${plural(items.length, 'change')} not recommended, because of what would break</summary><ul>${items}</ul></details>`;
}
