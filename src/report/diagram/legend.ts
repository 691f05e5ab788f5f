import type { DocumentElement } from '../../model/document-system.ts';
import { type Markup, markup } from '../markup.ts';
import { glyph, lock } from './glyphs.ts';
import { shape } from './shapes.ts';

export const legendHeight = 60;
export const legendWidth = 1110;

const kinds: readonly (readonly [DocumentElement['kind'], string])[] = [
  ['external-entity', 'outside party'],
  ['process', 'process'],
  ['data-store', 'data store'],
  ['identity', 'identity'],
  ['network', 'network'],
  ['control', 'control'],
];

/** What shapes, lines and marks mean. */
export function drawLegend(top: number): Markup {
  const shapes = kinds.map(([kind, title], at) => {
    const x = 40 + at * 112;
    return markup`<g class="${kind}">${shape(kind, { x, y: top + 8, width: 24, height: 16 })}</g><text x="${x + 30}" y="${top + 20}">${title}</text>`;
  });
  return markup`<g class="legend">${shapes}
<rect class="group trust" x="712" y="${top + 8}" width="24" height="16" rx="4"/><text x="742" y="${top + 20}">trust boundary</text>
<path class="crossing" d="M844 ${top + 11}l5 5l-5 5l-5-5z"/><text x="856" y="${top + 20}">crossed by a flow</text>
<g class="flow">${lock(true, 44, top + 34)}</g><text x="58" y="${top + 43}">encrypted</text>
<g class="flow">${lock(false, 130, top + 34)}</g><text x="144" y="${top + 43}">not encrypted</text>
${lock('unknown', 236, top + 34)}<text x="250" y="${top + 43}">not known</text>
<g class="mark internet"><circle cx="334" cy="${top + 39}" r="8"/>${glyph('internet', 328, top + 33, 12)}</g><text x="348" y="${top + 43}">reachable from the internet</text>
<g class="mark any-aws-account"><circle cx="534" cy="${top + 39}" r="8"/>${glyph('outside', 528, top + 33, 12)}</g><text x="548" y="${top + 43}">usable from outside the account</text>
<g class="badge high"><rect x="760" y="${top + 31}" width="30" height="16" rx="8"/><text x="775" y="${top + 42.5}">H 2</text></g><text x="796" y="${top + 43}">open threats: worst level (C H M L I) and number</text></g>`;
}
