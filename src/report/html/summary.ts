import { anchor } from '../anchor.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { countByLevel, levels, rankedMitigations, rankedPaths, rankedThreats } from '../ranking.ts';
import { unknownsByInput } from '../unknowns.ts';
import { placeText, plural, statusTitles, withSeparators } from '../words.ts';
import { levelMark } from './parts.ts';
import { pathTitle } from './paths.ts';

/** What a reader of one minute takes away. */
export function summarySection(index: DocumentIndex): Markup {
  const { document } = index;
  const open = countByLevel(document.threats, 'open');
  const tiles = levels.map((level) => tile(level, open[level], `open, ${level}`));
  const others = (['unknown', 'accepted', 'mitigated'] as const).map((status) =>
    tile(
      status,
      document.threats.filter((threat) => threat.status === status).length,
      statusTitles[status].toLowerCase(),
    ),
  );
  return markup`<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">Summary</h2>
<ul class="tiles" aria-label="Threats">${tiles}${others}</ul>
<div class="cards">${pathsCard(index)}${threatsCard(index)}${changesCard(index)}${unknownsCard(index)}</div></section>
`;
}

function tile(kind: string, count: number, title: string): Markup {
  return markup`<li class="tile ${kind}${count === 0 && ' zero'}"><b>${withSeparators(count)}</b><span>${title}</span></li>`;
}

function card(title: string, items: readonly Markup[], none: string): Markup {
  return markup`<div class="card"><h3>${title}</h3>${items.length === 0 ? markup`<p class="quiet">${none}</p>` : markup`<ol>${items.map((item) => markup`<li>${item}</li>`)}</ol>`}</div>
`;
}

function pathsCard(index: DocumentIndex): Markup {
  const paths = rankedPaths(index.document.attackPaths).slice(0, 4);
  const items = paths.map(
    (path) =>
      markup`${levelMark(path.risk.level)} <a href="#${anchor('path', path.id)}">${pathTitle(path, index)}</a> <span class="quiet">${plural(path.steps.length, 'step')}, ${path.certainty}</span>`,
  );
  return card('How an attacker gets in', items, 'No attack path was found.');
}

function threatsCard(index: DocumentIndex): Markup {
  const open = rankedThreats(index.document.threats).filter(({ status }) => status === 'open');
  const items = open.slice(0, 5).map((threat) => {
    const source = threat.evidence[0]?.source;
    return markup`${levelMark(threat.risk.level)} <a href="#${anchor('threat', threat.id)}">${threat.title}</a>: ${nameOf(index, threat.element)}${source && markup` <span class="place">${placeText(source)}</span>`}`;
  });
  return card('What matters most', items, 'No threat is open.');
}

function changesCard(index: DocumentIndex): Markup {
  const items = rankedMitigations(index.document.mitigations)
    .slice(0, 4)
    .map(
      ({ title, change, removes }) =>
        markup`${title}: <code>${change.resource}</code> <span class="quiet">removes risk ${removes.risk}</span>`,
    );
  return card('What to change first', items, 'Nothing to change.');
}

function unknownsCard(index: DocumentIndex): Markup {
  const items = unknownsByInput(index.document.coverage.unknowns)
    .slice(0, 4)
    .map(({ settledBy, count }) => markup`${settledBy} <span class="quiet">settles ${plural(count, 'answer')}</span>`);
  return card('What to tell us', items, 'No answer is open.');
}
