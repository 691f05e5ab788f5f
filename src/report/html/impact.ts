import type { DocumentAssetImpact } from '../../model/document.ts';
import { type DocumentIndex, nameOf } from '../document-index.ts';
import { frequencyText, impactMethod, impactSummary, lossKinds, moneyText } from '../impact-words.ts';
import { type Markup, markup } from '../markup.ts';
import { rankedPaths, rankedThreats } from '../ranking.ts';
import { type Column, dataTable, elementLink, section } from './parts.ts';
import { pathTitle } from './paths.ts';

/** Threats and paths whose loss is told; the rest is in the JSON document. */
const mostTold = 10;

/** What it costs when something happens; nothing where nobody said what assets are worth or what is accepted. */
export function impactSection(index: DocumentIndex): Markup | undefined {
  const { impact } = index.document;
  if (impact === undefined) return undefined;
  const summary = impactSummary(impact).map((text) => markup`<p>${text}</p>`);
  const method = markup`<p class="quiet">${impactMethod} ${frequencyText(impact)} events a year.</p>`;
  return section(
    'impact',
    'Impact',
    'What it costs the business, from what was said of the assets. Ranges, not measurements.',
    markup`${summary}${impact.assets.length > 0 && markup`${assetTable(index, impact.assets)}${lossTable(index)}${method}`}`,
  );
}

type Row = DocumentAssetImpact['kinds'][number] & { readonly of: DocumentAssetImpact };

function assetTable(index: DocumentIndex, assets: readonly DocumentAssetImpact[]): Markup {
  const rows = assets.flatMap((of) => of.kinds.map((kind): Row => ({ ...kind, of })));
  const columns: readonly Column<Row>[] = [
    { title: 'Asset', names: true, cell: ({ of }) => markup`${of.name}<br>${elementLink(index, of.heldBy)}` },
    { title: 'When it is', cell: ({ kind }) => lossKinds[kind] },
    {
      title: 'One event costs',
      cell: (row) => markup`${moneyText(row.loss, row.of.currency)}<br><span class="quiet">${row.because}</span>`,
    },
    { title: 'A year without controls', cell: (row) => yearText(row.inherent, row) },
    { title: 'A year as it is', cell: (row) => yearText(row.residual, row) },
  ];
  return dataTable('Loss by asset', columns, rows);
}

function yearText(range: Row['residual'], { of }: Row): string {
  return range === undefined ? 'nothing found leads there' : moneyText(range, of.currency);
}

/** The worst threats and paths that lead to a loss, with what one event costs. */
function lossTable(index: DocumentIndex): Markup | undefined {
  const { document } = index;
  const losses = new Map((document.impact?.losses ?? []).map((one) => [one.id, moneyText(one.loss, one.currency)]));
  const over = new Set([
    ...(document.impact?.overAppetite.threats ?? []),
    ...(document.impact?.overAppetite.paths ?? []),
  ]);
  const open = rankedThreats(document.threats).filter(({ status }) => status === 'open' || status === 'unknown');
  const rows = [
    ...rankedPaths(document.attackPaths).map((path) => ({
      id: path.id,
      title: pathTitle(path, index),
      risk: path.risk,
    })),
    ...open.map(({ id, title, element, risk }) => ({ id, title: markup`${title}: ${nameOf(index, element)}`, risk })),
  ]
    .filter(({ id }) => losses.has(id))
    .toSorted((a, b) => b.risk.score - a.risk.score)
    .slice(0, mostTold);
  if (rows.length === 0) return undefined;
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { title: 'Threat or path', names: true, cell: (row) => row.title },
    { title: 'Risk', number: true, cell: ({ risk }) => risk.score },
    { title: 'One event costs', cell: ({ id }) => losses.get(id) ?? '' },
    { title: 'Appetite', cell: ({ id }) => (over.has(id) ? 'over' : '') },
  ];
  return dataTable('Loss by the worst threats and paths', columns, rows);
}
