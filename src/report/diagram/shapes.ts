import type { DocumentElement } from '../../model/document-system.ts';
import { type Markup, markup } from '../markup.ts';
import type { Frame } from './draw-boxes.ts';

/** The outline of a box tells the kind of element, as data-flow diagrams have it. */
export function shape(kind: DocumentElement['kind'], frame: Frame): Markup {
  return shapes[kind](frame);
}

const shapes: Readonly<Record<DocumentElement['kind'], (frame: Frame) => Markup>> = {
  process: (frame) => rectangle(frame, 14),
  'external-entity': (frame) => rectangle(frame, 0),
  control: (frame) => rectangle(frame, 3),
  'data-store': cylinder,
  identity: cutCorners,
  network: pointed,
};

function rectangle({ x, y, width, height }: Frame, radius: number): Markup {
  return markup`<rect class="shape" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

function cylinder({ x, y, width, height }: Frame): Markup {
  const rim = 5;
  const right = x + width;
  const half = width / 2;
  const low = y + height - rim;
  return markup`<path class="shape" d="M${x} ${y + rim}A${half} ${rim} 0 0 1 ${right} ${y + rim}V${low}A${half} ${rim} 0 0 1 ${x} ${low}z"/><path class="shape rim" d="M${x} ${y + rim}A${half} ${rim} 0 0 0 ${right} ${y + rim}"/>`;
}

function cutCorners({ x, y, width, height }: Frame): Markup {
  const cut = 9;
  return markup`<path class="shape" d="M${x + cut} ${y}H${x + width - cut}L${x + width} ${y + cut}V${y + height - cut}L${x + width - cut} ${y + height}H${x + cut}L${x} ${y + height - cut}V${y + cut}z"/>`;
}

function pointed({ x, y, width, height }: Frame): Markup {
  const tip = 10;
  const middle = y + height / 2;
  return markup`<path class="shape" d="M${x + tip} ${y}H${x + width - tip}L${x + width} ${middle}L${x + width - tip} ${y + height}H${x + tip}L${x} ${middle}z"/>`;
}
