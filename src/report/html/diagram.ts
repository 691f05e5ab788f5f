import { pictureOf } from '../diagram/picture.ts';
import { drawSvg, mostOverlays } from '../diagram/svg.ts';
import type { DocumentIndex } from '../document-index.ts';
import { type Markup, markup } from '../markup.ts';
import { rankedPaths } from '../ranking.ts';
import { section } from './parts.ts';
import { pathTitle } from './paths.ts';

/** The picture, with radio buttons that lay an attack path over it and set its size: style alone does it. */
export function diagramSection(index: DocumentIndex): Markup {
  const paths = rankedPaths(index.document.attackPaths).slice(0, mostOverlays);
  const picture = pictureOf(index, paths);
  const choices = paths.map(
    (path, at) =>
      markup`<label><input type="radio" name="view" class="view-path" id="view-${at + 1}">${at + 1}. ${pathTitle(path, index)}</label>`,
  );
  const lead = `Boundaries are boxes, flows are arrows with protocol, port and encryption; red is not encrypted.${
    picture.scene.aggregated ? ' Elements of one type are drawn together, because there are too many to draw each.' : ''
  } The same as text stands under “Flows”.`;
  return section(
    'diagram',
    'Diagram',
    lead,
    markup`${choices.length > 0 && markup`<fieldset class="views"><legend>Show</legend><label><input type="radio" name="view" id="view-0" checked>the system</label>${choices}</fieldset>`}
<fieldset class="views"><legend>Size</legend><label><input type="radio" name="size" id="size-fit" checked>whole picture</label><label><input type="radio" name="size" id="size-full">full size</label></fieldset>
<div class="canvas" role="region" aria-label="Diagram" tabindex="0">${drawSvg(picture, { over: paths, links: true })}</div>`,
  );
}
