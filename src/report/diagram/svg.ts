import type { ThreatModelDocument } from '../../model/document.ts';
import type { DocumentPath } from '../../model/document-paths.ts';
import { anchor } from '../anchor.ts';
import { indexDocument } from '../document-index.ts';
import { type Markup, markup, trustedMarkup } from '../markup.ts';
import { rankedPaths } from '../ranking.ts';
import { diagramStyle } from './diagram-style.ts';
import { drawGroup, drawList, drawNode, frameOf } from './draw-boxes.ts';
import { drawLabel, drawLine, drawTrail } from './draw-lines.ts';
import { step } from './layout.ts';
import { drawLegend, legendHeight, legendWidth } from './legend.ts';
import { type Picture, pictureOf, trailOf } from './picture.ts';

export interface SvgOptions {
  /** Id of an attack path to draw over the dimmed picture. */
  readonly highlightPath?: string;
}

/**
 * The architecture and data-flow diagram as a picture of its own: boundaries inside one another, elements by kind,
 * flows with protocol, port and encryption, open threats and exposure as marks. Needs nothing outside the file.
 */
export function renderSvg(document: ThreatModelDocument, options: SvgOptions = {}): string {
  const path = document.attackPaths.find(({ id }) => id === options.highlightPath);
  const shown = path === undefined ? rankedPaths(document.attackPaths).slice(0, mostOverlays) : [path];
  const picture = pictureOf(indexDocument(document), shown);
  const style = markup`<style>${trustedMarkup(diagramStyle)}</style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawSvg(picture, { style, ...(path && { over: [path] }), dimmed: path !== undefined }).source}\n`;
}

/** Paths beyond this many have no overlay in the picture of the page. */
export const mostOverlays = 5;

export interface DrawOptions {
  readonly style?: Markup;
  /** Paths to draw on top; the n-th has the class `trail-n`. */
  readonly over?: readonly DocumentPath[];
  readonly dimmed?: boolean;
  /** Boxes lead to the places of their elements in the page. */
  readonly links?: boolean;
}

export function drawSvg(picture: Picture, options: DrawOptions): Markup {
  const width = Math.max(picture.layout.width * step, legendWidth);
  const height = picture.layout.height * step + legendHeight;
  const trails = (options.over ?? []).map((path, at) => drawTrail(trailOf(picture, path), picture, `trail-${at + 1}`));
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="diagram" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="Architecture and data-flow diagram">${options.style}
<rect class="paper" width="${width}" height="${height}"/>
<g class="${options.dimmed === true ? 'base dimmed' : 'base'}">
${drawGroups(picture)}${picture.lines.map(({ edge, line }) => drawLine(edge, line, picture))}${drawLeaves(picture, options.links === true)}${[...picture.labels.values()].map(drawLabel)}</g>
${trails}${drawLegend(picture.layout.height * step)}</svg>`;
}

function drawGroups(picture: Picture): readonly Markup[] {
  return picture.layout.boxes.flatMap((placed) =>
    placed.box.kind === 'group' && placed.groups.length > 0 ? [drawGroup(placed.box, frameOf(placed))] : [],
  );
}

function drawLeaves(picture: Picture, links: boolean): readonly Markup[] {
  return picture.layout.boxes.flatMap((placed) => {
    const { box } = placed;
    if (box.kind === 'group') return [];
    if (box.kind === 'list') return [drawList(box, frameOf(placed), picture.index, links)];
    const node = drawNode(box, frameOf(placed), picture.index);
    const [first, ...others] = box.elements;
    return [
      links && others.length === 0 && picture.index.shown.has(first.id)
        ? markup`<a href="#${anchor('element', first.id)}">${node}</a>`
        : node,
    ];
  });
}
