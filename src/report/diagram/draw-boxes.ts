import type { DocumentLevel } from '../../model/document-evidence.ts';
import type { DocumentElement } from '../../model/document-system.ts';
import { anchor } from '../anchor.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { levels } from '../ranking.ts';
import { plural } from '../words.ts';
import { categoryOf } from './category.ts';
import { glyph } from './glyphs.ts';
import { type PlacedBox, rowHeight, step } from './layout.ts';
import type { GroupBox, ListBox, NodeBox } from './scene.ts';
import { shape } from './shapes.ts';
import { fitted, textWidth } from './text-width.ts';

/** Names are 12 pixels and bold, which is as wide as this. */
const boldSize = 13;

/** A box in pixels. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function frameOf(placed: PlacedBox): Frame {
  return { x: placed.x * step, y: placed.y * step, width: placed.width * step, height: placed.height * step };
}

const boundaryTitles: Readonly<Record<string, string>> = {
  vpc: 'VPC',
  edge: 'EDGE',
  'availability-zone': 'ZONE',
};

/** Boundaries that trust changes at get a broken line; regions, zones and subnets are mere places. */
const mereplaces: readonly string[] = ['region', 'availability-zone', 'subnet'];

export function drawGroup(group: GroupBox, frame: Frame): Markup {
  const side =
    group.exposure === undefined ? '' : `${group.exposure === 'unknown' ? 'PUBLIC OR PRIVATE?' : group.exposure} `;
  const kind = `${side}${boundaryTitles[group.boundary] ?? group.boundary.replace(/-/g, ' ')}`.toUpperCase();
  const kindWidth = textWidth(kind, 9.5) + kind.length * 0.6;
  const name = fitted(group.title, boldSize, frame.width - kindWidth - 34);
  const trust = mereplaces.includes(group.boundary) ? '' : ' trust';
  return markup`<g><title>${kind.toLowerCase()} ${group.title}</title>
<rect class="group ${group.boundary} ${group.exposure ?? ''}${trust}" x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" rx="${trust === '' ? 3 : 8}"/>
<text x="${frame.x + 12}" y="${frame.y + 20}"><tspan class="group-kind">${kind}</tspan><tspan class="group-name" dx="8">${name}</tspan></text></g>
`;
}

export function drawNode(node: NodeBox, frame: Frame, index: DocumentIndex): Markup {
  const [first] = node.elements;
  const several = node.elements.length > 1;
  const title = `${node.title} (${first.type})${several ? '' : exposureTitle(first)}`;
  return markup`<g class="node ${first.kind}"><title>${title}</title>
${several && markup`<rect class="behind" x="${frame.x + 5}" y="${frame.y + 5}" width="${frame.width}" height="${frame.height}" rx="6"/>`}${shape(first.kind, frame)}
${glyph(categoryOf(first), frame.x + 12, frame.y + 17)}
<text class="node-name" x="${frame.x + 36}" y="${frame.y + 23}">${fitted(node.title, boldSize, frame.width - 46)}</text>
<text class="node-type" x="${frame.x + 36}" y="${frame.y + 38}">${fitted(node.subtitle, 10, frame.width - 48)}</text>
${exposureMark(node.elements, frame)}${threatBadge(node.elements, frame.x + frame.width - 6, frame.y, index)}</g>
`;
}

export function drawList(list: ListBox, frame: Frame, index: DocumentIndex, links: boolean): Markup {
  const rows = list.entries.map((entry, at) =>
    drawEntry(entry, { ...frame, y: frame.y + 24 + at * rowHeight }, index, links),
  );
  const more =
    list.more > 0 &&
    markup`<text class="entry-type" x="${frame.x + 30}" y="${frame.y + 37 + rows.length * rowHeight}">and ${plural(list.more, 'more', 'more')}</text>`;
  return markup`<g><rect class="list" x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" rx="4"/>
<text class="list-title" x="${frame.x + 12}" y="${frame.y + 18}">${list.title.toUpperCase()}</text>
${rows}${more}</g>
`;
}

function drawEntry(entry: NodeBox, frame: Frame, index: DocumentIndex, links: boolean): Markup {
  const [first] = entry.elements;
  const several = entry.elements.length > 1;
  const type = several ? String(entry.elements.length) : fitted(entry.subtitle, 9.5, 74);
  const typeWidth = textWidth(type, 9.5);
  const name = fitted(entry.title, 11, frame.width - 52 - typeWidth - 22);
  const row = markup`<g class="${first.kind}"><title>${entry.title} (${first.type})</title>${glyph(categoryOf(first), frame.x + 11, frame.y + 3, 12)}
<text x="${frame.x + 30}" y="${frame.y + 13}"><tspan class="entry">${name}</tspan><tspan class="entry-type" dx="6">${type}</tspan></text>${threatBadge(entry.elements, frame.x + frame.width - 10, frame.y + 9, index)}</g>`;
  return links && !several && index.shown.has(first.id)
    ? markup`<a href="#${anchor('element', first.id)}">${row}</a>`
    : row;
}

function exposureTitle(element: DocumentElement): string {
  const because = element.exposure.because.join('; ');
  const level = exposureTitles[element.exposure.level];
  return level === undefined ? '' : `\n${level}${because === '' ? '' : `: ${because}`}`;
}

const exposureTitles: Readonly<Partial<Record<DocumentElement['exposure']['level'], string>>> = {
  internet: 'Reachable from the internet',
  'any-aws-account': 'Usable from any AWS account',
  partner: 'Usable by another party',
  unknown: 'Not known who reaches it',
};

const exposureOrder: readonly DocumentElement['exposure']['level'][] = [
  'internet',
  'any-aws-account',
  'unknown',
  'partner',
];

/** A globe on what the internet reaches, a house on what other parties use, a question mark where it is not known. */
function exposureMark(elements: NodeBox['elements'], frame: Frame): Markup | undefined {
  if (elements[0].kind === 'external-entity') return undefined;
  const level = exposureOrder.find((wanted) => elements.some(({ exposure }) => exposure.level === wanted));
  if (level === undefined) return undefined;
  const x = frame.x + 6;
  const y = frame.y;
  const sign =
    level === 'unknown'
      ? markup`<text x="${x}" y="${y + 4}">?</text>`
      : glyph(level === 'internet' ? 'internet' : 'outside', x - 6, y - 6, 12);
  return markup`<g class="mark ${level}"><title>${exposureTitles[level] ?? ''}</title><circle cx="${x}" cy="${y}" r="9"/>${sign}</g>`;
}

const initials: Readonly<Record<DocumentLevel, string>> = {
  critical: 'C',
  high: 'H',
  medium: 'M',
  low: 'L',
  info: 'I',
};

/** Worst level and number of open threats; a question mark when there are only unknown ones. */
function threatBadge(
  elements: NodeBox['elements'],
  right: number,
  middle: number,
  index: DocumentIndex,
): Markup | undefined {
  const threats = elements.flatMap((element) => index.threatsOf.get(element.id) ?? []);
  const open = threats.filter((threat) => threat.status === 'open');
  const unknown = threats.filter((threat) => threat.status === 'unknown');
  const worst = levels.find((level) => open.some((threat) => threat.risk.level === level));
  if (worst === undefined && unknown.length === 0) return undefined;
  const text = worst === undefined ? `? ${unknown.length}` : `${initials[worst]} ${open.length}`;
  const title =
    worst === undefined
      ? plural(unknown.length, 'unknown threat')
      : `${plural(open.length, 'open threat')}, the worst ${worst}`;
  const width = Math.round(textWidth(text, 10)) + 12;
  return markup`<g class="badge ${worst ?? 'unknown'}"><title>${title}</title><rect x="${right - width}" y="${middle - 8}" width="${width}" height="16" rx="8"/><text x="${right - width / 2}" y="${middle + 3.5}">${text}</text></g>`;
}
